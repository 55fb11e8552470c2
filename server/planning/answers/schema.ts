import { z } from 'zod';
import { Quarter } from '../../calendar/schema.ts';
import { SettlementKey } from '../../places/schema.ts';
import { PlanTechnology } from '../parameters/schema.ts';
import { PlanParent, PlanRow, RowDifference, counted, spent } from '../plans/schema.ts';

/* Why, why not, and what more would bring. */

/** A settlement's alternative, in the terms of candidates: what is not named may be anything. */
export const PlanChoice = z.object({
  operatorCode: z.string().nullable().default(null),
  technology: PlanTechnology.nullable().default(null),
  quarter: Quarter.nullable().default(null),
  /** The settlement to hang on. */
  parent: SettlementKey.nullable().default(null),
});
export type PlanChoice = z.infer<typeof PlanChoice>;

/** More of a limit: so many settlements' worth of work in every quarter, or so much money. */
export const MoreOf = z.discriminatedUnion('limit', [
  z.object({ limit: z.literal('crews'), operatorCode: z.string(), perQuarter: z.number().positive().max(1e6) }),
  z.object({ limit: z.literal('subsidy'), year: z.int(), tenge: z.number().positive().max(1e15) }),
  z.object({ limit: z.literal('budget'), tenge: z.number().positive().max(1e15) }),
]);
export type MoreOf = z.infer<typeof MoreOf>;

/**
 * A question to a finished scenario, answered by solving again from its plan:
 *   why-not   with the choice forced on the settlement
 *   pin-cost  without the pin of the settlement
 *   more      with more of a limit
 */
export const ScenarioQuestion = z.discriminatedUnion('question', [
  z.object({ question: z.literal('why-not'), settlement: SettlementKey, choice: PlanChoice }),
  z.object({ question: z.literal('pin-cost'), settlement: SettlementKey }),
  z.object({ question: z.literal('more'), more: MoreOf }),
]);
export type ScenarioQuestion = z.infer<typeof ScenarioQuestion>;
export type SettlementQuestion = Exclude<ScenarioQuestion, { question: 'more' }>;

/** What a question found. */
export const ScenarioAnswer = z.object({
  /** How it was found: by solving again. */
  by: z.literal('solving'),
  /** Can it be done at all? */
  possible: z.boolean(),
  /**
   * What the plan with the choice forced, without the pin, or with more of a limit, has more (negative: less) than the
   * scenario's: in the unit of the objective, settlements and residents connected, money, months of waiting. With more
   * of a limit, it is told against the scenario's plan after as much searching within its own limits.
   */
  difference: z.number(),
  settlements: z.int(),
  residents: z.int(),
  costTenge: z.number(),
  subsidyTenge: z.number(),
  personMonths: z.number(),
  /**
   * With more of a limit: what as much searching saved within the scenario's own limits, in the unit of the objective,
   * which is no part of the difference. A difference that is smaller says little.
   */
  searching: z.number().nullable(),
  /** Who is connected otherwise than in the scenario; the settlement asked about is among them. At most 500. */
  moved: z.array(RowDifference),
  movedCount: z.int(),
});
export type ScenarioAnswer = z.infer<typeof ScenarioAnswer>;

/** What speaks against an alternative beside its price. */
export const Obstacle = z.enum([
  'loop',
  'parent-unserved',
  'parent-later',
  'parent-carries-nothing',
  'refused',
  'pinned',
  'work-exceeds',
  'access-forbidden',
]);
export type Obstacle = z.infer<typeof Obstacle>;

/** A candidate with what it would cost in its best quarter. In the unit of the objective, but for the money. */
export const WeighedChoice = z.object({
  operatorCode: z.string(),
  technology: PlanTechnology,
  parent: PlanParent.nullable(),
  kilometres: z.number(),
  quarter: Quarter,
  costTenge: z.number(),
  capitalTenge: z.number(),
  upkeepTenge: z.number(),
  accessFeeTenge: z.number(),
  subsidyTenge: z.number(),
  work: z.number(),
  /** Residents × months until the quarter, at the price of waiting. */
  waiting: z.number(),
  lateness: z.number(),
  /** What its crews are worth to others in that quarter, and its subsidy in that year: the prices of the bound. */
  crewPrice: z.number(),
  subsidyPrice: z.number(),
  /** All of it together: the least is the one to take, the tree permitting. */
  total: z.number(),
  obstacle: Obstacle.nullable(),
});
export type WeighedChoice = z.infer<typeof WeighedChoice>;

/** Why a settlement has what it has in a plan. */
export const PlanWhy = z.object({
  row: PlanRow,
  unit: z.enum(['tenge', 'person-months']),
  demandMbps: z.number(),
  /** What was chosen; null where it is committed or unserved. */
  chosen: WeighedChoice.nullable(),
  /** What else could be, the cheapest first, one for each operator, technology and parent; at most 20. */
  others: z.array(WeighedChoice),
  /** What leaving it unserved costs. */
  unservedCost: z.number(),
  /** From what it hangs on up to the node. */
  path: z.array(PlanRow),
  /** What hangs on it, directly or not: rows at most 50. */
  branch: z.object({ ...counted, ...spent, rows: z.array(PlanRow) }),
  /** An estimate of what its pin costs, by prices: the chosen against the cheapest other. Null without a pin. */
  pinCostByPrices: z.number().nullable(),
});
export type PlanWhy = z.infer<typeof PlanWhy>;
