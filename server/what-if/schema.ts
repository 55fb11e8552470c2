import { z } from 'zod';
import { Status } from '../assessment/schema.ts';
import { EvidenceKind, Technology } from '../coverage/schema.ts';
import { CalendarDate, NameLanguage, Names, SettlementKey } from '../places/schema.ts';

/** Texts of an address that stand side by side, parted by commas. */
const list = (most: number) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.string()).max(most));

/** Mbit/s, as a page asks for it. */
const speed = z.coerce.number().positive().max(1_000_000);

/** What is to be otherwise than it is; what is not said stays as it is in force. */
export const Supposed = z.object({
  profile: z.string().optional().describe('The code of a profile that comes with the product'),
  fixed: speed.optional().describe('Mbit/s down at which fixed service counts as high-speed'),
  mobile: speed.optional(),
  satellite: speed.optional(),
  threshold: z.coerce.number().int().min(0).max(100_000_000).optional().describe('Residents; more are flagged'),
  date: CalendarDate.optional().describe('The date for which evidence counts'),
  operators: list(200).optional().describe('Codes, by commas: the claims of these are withdrawn'),
  datasets: list(200).optional().describe('Names, by commas: the evidence of these is withdrawn'),
  evidence: list(100).optional().describe('Identifiers, by commas: these pieces are withdrawn'),
});
export type Supposed = z.infer<typeof Supposed>;

export const WhatIfQuery = Supposed.extend({
  region: z.string().optional().describe('Parts and settlements of this region alone'),
  language: NameLanguage.default('kk'),
  limit: z.coerce.number().int().min(0).max(20_000).default(10_000),
});
export type WhatIfQuery = z.infer<typeof WhatIfQuery>;

/** Settlements, and the people known to live in them. */
const Count = z.object({ settlements: z.int(), residents: z.int() });

const Outcome = z.object({ byStatus: z.record(Status, Count), flagged: Count });
export type Outcome = z.infer<typeof Outcome>;

/** Better: served at last. Worse: served no more. Other: another of the statuses without service, or flagged or not. */
export const Direction = z.enum(['better', 'worse', 'other']);
export type Direction = z.infer<typeof Direction>;

/** A settlement that would be assessed otherwise. A status of null was never assessed. */
export const ChangedSettlement = SettlementKey.extend({
  districtCode: z.string(),
  name: z.string(),
  population: z.int().nullable(),
  longitude: z.number(),
  latitude: z.number(),
  from: Status.nullable(),
  to: Status,
  wasFlagged: z.boolean(),
  isFlagged: z.boolean(),
});
export type ChangedSettlement = z.infer<typeof ChangedSettlement>;

/** How a region, or a district of it, would differ: what changed, and more (below zero: fewer) served and flagged. */
export const PartDifference = z.object({
  regionCode: z.string(),
  districtCode: z.string().nullable(),
  names: Names.nullable(),
  changed: Count,
  served: Count,
  flagged: Count,
});
export type PartDifference = z.infer<typeof PartDifference>;

/** A piece of evidence that is withdrawn by its identifier. */
const NamedEvidence = z.object({
  id: z.string(),
  kind: EvidenceKind,
  operatorCode: z.string().nullable(),
  technology: Technology.nullable(),
  observedOn: CalendarDate.nullable(),
  dataset: z.string(),
});

const ProfileName = z.object({ code: z.string(), version: z.int(), names: Names });

export const WhatIfResult = z.object({
  profile: ProfileName,
  /** Mbit/s down of each family as supposed. */
  downloads: z.record(z.string(), z.number()),
  populationThreshold: z.int(),
  asOf: CalendarDate,
  /** How many pieces of evidence are withdrawn, each once however many regions it touches. */
  withdrawn: z.int(),
  named: z.array(NamedEvidence),
  inForce: Outcome,
  supposed: Outcome,
  /** From which status to which: those that stay the same, too. */
  matrix: z.array(Count.extend({ from: Status.nullable(), to: Status })),
  changed: Count,
  /** The regions; of one region the districts. Those alone where something would change. */
  parts: z.array(PartDifference),
  /** The largest of what changed first. */
  rows: z.array(ChangedSettlement),
  /** Those that changed beside the rows that are told. */
  more: z.int(),
});
export type WhatIfResult = z.infer<typeof WhatIfResult>;

/** What there is to choose from. */
export const WhatIfChoices = z.object({
  inForce: ProfileName.extend({ downloads: z.record(z.string(), z.number()), populationThreshold: z.int() }),
  today: CalendarDate,
  profiles: z.array(ProfileName.extend({ downloads: z.record(z.string(), z.number()) })),
  datasets: z.array(z.object({ dataset: z.string(), pieces: z.int() })),
});
export type WhatIfChoices = z.infer<typeof WhatIfChoices>;

/** What was found when it was saved: figures may have moved since. */
const Found = z.object({ changed: Count, flagged: Count });
export type Found = z.infer<typeof Found>;

export const SaveWhatIf = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(200),
  supposed: z.record(z.string(), z.string()).describe('As in the address of the question'),
});
export type SaveWhatIf = z.infer<typeof SaveWhatIf>;

export const SavedWhatIf = z.object({
  id: z.uuid(),
  name: z.string(),
  supposed: z.record(z.string(), z.string()),
  found: Found,
  savedBy: z.string(),
  savedByName: z.string(),
  savedOn: CalendarDate,
});
export type SavedWhatIf = z.infer<typeof SavedWhatIf>;
