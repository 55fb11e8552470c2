import { z } from 'zod';
import { Status } from '../assessment/schema.ts';
import { Assignment, ReasonCode, Stage } from '../assignments/schema.ts';
import { Quarter } from '../calendar/schema.ts';
import { Cause } from '../construction/schema.ts';
import { Verb } from '../changes/schema.ts';
import { SettlementFilter } from '../country/schema.ts';
import { Technology } from '../coverage/schema.ts';
import { CalendarDate, Names, SettlementKey } from '../places/schema.ts';

/** Settlements, and the people known to live in them. */
export const Count = z.object({ settlements: z.int(), residents: z.int() });
export type Count = z.infer<typeof Count>;

const share = z.number().min(0).max(1).nullable();

/** How far a part of the country is served. */
export const Figures = z.object({
  all: Count,
  /** Settlements whose population is unknown: listed, and counted nowhere but in `all` and `byStatus`. */
  populationMissing: z.int(),
  /** Those with more residents than the programme's threshold: the whole, of which served and flagged are the parts. */
  counted: Count,
  served: Count,
  flagged: Count,
  /** Of all settlements; one that was never assessed is unknown. */
  byStatus: z.record(Status, Count),
  /** Served of counted, 0 to 1; null where none is counted. */
  share: z.object({ settlements: share, residents: share }),
});
export type Figures = z.infer<typeof Figures>;

/** Which part of the country, and as known on which date: today unless another is given. */
export const ReportQuery = z.object({
  region: z.string().optional(),
  district: z.string().optional(),
  knownOn: CalendarDate.optional().describe('The figures of this date, from the record of changes'),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const PlanQuery = ReportQuery.extend({ operator: z.string().optional() });
export type PlanQuery = z.infer<typeof PlanQuery>;

/** Where figures come from: a source of populations, or a file of evidence. */
export const ReportSource = z.object({
  kind: z.string(),
  /** Empty where none was stated. */
  source: z.string(),
  licence: z.string(),
  /** The date of the newest of it; null where it has none. */
  dated: CalendarDate.nullable(),
  /** Settlements whose population it gave, or rows of the file. */
  rows: z.int(),
});
export type ReportSource = z.infer<typeof ReportSource>;

/** Figures of a place, and of it the settlements where something is overdue. */
const placed = Figures.extend({ overdue: Count });
export const PartFigures = placed.extend({
  regionCode: z.string(),
  districtCode: z.string().nullable(),
  names: Names.nullable(),
});
export type PartFigures = z.infer<typeof PartFigures>;

const named = z.object({ code: z.string(), names: Names });

export const Coverage = z.object({
  /** The date of the figures. */
  asOf: CalendarDate,
  populationThreshold: z.int(),
  profile: z.object({ code: z.string(), version: z.int(), names: Names, citation: Names }),
  /** By this date all of the counted are to be served. */
  targetDate: CalendarDate.nullable(),
  /** Every region of the country, and every district of the region that was asked for. */
  regions: z.array(named),
  districts: z.array(named),
  /** Of the part that was asked for. */
  total: placed,
  /** Its regions; of one region, its districts. The district of a settlement that is in none is null. */
  rows: z.array(PartFigures),
  sources: z.array(ReportSource),
});
export type Coverage = z.infer<typeof Coverage>;

export const Curve = z.object({
  asOf: CalendarDate,
  currentQuarter: Quarter,
  /** The target: all of the counted. */
  counted: Count,
  /** Counted and served without a finished assignment: where the curves begin. */
  servedBefore: Count,
  /**
   * At the end of each quarter, added up since the first. Planned: by the baselines in force. Forecast: when each is
   * expected on air, or came. Actual: when what is operational or verified came on air; null of quarters to come.
   */
  quarters: z.array(z.object({ quarter: Quarter, planned: Count, forecast: Count, actual: Count.nullable() })),
  byStage: z.partialRecord(Stage, Count),
});
export type Curve = z.infer<typeof Curve>;

export const OverdueRow = SettlementKey.extend({
  number: z.int(),
  districtCode: z.string().nullable(),
  names: Names,
  population: z.int().nullable(),
  operatorCode: z.string(),
  technology: Technology,
  stage: Stage,
  finishQuarter: Quarter,
  /** The last day of the finish quarter. */
  dueOn: CalendarDate,
  /** Days on which the operator's clock stood still for what the state owed; with them, the deadline, and the days since. */
  daysStopped: z.int(),
  deadline: CalendarDate,
  daysOverdue: z.int(),
  /** Days × people, by which the rows are sorted; null where the population is unknown. */
  personDays: z.int().nullable(),
  /** Why, and who owes it, where it is known. */
  cause: Cause.nullable(),
  responsibleOfficer: z.string(),
});
export type OverdueRow = z.infer<typeof OverdueRow>;

export const Overdue = z.object({ asOf: CalendarDate, total: Count, rows: z.array(OverdueRow) });
export type Overdue = z.infer<typeof Overdue>;

export const ChangesQuery = ReportQuery.extend({
  since: CalendarDate.optional().describe(
    'The figures of the end of this day are compared; a week before, unless given',
  ),
});

export const ChangesReport = z.object({
  since: CalendarDate,
  asOf: CalendarDate,
  before: Figures,
  after: Figures,
  /** Settlements whose status is another than before, the most people first; at most 500. */
  statuses: z.array(
    SettlementKey.extend({
      names: Names,
      population: z.int().nullable(),
      before: Status.nullable(),
      after: Status.nullable(),
    }),
  ),
  statusesInAll: z.int(),
  /** Assignments by the stage before (null: there was none) and after (null: withdrawn). */
  stages: z.array(z.object({ before: Stage.nullable(), after: Stage.nullable(), assignments: z.int() })),
  /** What people did in the whole country meanwhile. */
  work: z.array(z.object({ verb: Verb, actions: z.int(), items: z.int() })),
});
export type ChangesReport = z.infer<typeof ChangesReport>;

/** An assignment without its officer, its cost and what was written about it. */
const reportAssignment = Assignment.pick({
  number: true,
  operatorCode: true,
  technology: true,
  startQuarter: true,
  finishQuarter: true,
  stage: true,
});

/** A settlement as it was known on the date of a report. */
export const ReportSettlement = SettlementKey.extend({
  districtCode: z.string().nullable(),
  names: Names,
  population: z.int().nullable(),
  populationSource: z.string().nullable(),
  populationDate: CalendarDate.nullable(),
  longitude: z.number(),
  latitude: z.number(),
  status: Status.nullable(),
  flagged: z.boolean(),
  assignments: z.array(reportAssignment),
});
export type ReportSettlement = z.infer<typeof ReportSettlement>;

export const SettlementsQuery = SettlementFilter.extend({
  knownOn: ReportQuery.shape.knownOn,
  cursor: z.coerce.number().int().min(0).default(0).describe('How many rows to pass over'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const SettlementsReport = z.object({
  asOf: CalendarDate,
  /** How many match, on all pages. */
  total: z.int(),
  /** The most people first; those whose population is unknown last. */
  rows: z.array(ReportSettlement),
  /** The cursor of the next page; null on the last. */
  next: z.int().nullable(),
});
export type SettlementsReport = z.infer<typeof SettlementsReport>;

/** Which rows of what is overdue: of one cause, or of those of which nobody has said why. */
export const OverdueFilter = PlanQuery.extend({ cause: ReasonCode.or(z.literal('none')).optional() });
export type OverdueFilter = z.infer<typeof OverdueFilter>;
