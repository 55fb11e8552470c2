import { z } from 'zod';
import { BulkReply } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { LinkTechnology } from '../network/schema.ts';
import { CalendarDate, SettlementKey } from '../places/schema.ts';

/*
 * Planners alone:
 *   GET    /api/planning/parameters                            → { rows: Parameter[] }
 *   PUT    /api/planning/parameters/:code      SetParameter    → Parameter
 *   GET    /api/planning/pins                                  → { rows: PlanningPin[] }
 *   PUT    /api/planning/pins                  PinRequest      → PinReply
 *   POST   /api/planning/pins/removals         UnpinRequest    → PinReply
 *   POST   /api/planning/pins/undo             PinUndo         → PinReply
 *   GET    /api/planning/network?region=                       → Network (network/schema.ts)
 *   POST   /api/planning/outlook               PlanRequest     → PlanOutlook
 *   GET    /api/planning/scenarios                             → { rows: Scenario[] }, newest first, without progress
 *   POST   /api/planning/scenarios             PlanRequest     → Scenario; 422 `plan-impossible` with `problems`
 *   GET    /api/planning/scenarios/:id                         → Scenario; ask again each second while it runs
 *   DELETE /api/planning/scenarios/:id                         → 204
 *   POST   /api/planning/scenarios/:id/cancellation            → Scenario
 *   GET    /api/planning/scenarios/:id/rows?region=            → { rows: PlanRow[] }
 *   GET    /api/planning/scenarios/:id/settlements/:regionCode/:code → PlanWhy
 *   POST   /api/planning/scenarios/:id/questions ScenarioQuestion → Scenario, whose `answer` comes when it is done
 *   POST   /api/planning/scenarios/:id/assignments AdoptRequest → AdoptReply
 *   GET    /api/planning/comparison?ids=a,b                    → ScenarioComparison
 */

/** By what a settlement can be connected: the technologies of assignments that plans choose from. */
export const PlanTechnology = LinkTechnology;
export type PlanTechnology = z.infer<typeof PlanTechnology>;

/* Parameters: what things cost and how far they reach. */

export const ParameterCode = z.enum([
  'usd-to-tenge',
  'discount-rate',
  'horizon-years',
  'build-quarters',
  'fibre-usd-per-km',
  'fibre-route-factor',
  'fibre-reach-km',
  'fibre-upkeep-share',
  'fibre-km-per-work',
  'microwave-usd-per-hop',
  'microwave-reach-km',
  'microwave-mbps',
  'microwave-upkeep-share',
  'mobile-site-usd',
  'mobile-site-usd-per-year',
  'mobile-site-radius-km',
  'satellite-terminal-usd',
  'satellite-terminal-years',
  'satellite-usd-per-mbps-year',
  'demand-mbps-per-resident',
  'demand-least-mbps',
  'subsidy-share',
  'access-fee-usd',
  'waiting-usd-per-person-month',
  'unserved-usd-per-resident',
  'unserved-usd',
  'late-usd-per-quarter',
  'floor-usd-per-resident',
]);
export type ParameterCode = z.infer<typeof ParameterCode>;

/** In what a parameter is measured; the client words it. */
export const ParameterUnit = z.enum([
  'tenge-per-usd',
  'share',
  'share-per-year',
  'factor',
  'years',
  'quarters',
  'km',
  'mbps',
  'usd',
  'usd-per-km',
  'usd-per-year',
  'usd-per-mbps-year',
  'usd-per-quarter',
  'usd-per-person-month',
  'usd-per-resident',
  'mbps-per-resident',
]);
export type ParameterUnit = z.infer<typeof ParameterUnit>;

/** A value with where it comes from. */
const Sourced = z.object({
  value: z.number(),
  /** Who says so: a publication, a tender, a decision. */
  source: z.string().trim().min(1).max(1000),
  /** The date or the year that the value is of: `2025-03-17` or `2024`. */
  dated: z.string().regex(/^\d{4}(-\d\d-\d\d)?$/, 'a year or a date'),
});
export type Sourced = z.infer<typeof Sourced>;

/** A parameter as it ships, by geodata/costs. */
export const ShippedParameter = Sourced.extend({
  code: ParameterCode,
  unit: ParameterUnit,
  /** What a value may be, both included. */
  least: z.number(),
  most: z.number(),
});
export type ShippedParameter = z.infer<typeof ShippedParameter>;

/** A parameter as it is in force: the value of the ministry where it has set one, else the one that ships. */
export const Parameter = ShippedParameter.extend({
  /** What ships, where the ministry has set another; else null. */
  shipped: Sourced.nullable(),
  /** The sequence of the change that last set it; 0 where it is as shipped. */
  version: z.int(),
});
export type Parameter = z.infer<typeof Parameter>;

/** The ministry sets a value (null: the shipped one again), as it saw the parameter. */
export const SetParameter = z.object({ version: z.int(), set: Sourced.nullable() });
export type SetParameter = z.infer<typeof SetParameter>;

/* Pins: what planners decided beforehand. */

/** What a pin says of a settlement: what is not named may be anything; `unserved` leaves it out of plans. */
export const PinChoice = z
  .object({
    operatorCode: z.string().min(1).nullable().default(null),
    technology: PlanTechnology.nullable().default(null),
    quarter: Quarter.nullable().default(null),
    unserved: z.boolean().default(false),
  })
  .refine(
    ({ operatorCode, technology, quarter, unserved }) =>
      unserved === (operatorCode === null && technology === null && quarter === null),
    'name an operator, a technology or a quarter, or else that the settlement stays unserved',
  );
export type PinChoice = z.infer<typeof PinChoice>;

export const PlanningPin = SettlementKey.extend({
  operatorCode: z.string().nullable(),
  technology: PlanTechnology.nullable(),
  quarter: Quarter.nullable(),
  unserved: z.boolean(),
  pinnedBy: z.string(),
  pinnedOn: CalendarDate,
  /** The sequence of the region's change that last wrote it. */
  version: z.int(),
});
export type PlanningPin = z.infer<typeof PlanningPin>;

const settlements = z.array(SettlementKey).min(1).max(20_000);

/** Pin settlements, those of a group alike, all in one action; a pin that stands is replaced. */
export const PinRequest = z.object({
  groups: z
    .array(z.object({ settlements, pin: PinChoice }))
    .min(1)
    .max(5_000),
});
export type PinRequest = z.infer<typeof PinRequest>;

export const UnpinRequest = z.object({ settlements });
export type UnpinRequest = z.infer<typeof UnpinRequest>;

/** The action of pinning or freeing that is taken back by who did it. */
export const PinUndo = z.object({ actionId: z.uuid() });
export type PinUndo = z.infer<typeof PinUndo>;

/** How many were pinned or freed; what does not exist, or had no pin, is left out. */
export const PinReply = z.object({ actionId: z.uuid().nullable(), done: z.array(PlanningPin) });
export type PinReply = z.infer<typeof PinReply>;

/* What is asked. */

/** Whose flagged settlements are planned. */
export const PlanScope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('country') }),
  z.object({ type: z.literal('region'), regionCode: z.string().min(1) }),
  z.object({ type: z.literal('selection'), settlements }),
]);
export type PlanScope = z.infer<typeof PlanScope>;

/**
 * What is least in the best plan:
 *   balanced  money, and a price of waiting for each resident and month (`waiting-usd-per-person-month`)
 *   cost      money alone
 *   service   the months that residents wait, within `budgetTenge`
 */
export const PlanObjective = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('balanced') }),
  z.object({ kind: z.literal('cost') }),
  z.object({ kind: z.literal('service'), budgetTenge: z.number().positive().max(1e15) }),
]);
export type PlanObjective = z.infer<typeof PlanObjective>;

/** A request with all that it leaves to the installation filled in. */
export const PlanRequest = z.object({
  name: z.string().trim().max(200).default(''),
  scope: PlanScope.default({ type: 'country' }),
  objective: PlanObjective.default({ kind: 'balanced' }),
  /** The first quarter in which a settlement can be finished; null is the one after the current. */
  firstQuarter: Quarter.nullable().default(null),
  quarters: z.int().min(1).max(31).default(12),
  /**
   * Microwave hops and satellite only where they are asked for: their shipped costs are those of the link alone, and
   * would win nearly everywhere.
   */
  technologies: z.array(PlanTechnology).min(1).default(['fibre', '4g']),
  /** Of these operators alone; null is all. */
  operators: z.array(z.string()).min(1).nullable().default(null),
  /** Settlements' worth of work that an operator can finish in a quarter, in place of its capacity; null is no limit. */
  crews: z.array(z.object({ operatorCode: z.string(), perQuarter: z.number().min(0).nullable() })).default([]),
  /** Tenge of subsidy a year; null is no limit. Years that are named have their own. */
  subsidyPerYear: z.number().min(0).max(1e15).nullable().default(null),
  subsidy: z.array(z.object({ year: z.int().min(2000).max(2100), tenge: z.number().min(0).max(1e15) })).default([]),
  /** May a settlement hang on one that another operator serves? Against `access-fee-usd`. */
  openAccess: z.boolean().default(true),
  /** May a settlement hang on one that has fibre of a known operator already? */
  servedAsParents: z.boolean().default(true),
  /** The share of its residents, 0 to 1, that each region shall have served by a quarter. */
  floor: z
    .object({ share: z.number().min(0).max(1), quarter: Quarter })
    .nullable()
    .default(null),
  /** Values in place of the parameters in force, in their units, for this plan alone. */
  parameters: z.partialRecord(ParameterCode, z.number()).default({}),
  /** Of the random moves: the same input with the same seed gives the same plan. */
  seed: z.int().min(0).max(1_000_000).default(1),
  /** How long to search: quick is about a third of full. */
  effort: z.enum(['quick', 'full']).default('full'),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/** What is wrong with the input, and what to change; worded by the client. */
export const PlanProblemCode = z.enum([
  /* Errors: no plan can be made. */
  'no-programme',
  'no-settlements',
  'no-operators',
  'unknown-operator',
  'no-nodes',
  'no-technologies',
  'quarter-past',
  'parameter-range',
  'no-links',
  /* Errors of pins: take the pin back, or change what it contradicts. */
  'pin-committed',
  'pin-refused',
  'pin-operator-out',
  'pin-technology-out',
  'pin-quarter-out',
  'pin-no-link',
  'pin-work-exceeds-quarter',
  'pins-exceed-crews',
  /* Warnings: a plan is made all the same. */
  'operator-no-nodes',
  'out-of-reach',
  'islands',
  'work-exceeds-quarter',
  'commitments-exceed-crews',
  'commitments-exceed-subsidy',
  'population-missing',
  'technology-not-counting',
]);
export type PlanProblemCode = z.infer<typeof PlanProblemCode>;

export const PlanProblem = z.object({
  code: PlanProblemCode,
  severity: z.enum(['error', 'warning']),
  /** What the wording names: counts, codes of operators, parameters, quarters, values. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The settlements that it is about, at most fifty of `values.count`. */
  settlements: z.array(SettlementKey),
});
export type PlanProblem = z.infer<typeof PlanProblem>;

/** What a plan would be made from, and what is wrong with it, before anything is computed. */
export const PlanOutlook = z.object({
  /** Flagged settlements in scope: to be planned, and committed already. */
  settlements: z.int(),
  committed: z.int(),
  pinned: z.int(),
  /** Residents of those to be planned. */
  residents: z.int(),
  /** Candidate links. */
  links: z.int(),
  operators: z.array(
    z.object({
      operatorCode: z.string(),
      nodes: z.int(),
      /** Settlements' worth of work a quarter; null is no limit. */
      perQuarter: z.number().nullable(),
      /** Settlements that refusals keep from it. */
      refused: z.int(),
    }),
  ),
  firstQuarter: Quarter,
  problems: z.array(PlanProblem),
});
export type PlanOutlook = z.infer<typeof PlanOutlook>;

/* Scenarios: what was computed. */

export const ScenarioState = z.enum(['queued', 'running', 'done', 'cancelled', 'failed']);
export type ScenarioState = z.infer<typeof ScenarioState>;

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

/** A point of the curve while it is computed. Money in tenge; person-months where the objective is service. */
export const ProgressPoint = z.object({
  phase: z.enum(['prices', 'plan']),
  /** Of the phase, 0 to 1. */
  done: z.number(),
  /** Seconds since it began. */
  seconds: z.number(),
  /** No plan costs less; null before the first. */
  bound: z.number().nullable(),
  /** Of the best plan yet; null before the first. */
  cost: z.number().nullable(),
  gapPercent: z.number().nullable(),
});
export type ProgressPoint = z.infer<typeof ProgressPoint>;

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

const counted = { settlements: z.int(), residents: z.int() };
const spent = { costTenge: z.number(), subsidyTenge: z.number() };

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

/** A plan that is or was computed, without its rows. */
export const Scenario = z.object({
  id: z.uuid(),
  name: z.string(),
  state: ScenarioState,
  request: PlanRequest,
  /** The scenario that a question was put to, and the question; null for a plan by itself. */
  baseId: z.uuid().nullable(),
  question: ScenarioQuestion.nullable(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** SHA-256 of all that the plan was made from: equal hashes give equal plans. */
  inputHash: z.string(),
  /** What was found wrong with the input, warnings alone. */
  problems: z.array(PlanProblem),
  /** The curve so far, at most some 200 points. */
  progress: z.array(ProgressPoint),
  summary: PlanSummary.nullable(),
  answer: ScenarioAnswer.nullable(),
  /** Why it failed, for the log and the curious. */
  failure: z.string().nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

export const ScenarioKey = z.object({ id: z.uuid() });
export const ScenarioFilter = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A settlement of a scenario. */
export const ScenarioSettlementKey = ScenarioKey.extend(SettlementKey.shape);

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

/** Rows of a scenario, those of one region or all. */
export const RowsQuery = z.object({ region: z.string().optional() });

export const ComparisonQuery = z.object({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(2).max(4))
    .describe('Two to four scenarios, by commas'),
});

/** Scenarios side by side: their figures, and against the first how many settlements differ, and which. */
export const ScenarioComparison = z.object({
  scenarios: z.array(Scenario.pick({ id: true, name: true, state: true, request: true, summary: true })),
  differences: z.array(
    z.object({
      id: z.uuid(),
      served: z.int(),
      operator: z.int(),
      technology: z.int(),
      quarter: z.int(),
      parent: z.int(),
      /** At most 500, those of most residents first. */
      rows: z.array(RowDifference),
    }),
  ),
});
export type ScenarioComparison = z.infer<typeof ScenarioComparison>;

/** Make assignments in draft of what a scenario plans: all of it, or of these settlements. */
export const AdoptRequest = z.object({
  settlements: settlements.nullable().default(null),
  responsibleOfficer: z.string().max(200).default(''),
});
export type AdoptRequest = z.infer<typeof AdoptRequest>;

/** What became of each, undone as one action; `skipped` had nothing to assign, or was not in the scenario. */
export const AdoptReply = BulkReply.extend({ skipped: z.array(SettlementKey) });
export type AdoptReply = z.infer<typeof AdoptReply>;
