import { z } from 'zod';
import { Quarter } from '../../calendar/schema.ts';
import { SettlementKey } from '../../places/schema.ts';
import { PlanTechnology } from '../parameters/schema.ts';

/* What a plan says. */

/** What a settlement hangs on. */
export const PlanParent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('node'),
    operatorCode: z.string(),
    nodeId: z.string(),
    name: z.string(),
    longitude: z.number(),
    latitude: z.number(),
  }),
  SettlementKey.extend({ type: z.literal('settlement') }),
]);
export type PlanParent = z.infer<typeof PlanParent>;

/**
 * Why a settlement is left unserved:
 *   pinned           a planner's pin says so
 *   no-link          nothing within reach of it can be built
 *   island           links reach it only from settlements that nothing reaches
 *   work-exceeds     each of its links is more work than any quarter has
 *   refused          operators declined all that could be built
 *   crews            crews are used up in every quarter
 *   subsidy          the subsidy is used up
 *   budget           the budget is used up
 *   price            leaving it costs less, at the stated price, than connecting it
 *   parent-unserved  what it could hang on is unserved or too late
 */
export const UnservedReason = z.enum([
  'pinned',
  'no-link',
  'island',
  'work-exceeds',
  'refused',
  'crews',
  'subsidy',
  'budget',
  'price',
  'parent-unserved',
]);
export type UnservedReason = z.infer<typeof UnservedReason>;

/** What becomes of a settlement in a plan. Money in tenge. */
export const PlanRow = SettlementKey.extend({
  /** `committed`: an assignment stands already, and is kept as it is. */
  state: z.enum(['planned', 'committed', 'unserved']),
  pinned: z.boolean(),
  residents: z.int(),
  operatorCode: z.string().nullable(),
  technology: PlanTechnology.nullable(),
  startQuarter: Quarter.nullable(),
  finishQuarter: Quarter.nullable(),
  parent: PlanParent.nullable(),
  /** In a straight line to the parent. */
  kilometres: z.number().nullable(),
  /** Present value of building and upkeep. */
  costTenge: z.number().nullable(),
  /** Building alone: what an assignment names as its cost. */
  capitalTenge: z.number().nullable(),
  subsidyTenge: z.number().nullable(),
  /** Fee for hanging on another operator's settlement. */
  accessFeeTenge: z.number().nullable(),
  /** Settlements' worth of crews. */
  work: z.number().nullable(),
  /** Of an unserved one. */
  reason: UnservedReason.nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

export const counted = { settlements: z.int(), residents: z.int() };
export const spent = { costTenge: z.number(), subsidyTenge: z.number() };

/** A limit that is used up where more of it would help. */
export const BindingLimit = z.discriminatedUnion('limit', [
  z.object({
    limit: z.literal('crews'),
    operatorCode: z.string(),
    quarter: Quarter,
    used: z.number(),
    available: z.number(),
    /** What work for one more settlement would bring, by the prices of the bound: tenge, or person-months. */
    worth: z.number(),
  }),
  z.object({
    limit: z.literal('subsidy'),
    year: z.int(),
    used: z.number(),
    available: z.number(),
    /** What one more billion tenge would bring. */
    worth: z.number(),
  }),
  z.object({ limit: z.literal('budget'), used: z.number(), available: z.number(), worth: z.number() }),
]);
export type BindingLimit = z.infer<typeof BindingLimit>;

/** The figures of a plan, by which scenarios stand side by side. */
export const PlanSummary = z.object({
  /** In what cost, bound and worth are told. */
  unit: z.enum(['tenge', 'person-months']),
  /** Of the plan, and below which no plan from these candidates can be. */
  cost: z.number(),
  bound: z.number().nullable(),
  gapPercent: z.number().nullable(),
  /** Of the cost, what it weighs, at the stated price, to leave settlements unserved; tenge. */
  unservedCost: z.number(),
  /** An independent check of the plan found nothing against it. */
  valid: z.boolean(),
  /** SHA-256 of the plan. */
  hash: z.string(),
  seconds: z.number(),
  /** Cut short: the same input may give another plan. */
  cut: z.boolean(),
  settlements: z.int(),
  planned: z.object({ ...counted, ...spent }),
  committed: z.object({ ...counted, ...spent }),
  unserved: z.object({ ...counted }),
  /** Months that residents wait, from now on to the end of the horizon, all together. */
  personMonths: z.number(),
  byQuarter: z.array(
    z.object({
      quarter: Quarter,
      ...counted,
      ...spent,
      /** Residents with service by its end, commitments included. */
      residentsSoFar: z.int(),
    }),
  ),
  byRegion: z.array(
    z.object({ regionCode: z.string(), ...counted, ...spent, committed: z.int(), unserved: z.object({ ...counted }) }),
  ),
  byOperator: z.array(
    z.object({
      operatorCode: z.string(),
      ...counted,
      ...spent,
      committed: z.int(),
      kilometres: z.number(),
      /** Crews, in settlements' worth of work; available null is no limit. */
      crews: z.array(z.object({ quarter: Quarter, used: z.number(), available: z.number().nullable() })),
    }),
  ),
  byTechnology: z.array(z.object({ technology: PlanTechnology, ...counted, ...spent })),
  byYear: z.array(z.object({ year: z.int(), subsidyTenge: z.number(), availableTenge: z.number().nullable() })),
  unservedBecause: z.array(z.object({ reason: UnservedReason, ...counted })),
  /** Worth most first. */
  binding: z.array(BindingLimit),
  /** Pinned settlements for which no room was found. */
  unmetPins: z.array(SettlementKey),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/** What a row of one plan is in another. */
export const RowDifference = SettlementKey.extend({
  before: PlanRow,
  after: PlanRow,
});
export type RowDifference = z.infer<typeof RowDifference>;
