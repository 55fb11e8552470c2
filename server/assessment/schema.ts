import { z } from 'zod';
import { EvidenceKind, Technology } from '../coverage/schema.ts';
import { CalendarDate, Names } from '../places/schema.ts';

export const Status = z.enum(['served', 'underserved', 'unserved', 'contested', 'unknown']);
export type Status = z.infer<typeof Status>;

export const Confidence = z.enum(['high', 'medium', 'low', 'none']);
export type Confidence = z.infer<typeof Confidence>;

/** Why a settlement has its status: a code that the client words in each language. */
export const Reason = z.enum([
  'inspection-meets',
  'inspection-fails',
  'measurement-meets',
  'measurement-contradicts',
  'claim-meets',
  'register-meets',
  'below-threshold',
  'below-floor',
  'no-counting-technology',
  'evidence-expired',
  'too-few-tests',
  'no-evidence',
]);
export type Reason = z.infer<typeof Reason>;

/** What would be needed to say more. */
export const Missing = z.enum([
  'evidence',
  'recent-evidence',
  'speed',
  'upload',
  'latency',
  'technology',
  'date',
  'tests',
  'measurement',
  'population',
]);
export type Missing = z.infer<typeof Missing>;

const Threshold = z.object({
  /** Mbit/s, Mbit/s, ms; null asks nothing. */
  download: z.number().min(0),
  upload: z.number().min(0).nullable(),
  latency: z.number().min(0).nullable(),
  citation: z.string().min(1),
});

/** The service that counts for one family of technology. */
const Family = z.object({
  technologies: z.array(Technology).min(1),
  /** At or above: high-speed. */
  served: Threshold,
  /** At or above, but below served: underserved. Below: unserved. */
  underserved: Threshold,
});

/** The versioned rule of what counts as high-speed. Data, never code: geodata/profiles. */
export const Profile = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  names: Names,
  /** Where the rule as a whole comes from. */
  citation: z.string().min(1),
  /** A technology in none of the families does not count. */
  families: z.object({ fixed: Family, mobile: Family, satellite: Family }).partial(),
  /** Months after which each kind of evidence no longer counts; null is never. */
  maximumAgeMonths: z.record(EvidenceKind, z.int().positive().nullable()),
  measurement: z.object({
    /** Below either, all measurements within reach together say nothing. */
    minimumTests: z.int().positive(),
    minimumDevices: z.int().positive(),
    /** Metres from the settlement within which a measured point speaks of it. */
    reach: z.number().positive(),
    /** A claim is contradicted when the measured download is below this share of its threshold. */
    contradictionShare: z.number().positive().max(1),
    citation: z.string().min(1),
  }),
  /** Share of residents to be covered; a settlement given as a point is covered whole or not at all. */
  shareOfResidents: z.number().positive().max(1),
  /** The status of a place of which nothing is known. */
  withoutEvidence: z.enum(['unserved', 'unknown']),
});
export type Profile = z.infer<typeof Profile>;

/** The best service found at a settlement. Mbit/s and ms. */
export const BestService = z.object({
  kind: EvidenceKind,
  operatorCode: z.string().nullable(),
  technology: Technology.nullable(),
  download: z.number().nullable(),
  upload: z.number().nullable(),
  latency: z.number().nullable(),
});
export type BestService = z.infer<typeof BestService>;

/** The status of one settlement under one profile on one date, and why. */
export const Assessment = z.object({
  status: Status,
  /** Population strictly above the threshold, and not served. */
  flagged: z.boolean(),
  reason: Reason,
  confidence: Confidence,
  best: BestService.nullable(),
  /** Ids of the evidence that decided, sorted. */
  deciding: z.array(z.uuid()),
  missing: z.array(Missing),
  assessedOn: CalendarDate,
});
export type Assessment = z.infer<typeof Assessment>;
