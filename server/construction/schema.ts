import { z } from 'zod';
import { Status } from '../assessment/schema.ts';
import { Assignment, AssignmentKey, Reason, ReasonCode, SeenAssignment } from '../assignments/schema.ts';
import { Attachment } from '../attachments/schema.ts';
import { Technology } from '../coverage/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

/** The steps of building, in their usual order. */
export const MilestoneKind = z.enum([
  'survey',
  'design',
  'land',
  'power',
  'permits',
  'backhaul',
  'construction',
  'equipment',
  'on-air',
]);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

/** Who owes a milestone, or the removal of a blocker. */
export const OwingParty = z.enum(['operator', 'local-authority', 'ministry']);
export type OwingParty = z.infer<typeof OwingParty>;

export const Milestone = z.object({
  kind: MilestoneKind,
  owedBy: OwingParty,
  /** By the quarters that were agreed and the rules of construction. */
  planned: CalendarDate,
  forecast: CalendarDate.nullable(),
  actual: CalendarDate.nullable(),
  /** Why the forecast is later than planned. */
  reason: Reason.nullable(),
});
export type Milestone = z.infer<typeof Milestone>;

/** Something that holds up the work. One that the state owes stops the clock once the ministry has confirmed it. */
export const Blocker = z.object({
  id: z.uuid(),
  cause: ReasonCode,
  owedBy: OwingParty,
  text: z.string(),
  since: CalendarDate,
  /** The day on which it was removed; null while it stands. */
  until: CalendarDate.nullable(),
  decision: z.enum(['confirmed', 'refused']).nullable(),
  decisionText: z.string().nullable(),
  raisedBy: z.string(),
});
export type Blocker = z.infer<typeof Blocker>;

/** How a commitment stands against its deadline: derived from dates, never stored. */
export const Standing = z.enum(['on-time', 'at-risk', 'slipped', 'overdue']);
export type Standing = z.infer<typeof Standing>;

export const Cause = z.object({ code: ReasonCode, owedBy: OwingParty, text: z.string() });
export type Cause = z.infer<typeof Cause>;

/** The dates of a commitment, kept apart, and what follows from them. */
export const Timing = z.object({
  /** The last day of the finish quarter. */
  promised: CalendarDate,
  /** Days on which the operator's clock stood still, for what the state owed. */
  daysStopped: z.int(),
  /** Promised, and the days stopped. */
  deadline: CalendarDate,
  /** When it is expected on air; the actual day once it is. */
  forecast: CalendarDate,
  /** What stops the clock today. */
  stoppedBy: Cause.extend({ since: CalendarDate }).nullable(),
  standing: Standing,
  /** Why it is at risk, slipped or overdue; null where nobody has said. */
  cause: Cause.nullable(),
});
export type Timing = z.infer<typeof Timing>;

const mbps = z.number().min(0).max(100_000);

/** One speed test, made on the spot. */
export const SpeedTest = z.object({
  download: mbps.describe('Mbit/s'),
  upload: mbps.describe('Mbit/s'),
  latency: z.number().min(0).max(60_000).describe('ms'),
});
export type SpeedTest = z.infer<typeof SpeedTest>;

const note = z.string().trim().max(2000).default('');

/**
 * What an operator (or, of what the state owes, the ministry) tells of the work. `id` is made by whoever writes it:
 * the same report sent again changes nothing and gets the receipt of the first.
 */
export const ProgressReport = SeenAssignment.extend({
  id: z.uuid(),
  /** When it was written, by the clock of the device; it may have waited for a line since. */
  writtenAt: z.iso.datetime(),
  milestones: z
    .array(
      z.object({
        kind: MilestoneKind,
        /** What is not named stays; null takes it back. */
        forecast: CalendarDate.nullable().optional(),
        actual: CalendarDate.nullable().optional(),
        reason: Reason.optional(),
      }),
    )
    .max(9)
    .default([]),
  /** Blockers that are raised. */
  blockers: z
    .array(Blocker.pick({ id: true, cause: true, owedBy: true, since: true }).extend({ text: Reason.shape.text }))
    .max(20)
    .default([]),
  /** Blockers that are removed. */
  removed: z
    .array(z.object({ id: z.uuid(), until: CalendarDate }))
    .max(20)
    .default([]),
  tests: z.array(SpeedTest).max(50).default([]),
  /** Attachments that were sent before. */
  attachments: z.array(z.uuid()).max(50).default([]),
  note,
  /** Takes the assignment further: building has begun, or the service works. */
  step: z.enum(['start-construction', 'report-operational']).nullable().default(null),
});
export type ProgressReport = z.infer<typeof ProgressReport>;

/** That a report has arrived. */
export const Receipt = z.object({ id: z.uuid(), receivedAt: z.iso.datetime(), assignment: Assignment });
export type Receipt = z.infer<typeof Receipt>;

/** The ministry confirms or refuses a blocker that the state is said to owe. */
export const BlockerDecision = SeenAssignment.extend({
  blocker: z.uuid(),
  decision: z.enum(['confirmed', 'refused']),
  text: Reason.shape.text,
});
export type BlockerDecision = z.infer<typeof BlockerDecision>;

/** An independent check on the spot. The median of its tests against the profile decides between verified and returned. */
export const InspectionRequest = SeenAssignment.extend({
  id: z.uuid(),
  inspectedOn: CalendarDate,
  inspector: z.string().trim().min(1).max(200),
  tests: z.array(SpeedTest).min(3).max(50),
  attachments: z.array(z.uuid()).max(50).default([]),
  note,
  /** Why it failed; must come with an inspection that fails. */
  reason: Reason.optional(),
});
export type InspectionRequest = z.infer<typeof InspectionRequest>;

/** What the profile asks of the technology; null asks nothing. */
export const Wanted = z.object({
  download: mbps,
  upload: mbps.nullable(),
  latency: z.number().nullable(),
});
export type Wanted = z.infer<typeof Wanted>;

export const Inspection = AssignmentKey.extend({
  id: z.uuid(),
  operatorCode: z.string(),
  technology: Technology,
  inspectedOn: CalendarDate,
  inspector: z.string(),
  tests: z.array(SpeedTest),
  median: SpeedTest,
  wanted: Wanted,
  failing: z.array(z.enum(['download', 'upload', 'latency', 'technology'])),
  passed: z.boolean(),
  note: z.string(),
  reason: Reason.nullable(),
  attachments: z.array(z.uuid()),
  recordedBy: z.string(),
});
export type Inspection = z.infer<typeof Inspection>;

/** What became of an inspection: the assignment, and what the settlement is assessed as now. */
export const InspectionReply = z.object({
  inspection: Inspection,
  assignment: Assignment,
  status: Status,
  flagged: z.boolean(),
});
export type InspectionReply = z.infer<typeof InspectionReply>;

/** All that is known of the building of one commitment. */
export const Progress = z.object({
  assignment: Assignment,
  names: Names,
  population: z.int().nullable(),
  milestones: z.array(Milestone),
  blockers: z.array(Blocker),
  timing: Timing,
  /** What a report that the service works must come with. */
  needs: z.object({ photographs: z.int(), tests: z.int() }),
  /** Null where the profile does not count the technology. */
  wanted: Wanted.nullable(),
  /** The newest first. */
  reports: z.array(
    ProgressReport.omit({ version: true }).extend({ reportedBy: z.string(), receivedAt: z.iso.datetime() }),
  ),
  inspections: z.array(Inspection),
  attachments: z.array(Attachment),
});
export type Progress = z.infer<typeof Progress>;

/** The rules of building of a country, as data: geodata/construction. */
export const ConstructionRules = z.object({
  country: z.string(),
  citation: z.string().min(1),
  /** One of each kind, in the usual order. */
  milestones: z
    .array(
      z.object({
        kind: MilestoneKind,
        owedBy: OwingParty,
        /** Of the period from the first day of the start quarter to the last of the finish quarter: when it is planned. */
        share: z.number().min(0).max(1),
        /** Whether the operator's clock stands still while it is late, once a date of it has been told. */
        stopsClock: z.boolean(),
        citation: z.string().min(1),
      }),
    )
    .refine(
      (milestones) => MilestoneKind.options.every((kind) => milestones.filter((one) => one.kind === kind).length === 1),
      'each kind of milestone once',
    ),
  /** What a report that the service works must come with. */
  operational: z.object({ photographs: z.int().min(0), tests: z.int().min(1), citation: z.string().min(1) }),
  inspection: z.object({ tests: z.int().min(1), citation: z.string().min(1) }),
  /** Days by which a step may be late before the whole is at risk. */
  atRiskAfterDays: z.int().min(0),
  atRiskCitation: z.string().min(1),
});
export type ConstructionRules = z.infer<typeof ConstructionRules>;
