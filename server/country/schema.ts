import { z } from 'zod';
import { Assessment, Status } from '../assessment/schema.ts';
import { Assignment, Stage } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { EvidenceKind, Service } from '../coverage/schema.ts';
import { HistoryEntry } from '../changes/schema.ts';
import { CalendarDate, Settlement, SettlementKey } from '../places/schema.ts';

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

export const SettlementPage = SettlementFilter.extend({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** A settlement as lists and exports have it. */
export const SettlementSummary = Settlement.extend({
  status: Status.nullable(),
  flagged: z.boolean(),
  reason: z.string().nullable(),
  bestDownload: z.number().nullable(),
  assignments: z.array(Assignment),
});
export type SettlementSummary = z.infer<typeof SettlementSummary>;

/** The numbers of assignments that are not overdue though their quarter is past: their clock stood still. */
const inTime = z.array(z.int());

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
