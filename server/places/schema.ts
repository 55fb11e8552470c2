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

/**
 * Whole thousandths of a degree, each less the one before it, and the ten-thousandths beyond them, a digit each: digits
 * that follow no rule weigh least when nothing is between them.
 */
const Degrees = z.object({ thousandths: z.array(z.int()), digits: z.string() });
export type Degrees = z.infer<typeof Degrees>;

/**
 * The places of the country as columns: the part that hardly ever changes, addressed by
 * its hash. Row i of every column is settlement i, ordered by region and code.
 */
export const CountryColumns = z.object({
  hash: z.string(),
  /** Codes of the regions. */
  regions: z.array(z.string()),
  districts: z.object({ code: z.array(z.string()), region: z.array(z.int()) }),
  /** Codes of settlements: a prefix, then a number of so many digits (0: no number), for so many rows. */
  codeSeries: z.array(z.object({ prefix: z.string(), digits: z.int(), rows: z.int() })),
  /** The numbers of the codes, each less the one before it. */
  codeNumber: z.array(z.int()),
  /** Index into regions. */
  region: z.array(z.int()),
  /** Index into districts, each less the one before it; -1 where the district is not known. */
  district: z.array(z.int()),
  /** Residents; -1 is unknown. */
  population: z.array(z.int()),
  longitude: Degrees,
  latitude: Degrees,
});
export type CountryColumns = z.infer<typeof CountryColumns>;

export const NameLanguage = z.enum(['kk', 'ru', 'en']);
export type NameLanguage = z.infer<typeof NameLanguage>;

/** The state of a part that is asked for: a reply in just this state may be kept for good. */
export const PartQuery = z.object({ hash: z.string().optional() });

/**
 * Texts, each with a separator after it, whose letters were swapped for shorter ones: `pairs` says which, one after
 * another.
 */
const SwappedTexts = z.object({ pairs: z.string(), separator: z.string(), texts: z.string() });
export type SwappedTexts = z.infer<typeof SwappedTexts>;

/**
 * The names of all regions, then districts, then settlements in one language; where that
 * has none, in the first that has one, as people are shown it.
 */
export const CountryNames = SwappedTexts.extend({ hash: z.string(), language: NameLanguage });
export type CountryNames = z.infer<typeof CountryNames>;

/**
 * All names exactly, as what differs from those shown in one language: of each language the
 * substitutes of letters, then an edit for each name (see `editText`).
 */
export const CountryOtherNames = z.object({
  hash: z.string(),
  language: NameLanguage,
  kk: SwappedTexts.extend({ substitutes: z.string() }),
  ru: SwappedTexts.extend({ substitutes: z.string() }),
  en: SwappedTexts.extend({ substitutes: z.string() }),
});
export type CountryOtherNames = z.infer<typeof CountryOtherNames>;

/** The letter of each status in `CountryLive.status`. */
export const statusLetters = { served: 's', underserved: 'u', unserved: 'n', contested: 'c', unknown: 'k' } as const;

/** The living part, in the same order of settlements as the columns of the hash that it names. */
export const CountryLive = z.object({
  columns: z.string(),
  /** The hash of the names, and the state of the boundaries. */
  names: z.string(),
  boundaries: z.string(),
  /** Where this reader stands in the record of changes: `/api/live?after=` goes on from here. */
  cursor: z.string(),
  /** A letter a settlement. */
  status: z.string(),
  /** '1' or '0' a settlement. */
  flagged: z.string(),
  operators: z.array(z.string()),
  technologies: z.array(z.string()),
  stages: z.array(z.string()),
  /**
   * The assignments that the reader may see, as columns: indexes, and quarters as year × 4 + quarter − 1. A settlement
   * is told as the difference to the one before it, a finish as quarters after the start.
   */
  assignments: z.object({
    settlement: z.array(z.int()),
    number: z.array(z.int()),
    operator: z.array(z.int()),
    technology: z.array(z.int()),
    start: z.array(z.int()),
    finish: z.array(z.int()),
    stage: z.array(z.int()),
    version: z.array(z.int()),
    /** Which of them, by their index, are not overdue though their quarter is past: their clock stood still. */
    inTime: z.array(z.int()),
  }),
});
export type CountryLive = z.infer<typeof CountryLive>;

/**
 * What a page begins with where a country has too many settlements to be sent at once: all but its settlements, which
 * are told where they are asked for.
 */
export const CountryOverview = z.object({
  /** The state of the boundaries, and the cursor, as `CountryLive` has them. */
  boundaries: z.string(),
  cursor: z.string(),
  /** How many there are, and the box that holds them: west, south, east, north, degrees. */
  settlements: z.int(),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  regions: z.array(z.object({ code: z.string(), names: Names })),
  districts: z.array(z.object({ code: z.string(), regionCode: z.string(), names: Names })),
});
export type CountryOverview = z.infer<typeof CountryOverview>;

/** Of which boundaries: those of the whole country, of its regions alone (`districts=false`), or of one region. */
export const BoundariesQuery = z.object({
  region: z.string().optional(),
  districts: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});
export type BoundariesQuery = z.infer<typeof BoundariesQuery>;
