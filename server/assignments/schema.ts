import { z } from 'zod';
import { Quarter } from '../calendar/schema.ts';
import { Technology } from '../coverage/schema.ts';
import { CalendarDate, SettlementKey } from '../places/schema.ts';

export const Stage = z.enum([
  'draft',
  'proposed',
  'accepted',
  'declined',
  'countered',
  'approved',
  'under_construction',
  'operational',
  'verified',
  'returned',
  'cancelled',
]);
export type Stage = z.infer<typeof Stage>;

/** Why someone says no, or why a date moves. */
export const ReasonCode = z.enum([
  'power',
  'land',
  'permit',
  'backhaul',
  'cost',
  'supply',
  'weather',
  'already-served',
  'wrong-data',
  'other',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

export const Reason = z.object({ code: ReasonCode, text: z.string().trim().min(1).max(2000) });
export type Reason = z.infer<typeof Reason>;

const tenge = z.int().min(0).nullable();

const terms = { technology: Technology, startQuarter: Quarter, finishQuarter: Quarter };

/** What a planner decides of one settlement. */
export const Commitment = z.object({
  operatorCode: z.string().min(1),
  ...terms,
  costTenge: tenge.default(null),
  subsidyTenge: tenge.default(null),
  responsibleOfficer: z.string().max(200).default(''),
});
export type Commitment = z.infer<typeof Commitment>;

/** Other terms than those that stand: what is not named stays. */
export const Terms = z
  .object({ ...terms, costTenge: tenge, subsidyTenge: tenge })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'name at least one term that shall change');
export type Terms = z.infer<typeof Terms>;

/** A change of a commitment: what is not named stays. */
export const CommitmentChanges = z
  .object({ ...Commitment.shape, costTenge: tenge, subsidyTenge: tenge, responsibleOfficer: z.string().max(200) })
  .partial();
export type CommitmentChanges = z.infer<typeof CommitmentChanges>;

export const AssignmentKey = SettlementKey.extend({ number: z.int().positive() });
export type AssignmentKey = z.infer<typeof AssignmentKey>;

/** One settlement, one operator, one technology, from a quarter to a quarter. */
export const Assignment = AssignmentKey.extend({
  ...Commitment.shape,
  stage: Stage,
  /** Why it is declined, countered, cancelled or returned; of other stages null. */
  reason: Reason.nullable(),
  /** The terms that the operator asks for instead; of a countered one alone. */
  counter: Terms.nullable(),
  /** When it was last sent to the operator. */
  proposedOn: CalendarDate.nullable(),
  /** The last day on which the operator may answer; of a proposed one alone. */
  answerDueOn: CalendarDate.nullable(),
  /** When the clock ran out, and the responsible officer who was then called upon. */
  escalatedOn: CalendarDate.nullable(),
  escalatedTo: z.string().nullable(),
  /** The sequence of the region's change that last wrote it. */
  version: z.int(),
});
export type Assignment = z.infer<typeof Assignment>;

export const maximumAtOnce = 20_000;

/** Assign many settlements at once to one commitment. */
export const AssignRequest = z.object({
  settlements: z.array(SettlementKey).min(1).max(maximumAtOnce),
  commitment: Commitment,
});
export type AssignRequest = z.infer<typeof AssignRequest>;

/** An assignment at the version that the person saw. */
export const SeenAssignment = AssignmentKey.extend({ version: z.int() });
export type SeenAssignment = z.infer<typeof SeenAssignment>;

const seen = z.array(SeenAssignment).min(1).max(maximumAtOnce);

/** Change many draft assignments at once. */
export const AmendRequest = z.object({ assignments: seen, changes: CommitmentChanges });
export type AmendRequest = z.infer<typeof AmendRequest>;

/** Withdraw many draft assignments at once. */
export const WithdrawRequest = AmendRequest.pick({ assignments: true });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

const stepWith = <Name extends string, Given extends z.ZodRawShape>(steps: readonly [Name, ...Name[]], given: Given) =>
  z.object({ step: z.enum(steps), assignments: seen, ...given });

/** Take many assignments a step further at once; see stages.ts for who may take which from where. */
export const StepRequest = z.discriminatedUnion('step', [
  stepWith(['accept', 'take-counter', 'start-construction'], {}),
  stepWith(['decline', 'cancel'], { reason: Reason }),
  stepWith(['counter'], { reason: Reason, counter: Terms }),
  stepWith(['propose-again'], { changes: Terms.optional() }),
  stepWith(['redraft'], { changes: CommitmentChanges.optional() }),
]);
export type StepRequest = z.infer<typeof StepRequest>;

export const ConflictCode = z.enum([
  'unknown-settlement',
  'unknown-operator',
  'same-operator-overlaps',
  'dates-reversed',
  'dates-past',
  'already-served',
  'technology-unsuitable',
  'another-operator',
  'capacity-exceeded',
  'population-missing',
  'not-flagged',
  'not-draft',
  'not-from-this-stage',
  'change-asked-already',
  'changed-since',
]);
export type ConflictCode = z.infer<typeof ConflictCode>;

/** An error keeps the assignment from being made; a warning is for the planner to weigh. */
export const Conflict = z.object({
  code: ConflictCode,
  severity: z.enum(['error', 'warning']),
  /** The assignment or number that it is about, where there is one. */
  detail: z.string().nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** How many active assignments of an operator finish in a quarter: what its capacity is counted against. */
export const Finishing = z.object({ operatorCode: z.string(), quarter: Quarter, count: z.int() });
export type Finishing = z.infer<typeof Finishing>;

/** What became of each: those done, and those refused with their reasons and, if changed since, the present row. */
export const BulkReply = z.object({
  /** Null when nothing was done. */
  actionId: z.uuid().nullable(),
  done: z.array(Assignment),
  refused: z.array(
    SettlementKey.extend({
      number: z.int().nullable(),
      conflicts: z.array(Conflict).min(1),
      present: Assignment.nullable(),
    }),
  ),
});
export type BulkReply = z.infer<typeof BulkReply>;
