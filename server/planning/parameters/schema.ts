import { z } from 'zod';
import { LinkTechnology } from '../../network/schema.ts';

/* What things cost and how far they reach. */

/** By what a settlement can be connected: the technologies of assignments that plans choose from. */
export const PlanTechnology = LinkTechnology;
export type PlanTechnology = z.infer<typeof PlanTechnology>;

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
