import type { Point } from 'geojson';
import type { Cell } from '../documents/workbook.ts';
import type { TableRow } from '../documents/table-file.ts';
import type { Bounded } from '../places/queries.ts';
import type { Names } from '../places/schema.ts';
import type { Known } from './known.ts';
import type { Coverage, OverdueRow, ReportSettlement } from './schema.ts';

// The columns of the files are named as those of the files that come in.

interface Table<Column extends string> {
  columns: readonly Column[];
  rows: TableRow<Column>[];
}

const tableOf = <Row, Column extends string>(
  rows: readonly Row[],
  columns: Record<Column, (row: Row) => Cell>,
  geometryOf: (row: Row) => object | null,
): Table<Column> => {
  const names = Object.keys(columns) as Column[];
  const cellsOf = (row: Row) =>
    Object.fromEntries(names.map((name) => [name, columns[name](row)])) as Record<Column, Cell>;
  return { columns: names, rows: rows.map((row) => ({ cells: cellsOf(row), geometry: geometryOf(row) })) };
};

const point = ({ longitude, latitude }: { longitude: number; latitude: number }): Point => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

const named = <Row extends { names: Names | null }>() => ({
  name_kk: ({ names }: Row) => names?.kk ?? null,
  name_ru: ({ names }: Row) => names?.ru ?? null,
  name_en: ({ names }: Row) => names?.en ?? null,
});

/** The figures of each region, or of each district of one, within its boundary. */
export function coverageTable({ asOf, rows }: Coverage, boundaries: { regions: Bounded[]; districts: Bounded[] }) {
  type Row = Coverage['rows'][number];
  const shapes = new Map(
    [...boundaries.regions, ...boundaries.districts].map(({ regionCode, code, boundary }) => [
      `${regionCode} ${code}`,
      boundary,
    ]),
  );
  return tableOf(
    rows,
    {
      known_on: () => asOf,
      region_code: (row) => row.regionCode,
      district_code: (row) => row.districtCode,
      ...named<Row>(),
      settlements: (row) => row.counted.settlements,
      residents: (row) => row.counted.residents,
      served_settlements: (row) => row.served.settlements,
      served_residents: (row) => row.served.residents,
      share_of_settlements: (row) => row.share.settlements,
      share_of_residents: (row) => row.share.residents,
      flagged_settlements: (row) => row.flagged.settlements,
      flagged_residents: (row) => row.flagged.residents,
      overdue_settlements: (row) => row.overdue.settlements,
      overdue_residents: (row) => row.overdue.residents,
      population_missing: (row) => row.populationMissing,
    },
    (row) => shapes.get(`${row.regionCode} ${row.districtCode ?? row.regionCode}`) ?? null,
  );
}

/** What is overdue, by days × people, where it is. */
export function overdueTable({ asOf, settlements }: Known, rows: readonly OverdueRow[]) {
  const places = new Map(settlements.map((place) => [`${place.regionCode} ${place.code}`, point(place)]));
  return tableOf(
    rows,
    {
      known_on: () => asOf,
      code: (row) => row.code,
      ...named<OverdueRow>(),
      region_code: (row) => row.regionCode,
      district_code: (row) => row.districtCode,
      population: (row) => row.population,
      operator: (row) => row.operatorCode,
      technology: (row) => row.technology,
      stage: (row) => row.stage,
      finish_quarter: (row) => row.finishQuarter,
      due_on: (row) => row.dueOn,
      days_stopped: (row) => row.daysStopped,
      deadline: (row) => row.deadline,
      days_overdue: (row) => row.daysOverdue,
      person_days: (row) => row.personDays,
      cause: (row) => row.cause?.code ?? null,
      cause_owed_by: (row) => row.cause?.owedBy ?? null,
      cause_text: (row) => row.cause?.text ?? null,
      responsible_officer: (row) => row.responsibleOfficer,
    },
    ({ regionCode, code }) => places.get(`${regionCode} ${code}`) ?? null,
  );
}

/** Settlements as they were known; several assignments share a cell, parted by semicolons. */
export function settlementsTable(asOf: string, rows: readonly ReportSettlement[]) {
  const each = (value: (assignment: ReportSettlement['assignments'][number]) => string) => (row: ReportSettlement) =>
    row.assignments.map(value).join('; ');
  return tableOf(
    rows,
    {
      known_on: () => asOf,
      code: (row) => row.code,
      ...named<ReportSettlement>(),
      region_code: (row) => row.regionCode,
      district_code: (row) => row.districtCode,
      population: (row) => row.population,
      population_date: (row) => row.populationDate,
      population_source: (row) => row.populationSource,
      longitude: (row) => row.longitude,
      latitude: (row) => row.latitude,
      status: (row) => row.status,
      flagged: (row) => row.flagged,
      operator: each((a) => a.operatorCode),
      technology: each((a) => a.technology),
      start_quarter: each((a) => a.startQuarter),
      finish_quarter: each((a) => a.finishQuarter),
      stage: each((a) => a.stage),
    },
    point,
  );
}
