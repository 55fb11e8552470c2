import { z } from 'zod';
import { Contradiction, Measured, Status } from '../assessment/schema.ts';
import { Technology } from '../coverage/schema.ts';
import { CalendarDate, Names, SettlementKey } from '../places/schema.ts';

/** Classes of settlements by residents; of `unknown` the population is not known. */
export const Size = z.enum(['to-250', 'to-500', 'to-1000', 'to-5000', 'above-5000', 'unknown']);
export type Size = z.infer<typeof Size>;

const Place = SettlementKey.extend({
  districtCode: z.string().nullable(),
  names: Names,
  population: z.int().nullable(),
  longitude: z.number(),
  latitude: z.number(),
  status: Status,
  flagged: z.boolean(),
  assessedOn: CalendarDate,
});

/** What an operator says of its service at a settlement, and what speaks against it. */
export const ContradictionRow = Place.extend(Contradiction.shape);
export type ContradictionRow = z.infer<typeof ContradictionRow>;

/** A settlement where tests show service that nobody claims, and the tests that show most. */
export const UnclaimedRow = Place.extend({ measured: Measured });
export type UnclaimedRow = z.infer<typeof UnclaimedRow>;

const Filter = z.object({
  region: z.string().optional(),
  district: z.string().optional(),
  operator: z.string().optional(),
  size: Size.optional(),
  technology: Technology.optional(),
  by: Contradiction.shape.by.optional(),
  confidence: z.coerce.number().min(0).max(1).optional().describe('The least; an inspection is above any'),
});
export const ContradictionFilter = Filter;
export type ContradictionFilter = z.infer<typeof ContradictionFilter>;

export const UnclaimedFilter = Filter.pick({ region: true, district: true, size: true, confidence: true });
export type UnclaimedFilter = z.infer<typeof UnclaimedFilter>;

export const Paging = z.object({ limit: z.coerce.number().int().min(1).max(10_000).default(50) });

/** Settlements and the people known to live in them, each counted once, and the rows that are about them. */
const Count = z.object({ rows: z.int(), settlements: z.int(), residents: z.int() });
export type Count = z.infer<typeof Count>;

/** The same by code of an operator (the empty one where it is not known) or region, most residents first. */
const Group = Count.extend({ code: z.string() });
export type Group = z.infer<typeof Group>;

export const ContradictionReport = z.object({
  total: Count,
  byOperator: z.array(Group),
  byRegion: z.array(Group),
  bySize: z.array(Group),
  /** The first of them: most residents first, those of unknown population last. */
  rows: z.array(ContradictionRow),
  regions: z.array(z.object({ code: z.string(), names: Names })),
});
export type ContradictionReport = z.infer<typeof ContradictionReport>;

export const UnclaimedReport = ContradictionReport.omit({ byOperator: true }).extend({ rows: z.array(UnclaimedRow) });
export type UnclaimedReport = z.infer<typeof UnclaimedReport>;
