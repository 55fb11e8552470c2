import { z } from 'zod';
import { AttachmentKind } from '../attachments/schema.ts';
import { SpeedTest } from '../construction/schema.ts';
import { EvidenceKind, Service } from '../coverage/schema.ts';
import { InquiryPlace } from '../inquiries/schema.ts';
import { CalendarDate } from '../places/schema.ts';

const text = z.string().trim().min(1).max(10_000);
const code = z.string().min(1);

/** A piece of evidence as it speaks of one settlement. */
export const EvidenceAt = z.object({ settlementCode: code, evidenceId: z.uuid() });
export type EvidenceAt = z.infer<typeof EvidenceAt>;

/** A speed test made in one of the settlements. */
export const ChallengeTest = SpeedTest.extend({ settlementCode: code });
export type ChallengeTest = z.infer<typeof ChallengeTest>;

/** What a side shows: its own tests, evidence that is known already, and files that it sent before. */
const Shown = z.object({
  tests: z.array(ChallengeTest).max(50).default([]),
  evidence: z.array(EvidenceAt).max(100).default([]),
  attachments: z.array(z.uuid()).max(50).default([]),
});
export type Shown = z.infer<typeof Shown>;

/** What one operator claims in settlements of one region, and why it is not so. */
export const Raise = Shown.extend({
  /** Made by whoever raises it: raised again under it, since the reply was lost, it is raised once. */
  id: z.uuid().optional(),
  regionCode: code,
  operatorCode: code,
  claims: z.array(EvidenceAt).min(1).max(200),
  text,
});
export type Raise = z.infer<typeof Raise>;

export const Rebut = Shown.extend({
  /** The challenge at the version that the person saw. */
  version: z.int(),
  /** The operator agrees that the claims are not so. */
  concede: z.boolean().default(false),
  text,
});
export type Rebut = z.infer<typeof Rebut>;

export const Decide = z.object({
  version: z.int(),
  /** The settlements at which the challenge is upheld; at the others it is dismissed. */
  upheld: z.array(code).max(200),
  text,
});
export type Decide = z.infer<typeof Decide>;

/** Takes back that a challenge was upheld: the claims count again. */
export const Reverse = z.object({ version: z.int(), text });
export type Reverse = z.infer<typeof Reverse>;

/** Whoever raised a challenge withdraws it before it is decided. */
export const Retract = z.object({ version: z.int(), text });
export type Retract = z.infer<typeof Retract>;

export const ChallengeKey = z.object({ regionCode: code, number: z.coerce.number().int().positive() });
export type ChallengeKey = z.infer<typeof ChallengeKey>;

export const ChallengeOutcome = z.enum(['upheld', 'dismissed']);
export type ChallengeOutcome = z.infer<typeof ChallengeOutcome>;

/** A challenge as it is recorded, without what it disputes and what is said. */
export const Challenge = z.object({
  regionCode: z.string(),
  number: z.int(),
  operatorCode: z.string(),
  party: z.enum(['deputy', 'ministry']),
  raisedBy: z.string(),
  raisedByName: z.string(),
  raisedOn: CalendarDate,
  dueOn: CalendarDate,
  answer: z.enum(['rebutted', 'conceded']).nullable(),
  answeredOn: CalendarDate.nullable(),
  /** Upheld where it is upheld at one of its settlements or more; retracted by whoever raised it. */
  outcome: z.enum([...ChallengeOutcome.options, 'retracted']).nullable(),
  decidedOn: CalendarDate.nullable(),
  version: z.int(),
});
export type Challenge = z.infer<typeof Challenge>;

/** A piece of evidence as it was when somebody named it. */
export const Cited = Service.omit({ sampling: true }).extend({ kind: EvidenceKind, dataset: z.string() });
export type Cited = z.infer<typeof Cited>;

/** A claim that is disputed at a settlement. */
export const ChallengeClaim = EvidenceAt.extend({ claim: Cited, outcome: ChallengeOutcome.nullable() });
export type ChallengeClaim = z.infer<typeof ChallengeClaim>;

export const CitedEvidence = EvidenceAt.extend({ cited: Cited });
export type CitedEvidence = z.infer<typeof CitedEvidence>;

export const CitedFile = z.object({
  id: z.uuid(),
  kind: AttachmentKind,
  fileName: z.string(),
  settlementCode: z.string(),
});
export type CitedFile = z.infer<typeof CitedFile>;

export const StatementStep = z.enum(['raise', 'rebut', 'concede', 'retract', 'decide', 'reverse']);
export type StatementStep = z.infer<typeof StatementStep>;

/** What one side says, with what it shows. */
export const ChallengeStatement = z.object({
  number: z.int(),
  step: StatementStep,
  text: z.string(),
  tests: z.array(ChallengeTest),
  evidence: z.array(CitedEvidence),
  attachments: z.array(CitedFile),
  writtenBy: z.string(),
  writtenByName: z.string(),
  writtenOn: CalendarDate,
});
export type ChallengeStatement = z.infer<typeof ChallengeStatement>;

export const ChallengeState = z.enum([
  'open',
  'rebutted',
  'conceded',
  'undefended',
  'upheld',
  'dismissed',
  'retracted',
]);
export type ChallengeState = z.infer<typeof ChallengeState>;

const ShownStatement = ChallengeStatement.omit({ writtenBy: true }).extend({
  /** Null where the reader may not know: an operator is not told who challenges it. */
  writtenByName: z.string().nullable(),
});

/** A challenge as a person may see it. */
export const ShownChallenge = Challenge.omit({ raisedBy: true, raisedByName: true }).extend({
  state: ChallengeState,
  /** Days until the rebuttal is due; null once it came, or came not. */
  daysLeft: z.int().nullable(),
  claims: z.array(ChallengeClaim),
  /** The names of its settlements, in the order of their codes. */
  places: z.array(InquiryPlace.extend({ settlementCode: z.string() })),
  statements: z.array(ShownStatement),
  /** Whether the reader raised it, and may decide it: where nobody else can, or else not. Null: another raised it. */
  own: z.enum(['decides-alone', 'another-decides']).nullable(),
  /** Whoever raised it decided it, since nobody else could. */
  decidedByRaiser: z.boolean(),
});
export type ShownChallenge = z.infer<typeof ShownChallenge>;

export const ChallengeFilter = z.object({
  region: z.string().optional(),
  settlement: z.string().optional(),
  operator: z.string().optional(),
  state: ChallengeState.optional(),
  cursor: z
    .string()
    .regex(/^-?\d+~.+~\d+$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type ChallengeFilter = z.infer<typeof ChallengeFilter>;
