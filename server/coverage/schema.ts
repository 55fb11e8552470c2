import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { CalendarDate } from '../places/schema.ts';

export const EvidenceKind = z.enum(['claim', 'measurement', 'inspection', 'register']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const technologies = [
  'fibre',
  'cable',
  'copper',
  'fixed-wireless',
  '2g',
  '3g',
  '4g',
  '5g',
  'satellite',
] as const;
export const Technology = z.enum(technologies);
export type Technology = z.infer<typeof Technology>;

const speed = z.number().min(0).max(1_000_000).nullable();

/** How a measurement was taken, as far as its file says. Null is unknown. */
export const Sampling = z.object({
  /** What the speeds are of the tests; of several tests they are taken for means unless it says otherwise. */
  summary: z.enum(['mean', 'median']).nullable(),
  /** Coefficient of variation of the download of the tests. */
  spread: z.number().min(0).max(100).nullable(),
  /** Metres within which the place of the tests is known. */
  accuracy: z.number().min(0).nullable(),
});
export type Sampling = z.infer<typeof Sampling>;

/** What a piece of evidence says, wherever it says it. Null is unknown. */
export const Service = z.object({
  operatorCode: z.string().nullable(),
  technology: Technology.nullable(),
  /** Mbit/s. */
  download: speed,
  /** Mbit/s. */
  upload: speed,
  /** Milliseconds, round trip. */
  latency: z.number().min(0).nullable(),
  /** Speed tests and devices behind a measurement or an inspection. */
  tests: z.int().min(0).nullable(),
  devices: z.int().min(0).nullable(),
  sampling: Sampling.nullable().optional(),
  observedOn: CalendarDate.nullable(),
});
export type Service = z.infer<typeof Service>;

/**
 * Where evidence speaks.
 *   area        inside the polygon or on its edge, as ST_Covers has it (planar, EPSG:4326)
 *   circle      at most `radius` metres from the centre, geodesic on WGS 84
 *   point       where a measurement was made; its reach is the profile's
 *   settlement  that settlement, by code
 */
export type Where =
  | { type: 'area'; geometry: Polygon | MultiPolygon }
  | { type: 'circle'; longitude: number; latitude: number; radius: number }
  | { type: 'point'; longitude: number; latitude: number }
  | { type: 'settlement'; code: string };

/** One piece of evidence. `id` is a UUID; the same file gives the same ids each time that it is read. */
export type Evidence = Service & { id: string; kind: EvidenceKind; where: Where };

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const Ring = z
  .array(z.tuple([longitude, latitude]))
  .min(4)
  .max(1_000_000)
  .refine((ring) => ring[0].join() === ring.at(-1)?.join(), 'a ring must end where it begins');

/** `Where`, as it comes from outside. */
export const WherePlaced: z.ZodType<Where> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('area'),
    geometry: z.discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
    ]),
  }),
  z.object({ type: z.literal('circle'), longitude, latitude, radius: z.number().positive().max(1_000_000) }),
  z.object({ type: z.literal('point'), longitude, latitude }),
  z.object({ type: z.literal('settlement'), code: z.string().min(1) }),
]);
