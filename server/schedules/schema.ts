import { z } from 'zod';
import {
  Assignment,
  AssignmentKey,
  BulkReply,
  Commitment,
  maximumAtOnce,
  SeenAssignment,
  Stage,
} from '../assignments/schema.ts';
import { DayCount } from '../calendar/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

/** Draft is what would be sent next; answered is sent, and nothing of it waits for the operator any more. */
export const ScheduleState = z.enum(['draft', 'sent', 'answered', 'approved', 'superseded']);
export type ScheduleState = z.infer<typeof ScheduleState>;

/** One version of an operator's schedule that was sent. */
export const ScheduleVersion = z.object({
  operatorCode: z.string(),
  programmeCode: z.string(),
  version: z.int(),
  state: ScheduleState,
  /** Who is called upon when the clock runs out. */
  responsibleOfficer: z.string(),
  approvalDays: DayCount.shape.days,
  approvalDaysKind: DayCount.shape.kind,
  sentOn: CalendarDate,
  sentBy: z.string(),
  /** The last day to answer. */
  dueOn: CalendarDate,
  approvedOn: CalendarDate.nullable(),
  approvedBy: z.string().nullable(),
});
export type ScheduleVersion = z.infer<typeof ScheduleVersion>;

/** A frozen version of what was agreed, without its content. */
export const BaselineSummary = z.object({
  operatorCode: z.string(),
  programmeCode: z.string(),
  version: z.int(),
  madeOn: CalendarDate,
  madeBy: z.string(),
  /** The schedule whose approval made it; null where change requests did. */
  scheduleVersion: z.int().nullable(),
  hash: z.string(),
});
export type BaselineSummary = z.infer<typeof BaselineSummary>;

/** An operator's schedule: how its assignments stand, what was sent, what was agreed. */
export const Schedule = z.object({
  operatorCode: z.string(),
  programmeCode: z.string(),
  /** Assignments by stage; stages without any are left out. */
  stages: z.partialRecord(Stage, z.int()),
  /** The state of the newest version, `draft` where drafts wait to be sent or nothing ever was. */
  state: ScheduleState,
  /** Newest first. */
  versions: z.array(ScheduleVersion),
  /** Newest first. */
  baselines: z.array(BaselineSummary),
});
export type Schedule = z.infer<typeof Schedule>;

/** How long is left to answer. Negative is how long it is overdue. */
const TimeLeft = z.object({ daysLeft: z.int(), workingDaysLeft: z.int() });

/** An assignment with what a reader must know of its settlement. */
export const ScheduleRow = Assignment.extend({
  names: Names,
  region: Names,
  district: Names.nullable(),
  population: z.int().nullable(),
});
export type ScheduleRow = z.infer<typeof ScheduleRow>;

/** A settlement on which an operator has not answered. */
export const Unanswered = ScheduleRow.extend(TimeLeft.shape);
export type Unanswered = z.infer<typeof Unanswered>;

/** Send an operator its schedule: the drafts that are named, or all of them. */
export const SendRequest = z.object({
  assignments: z.array(SeenAssignment).min(1).max(maximumAtOnce).optional(),
  responsibleOfficer: z.string().trim().min(1).max(200),
  /** How long the operator has, where it is not what the programme gives. */
  clock: DayCount.optional(),
});
export type SendRequest = z.infer<typeof SendRequest>;

export const SendReply = BulkReply.extend({ schedule: ScheduleVersion.nullable() });
export type SendReply = z.infer<typeof SendReply>;

export const ApprovalReply = z.object({
  actionId: z.uuid(),
  approved: z.int(),
  schedule: ScheduleVersion,
  baseline: BaselineSummary,
});
export type ApprovalReply = z.infer<typeof ApprovalReply>;

/** One assignment as it was agreed. */
export const BaselineRow = AssignmentKey.extend({
  names: Names,
  region: Names,
  district: Names.nullable(),
  population: z.int().nullable(),
  ...Commitment.omit({ operatorCode: true }).shape,
});
export type BaselineRow = z.infer<typeof BaselineRow>;

export const Totals = z.object({
  settlements: z.int(),
  residents: z.int(),
  costTenge: z.int(),
  subsidyTenge: z.int(),
});
export type Totals = z.infer<typeof Totals>;

/** Whose and which baseline it is, and how it came about. */
export const BaselineHead = z.object({
  format: z.literal('baylanys-baseline-1'),
  programme: z.object({ code: z.string(), names: Names }),
  operator: z.object({ code: z.string(), names: Names }),
  version: z.int(),
  madeOn: CalendarDate,
  madeBy: z.string(),
  responsibleOfficer: z.string(),
  scheduleVersion: z.int().nullable(),
  changeRequests: z.array(z.uuid()),
  /** The hash of the baseline before this one. */
  previous: z.string().nullable(),
  totals: Totals,
});
export type BaselineHead = z.infer<typeof BaselineHead>;

/**
 * A baseline as a file, in canonical JSON. Each hash is SHA-256 in hexadecimal
 * over the canonical JSON of its piece, `hash` over that of `hashes`; the
 * signature is Ed25519 in base64 over the text of `hash`; the key is in base64
 * of its SPKI form.
 */
export const BaselineFile = z.object({
  head: BaselineHead,
  assignments: z.array(BaselineRow),
  hashes: z.object({ head: z.string(), assignments: z.array(z.string()) }),
  hash: z.string(),
  signature: z.string(),
  publicKey: z.string(),
});
export type BaselineFile = z.infer<typeof BaselineFile>;

const Field = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });

/** Two baselines side by side. */
export const Comparison = z.object({
  from: BaselineSummary,
  to: BaselineSummary,
  added: z.array(BaselineRow),
  removed: z.array(BaselineRow),
  changed: z.array(z.object({ before: BaselineRow, after: BaselineRow, fields: z.array(Field) })),
});
export type Comparison = z.infer<typeof Comparison>;

/** The key by which baselines are signed. */
export const PublicKey = z.object({
  algorithm: z.literal('Ed25519'),
  /** PEM, for `baylanys verify --key`. */
  publicKey: z.string(),
  /** SHA-256 of the key in its SPKI form, to read out and compare. */
  fingerprint: z.string(),
});
