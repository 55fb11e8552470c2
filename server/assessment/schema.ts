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
  'means-only',
  'partly-covered',
  'below-threshold',
  'below-floor',
  'no-counting-technology',
  'evidence-expired',
  'too-few-tests',
  'tests-undecided',
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
  'medians',
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

/** By what measurements speak: see typical.ts. */
const MeasuringModel = z.object({
  /** What a test at some distance counts of one made on the spot: steps of metres outwards, the last up to the reach. */
  nearness: z
    .array(z.object({ within: z.number().positive(), weight: z.number().positive().max(1) }))
    .min(1)
    .refine(
      (steps) =>
        steps.every((step, i) => i === 0 || (step.within > steps[i - 1].within && step.weight <= steps[i - 1].weight)),
      'nearness must go outwards, and weights must not rise',
    ),
  /** Months that halve what a test counts; null never does. */
  halfLifeMonths: z.number().positive().nullable(),
  /** Coefficient of variation of tests at one place, where their file does not tell it. */
  spread: z.number().positive(),
  /** Correlation between tests of one device. */
  clustering: z.number().min(0).max(1),
  /** Coefficient of variation between what is typical where a reading was taken and here; the more, the less it weighs. */
  placeSpread: z.number().min(0),
  /** Coefficient of variation of what no number of tests averages out: who tests, on which tariff, device and Wi-Fi. */
  bias: z.number().min(0),
  /** Degrees of freedom of Student's t, by which errors are spread; without them the normal distribution. */
  degrees: z.int().positive().multipleOf(2).optional(),
  /** Metres: tests whose place is known less well never count. */
  accuracy: z.number().positive(),
  /** The probability at which tests show that a threshold is met, and at which they contradict a claim. */
  supportAt: z.number().min(0.5).max(1),
  contradictAt: z.number().min(0.5).max(1),
  citation: z.string().min(1),
});
export type MeasuringModel = z.infer<typeof MeasuringModel>;

/** The versioned rule of what counts as high-speed. Data, never code: geodata/profiles. */
export const Profile = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  names: Names,
  /** Where the rule as a whole comes from; a profile of one's own may say it in one language alone. */
  citation: z.union([Names, z.string().min(1)]),
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
    /** A claim is contradicted when the typical download is below this share of its threshold. */
    contradictionShare: z.number().positive().max(1),
    citation: z.string().min(1),
    /** Without it, as profiles were before version 2: see `earlierModel`. */
    model: MeasuringModel.optional(),
  }),
  /** Share of the residents, or where only its area is known of the area, to be covered; a point is whole or not at all. */
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

/** A value that is typical of users, with the bounds between which it lies with nine chances in ten. */
const Typical = z.object({ typical: z.number(), low: z.number(), high: z.number() });

/** What the tests of one operator's service, or of whoever's it is, amount to at a settlement. */
export const Measured = z.object({
  operatorCode: z.string().nullable(),
  /** Null where the technology is not known. */
  family: z.enum(['fixed', 'mobile', 'satellite']).nullable(),
  evidence: z.array(z.uuid()),
  tests: z.int(),
  devices: z.int(),
  /** Tests made here today, each on a device of its own, that would be worth as much. */
  worth: z.number(),
  /** The date of the latest; null where none has a date. */
  latest: CalendarDate.nullable(),
  /** All are means of several tests: they never prove that most users have a speed. */
  meansOnly: z.boolean(),
  /** Mbit/s; null where no test counts. */
  download: Typical.nullable(),
  /** The probability that the typical service is high-speed, and that it reaches the lowest threshold. */
  meets: z.number(),
  reachesFloor: z.number(),
  /** What they say; `meets` by tests or medians alone, `means-meet` by means, which do not prove it. */
  verdict: z.enum(['meets', 'means-meet', 'below-threshold', 'below-floor', 'undecided', 'too-few']),
});
export type Measured = z.infer<typeof Measured>;

/** What an operator says of its service at a settlement that measurements or an inspection contradict. */
export const Contradiction = z.object({
  operatorCode: z.string().nullable(),
  technology: Technology.nullable(),
  /** What was said, by which claims or registers. */
  claims: z.array(z.uuid()),
  /** The highest download said, Mbit/s, and the threshold that it reaches. */
  download: z.number().nullable(),
  level: z.enum(['served', 'underserved']),
  threshold: z.number(),
  by: z.enum(['measurement', 'inspection']),
  against: z.array(z.uuid()),
  /** Mbit/s that are typical, or that the inspection found. */
  found: z.number().nullable(),
  tests: z.int().nullable(),
  devices: z.int().nullable(),
  latest: CalendarDate.nullable(),
  /** The probability that the claim is not met; null of an inspection, which leaves it to no probability. */
  confidence: z.number().nullable(),
});
export type Contradiction = z.infer<typeof Contradiction>;

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
  /** Of a settlement given as a polygon, the share of its residents or of its area that is high-speed; else null. */
  covered: z.number().nullable(),
  /** By residents where it is known where in it they live. */
  coveredBy: z.enum(['area', 'residents']).nullable(),
  measured: z.array(Measured),
  contradictions: z.array(Contradiction),
  /** Tests show service where nobody claims any. */
  unclaimed: z.boolean(),
  assessedOn: CalendarDate,
});
export type Assessment = z.infer<typeof Assessment>;
