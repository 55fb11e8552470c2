import { z } from 'zod';
import { Assessment, Status } from '../assessment/schema.ts';
import { Assignment, Stage } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { EvidenceKind, Service } from '../coverage/schema.ts';
import { HistoryEntry } from '../changes/schema.ts';
import { CalendarDate, NameLanguage, Settlement, SettlementKey } from '../places/schema.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Which settlements: every condition that is given must hold. */
export const SettlementFilter = z.object({
  query: z.string().max(100).optional().describe('Part of a name in any language, or of a code'),
  region: z.string().optional(),
  district: z.string().optional(),
  status: Status.optional(),
  flagged: flag.optional(),
  populationMissing: flag.optional(),
  populationFrom: z.coerce.number().int().min(0).optional(),
  populationTo: z.coerce.number().int().min(0).optional(),
  operator: z
    .string()
    .optional()
    .describe('Has an assignment to this operator; one assignment matches operator, stage and quarter'),
  stage: Stage.or(z.literal('none')).optional().describe('Has an assignment in this stage; none: has no assignment'),
  quarter: Quarter.optional().describe('Has an assignment that finishes in this quarter'),
});
export type SettlementFilter = z.infer<typeof SettlementFilter>;

/** Largest population first, unknown last; by name; by district and then name; by region and code. */
export const SettlementSort = z.enum(['population', 'name', 'district', 'code']);
export type SettlementSort = z.infer<typeof SettlementSort>;

export const SettlementPage = SettlementFilter.extend({
  cursor: z.string().optional().describe('What the page before named as the next'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  sort: SettlementSort.optional().describe('Without it, by region and code'),
  language: NameLanguage.default('kk').describe('In which names are sorted'),
});
export type SettlementPage = z.infer<typeof SettlementPage>;

/** What all that match a filter amount to. */
export const MatchingTotal = z.object({
  settlements: z.int(),
  residents: z.int().describe('Of those whose population is known'),
  populationMissing: z.int(),
  flagged: z.int(),
  flaggedResidents: z.int(),
  districts: z.int(),
});

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

export const WithinRequest = z.object({
  filter: SettlementFilter.default({}).describe('Texts, as in an address'),
  polygon: z
    .array(z.tuple([longitude, latitude]))
    .min(3)
    .max(10_000)
    .describe('Longitude and latitude of each corner'),
});

export const NearestQuery = SettlementFilter.extend({
  longitude: z.coerce.number().pipe(longitude),
  latitude: z.coerce.number().pipe(latitude),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** The numbers of assignments that are not overdue though their quarter is past: their clock stood still. */
const inTime = z.array(z.int());

/** A settlement as lists and exports have it. */
export const SettlementSummary = Settlement.extend({
  status: Status.nullable(),
  flagged: z.boolean(),
  reason: z.string().nullable(),
  bestDownload: z.number().nullable(),
  assignments: z.array(Assignment),
  /** In lists that have an order. */
  inTime: inTime.optional(),
});
export type SettlementSummary = z.infer<typeof SettlementSummary>;

/** With the metres to the point that was asked for. */
export const NearSettlement = SettlementSummary.extend({ distance: z.number() });

export const RowsRequest = z.object({
  settlements: z.array(SettlementKey).max(20_000),
  places: z.boolean().default(false).describe('Tell where they are too'),
});

/** The living part of one settlement. */
export const LiveRow = SettlementKey.extend({
  population: z.int().nullable(),
  status: Status.nullable(),
  flagged: z.boolean(),
  assignments: z.array(Assignment),
  inTime,
  /** Where it is, for whoever asks for that too. */
  place: Settlement.pick({ districtCode: true, names: true, longitude: true, latitude: true }).optional(),
});
export type LiveRow = z.infer<typeof LiveRow>;

/** A piece of evidence as the details of a settlement show it, with where it came from. */
export const ShownEvidence = Service.extend({
  id: z.uuid(),
  kind: EvidenceKind,
  where: z.enum(['area', 'circle', 'point', 'settlement']),
  /** Metres from the settlement to the centre of a circle or point. */
  distance: z.number().nullable(),
  /** Metres; of a circle. */
  radius: z.number().nullable(),
  /** It was among those that decided the status. */
  deciding: z.boolean(),
  dataset: z.string(),
  fileName: z.string().nullable(),
  source: z.string().nullable(),
  line: z.int().nullable(),
  /** The challenge of it at this settlement that waits, or that was upheld: then it does not count here. */
  challenge: z.object({ number: z.int(), upheld: z.boolean() }).nullable(),
});
export type ShownEvidence = z.infer<typeof ShownEvidence>;

export const SettlementDetail = z.object({
  settlement: Settlement.extend({ version: z.int() }),
  assessment: Assessment.nullable(),
  evidence: z.array(ShownEvidence),
  assignments: z.array(Assignment),
  inTime,
  history: z.array(HistoryEntry.omit({ undoable: true, settlements: true })),
});
export type SettlementDetail = z.infer<typeof SettlementDetail>;

export const PopulationEdit = z.object({
  version: z.int(),
  population: z.int().min(0).max(100_000_000).nullable(),
  populationDate: CalendarDate.nullable(),
  populationSource: z.string().max(200).nullable(),
});
export type PopulationEdit = z.infer<typeof PopulationEdit>;
