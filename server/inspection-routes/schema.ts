import { z } from 'zod';
import { Confidence, Status } from '../assessment/schema.ts';
import { CalendarDate, Names, SettlementKey } from '../places/schema.ts';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

/** Where a team sets out and comes home to. */
export const Start = z.union([SettlementKey, z.object({ longitude, latitude })]);
export type Start = z.infer<typeof Start>;

/** `region:code` is a settlement, `latitude/longitude` a point. */
const startOf = (text: string): unknown => {
  const [regionCode, code] = text.split(':');
  if (code !== undefined) return { regionCode, code };
  const [north, east] = text.split('/').map(Number);
  return { latitude: north, longitude: east };
};

/** Of teams and days there are so many routes at most. */
export const routesAtMost = 50;

const statusList = z
  .string()
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(Status));

export const RoutesQuery = z
  .object({
    teams: z
      .string()
      .transform((text) =>
        text
          .split(';')
          .filter((part) => part !== '')
          .map(startOf),
      )
      .pipe(z.array(Start).min(1).max(20))
      .describe('Where each team sets out, by semicolons: region:code of a settlement, or latitude/longitude'),
    days: z.coerce.number().int().min(1).max(10).default(1),
    hours: z.coerce.number().min(1).max(16).default(8).describe('Of a day, from setting out to being back'),
    speed: z.coerce.number().min(5).max(130).default(50).describe('Kilometres an hour on the roads there'),
    minutes: z.coerce.number().min(5).max(240).default(40).describe('For an inspection: at least three tests'),
    factor: z.coerce.number().min(1).max(3).default(1.3).describe('By how much roads are longer than the straight way'),
    region: z.string().optional(),
    district: z.string().optional(),
    statuses: statusList.optional().describe('By commas; without them every status'),
    populationFrom: z.coerce.number().int().min(0).default(0),
    populationTo: z.coerce
      .number()
      .int()
      .min(1)
      .default(10_000)
      .describe('Three tests at one place say little of a larger one'),
    seed: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
  })
  .refine(({ teams, days }) => teams.length * days <= routesAtMost, {
    path: ['days'],
    message: `teams times days must be ${routesAtMost} at most`,
  });
export type RoutesQuery = z.infer<typeof RoutesQuery>;

/** A settlement of which something is uncertain. */
export const Uncertain = SettlementKey.extend({
  districtCode: z.string().nullable(),
  names: Names,
  longitude,
  latitude,
  population: z.int().nullable(),
  status: Status,
  confidence: Confidence,
});
export type Uncertain = z.infer<typeof Uncertain>;

const Stop = Uncertain.extend({
  /** Residents about whom an inspection settles what was open; see rules.ts. */
  resolves: z.number(),
  /** By road from the stop before, or from where the team set out. */
  kilometres: z.number(),
  /** Minutes after setting out. */
  arrives: z.number(),
  leaves: z.number(),
});

const totals = {
  kilometres: z.number(),
  minutes: z.number(),
  resolves: z.number(),
};

const PlacedStart = z.object({ longitude, latitude, key: SettlementKey.nullable(), names: Names.nullable() });
export type PlacedStart = z.infer<typeof PlacedStart>;

export const InspectionRoute = z.object({
  /** From 1 on, in the order of the question. */
  team: z.int(),
  day: z.int(),
  start: PlacedStart,
  stops: z.array(Stop),
  /** By road from the last stop. */
  home: z.number(),
  ...totals,
});
export type InspectionRoute = z.infer<typeof InspectionRoute>;

export const InspectionRoutes = z.object({
  asOf: CalendarDate,
  routes: z.array(InspectionRoute),
  total: z.object({ ...totals, stops: z.int() }),
  /** What no plan of so many days can surpass. */
  bound: z.number(),
  /** The weight of a resident at each confidence. */
  weights: z.record(Confidence, z.number()),
  /** Uncertain settlements that a team can reach and inspect within a day; the planner looks at the best of them. */
  reachable: z.int(),
  considered: z.int(),
  /** Uncertain within reach, but nobody knows how many live there. */
  populationMissing: z.int(),
  missing: z.array(Uncertain),
});
export type InspectionRoutes = z.infer<typeof InspectionRoutes>;
