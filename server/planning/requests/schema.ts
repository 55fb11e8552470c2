import { z } from 'zod';
import { Quarter } from '../../calendar/schema.ts';
import { SettlementKey } from '../../places/schema.ts';
import { ParameterCode, PlanTechnology } from '../parameters/schema.ts';
import { settlements } from '../pins/schema.ts';

/* What is asked of a plan, and what is wrong with what it would be made from. */

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
