import { z } from 'zod';

/** A name in the three languages of the product; an unknown one is the empty string. */
export const Names = z.object({ kk: z.string(), ru: z.string(), en: z.string() });
export type Names = z.infer<typeof Names>;

export const SettlementKind = z.enum(['city', 'town', 'village', 'hamlet', 'other']);
export type SettlementKind = z.infer<typeof SettlementKind>;

/** A date without a time, `2026-11-22`. */
export const CalendarDate = z.iso.date();

/** What identifies a settlement: codes are text and may have leading zeros. */
export const SettlementKey = z.object({ regionCode: z.string().min(1), code: z.string().min(1) });
export type SettlementKey = z.infer<typeof SettlementKey>;

/** A populated place to plan for. Longitude and latitude in degrees, EPSG:4326. */
export const Settlement = SettlementKey.extend({
  districtCode: z.string().nullable(),
  kind: SettlementKind,
  names: Names,
  /** Residents; null is unknown, which is not zero. */
  population: z.int().min(0).nullable(),
  populationSource: z.string().nullable(),
  populationDate: CalendarDate.nullable(),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
});
export type Settlement = z.infer<typeof Settlement>;

export const PlaceLevel = z.enum(['region', 'district', 'okrug', 'settlement']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

/** One rung of the administrative ladder, as the classifier has it. */
export const Place = z.object({
  regionCode: z.string(),
  code: z.string(),
  level: PlaceLevel,
  parentCode: z.string(),
  typeCode: z.string(),
  names: Names,
});
export type Place = z.infer<typeof Place>;
