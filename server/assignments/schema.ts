import { z } from 'zod';
import { Quarter } from '../calendar/schema.ts';
import { Technology } from '../coverage/schema.ts';
import { SettlementKey } from '../places/schema.ts';

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

const tenge = z.int().min(0).nullable();

/** What a planner decides of one settlement. */
export const Commitment = z.object({
  operatorCode: z.string().min(1),
  technology: Technology,
  startQuarter: Quarter,
  finishQuarter: Quarter,
  costTenge: tenge.default(null),
  subsidyTenge: tenge.default(null),
  responsibleOfficer: z.string().max(200).default(''),
});
export type Commitment = z.infer<typeof Commitment>;

export const AssignmentKey = SettlementKey.extend({ number: z.int().positive() });
export type AssignmentKey = z.infer<typeof AssignmentKey>;

/** One settlement, one operator, one technology, from a quarter to a quarter. */
export const Assignment = AssignmentKey.extend({
  ...Commitment.shape,
  stage: Stage,
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

/** Change many assignments at once, each only if it is still at the version that the person saw. */
export const AmendRequest = z.object({
  assignments: z
    .array(AssignmentKey.extend({ version: z.int() }))
    .min(1)
    .max(maximumAtOnce),
  changes: Commitment.partial(),
});
export type AmendRequest = z.infer<typeof AmendRequest>;

/** Withdraw many draft assignments at once. */
export const WithdrawRequest = AmendRequest.pick({ assignments: true });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

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
