import type { Cell } from '../documents/workbook.ts';
import type { TableRow } from '../documents/table-file.ts';
import type { ContradictionRow, UnclaimedRow } from './schema.ts';

const tableOf = <Row extends { longitude: number; latitude: number }, Column extends string>(
  rows: readonly Row[],
  cellsOf: (row: Row) => Record<Column, Cell>,
  columns: readonly Column[],
): { columns: readonly Column[]; rows: TableRow<Column>[] } => ({
  columns,
  rows: rows.map((row) => ({
    cells: cellsOf(row),
    geometry: { type: 'Point', coordinates: [row.longitude, row.latitude] },
  })),
});

const placeCells = ({
  regionCode,
  districtCode,
  code,
  names,
  population,
  status,
  flagged,
  assessedOn,
}: UnclaimedPlace) => ({
  code,
  name_kk: names.kk,
  name_ru: names.ru,
  name_en: names.en,
  region_code: regionCode,
  district_code: districtCode,
  population,
  status,
  flagged,
  assessed_on: assessedOn,
});
type UnclaimedPlace = Omit<UnclaimedRow, 'measured'>;

const placeColumns = ['code', 'name_kk', 'name_ru', 'name_en', 'region_code', 'district_code', 'population', 'status', 'flagged', 'assessed_on'] as const; // prettier-ignore

/** Contradicted claims as a file; the ids of evidence part their cells by semicolons. */
export const contradictionTable = (rows: readonly ContradictionRow[]) =>
  tableOf(
    rows,
    (row) => ({
      ...placeCells(row),
      operator: row.operatorCode,
      technology: row.technology,
      claimed_download: row.download,
      threshold: row.threshold,
      contradicted_by: row.by,
      found_download: row.found,
      tests: row.tests,
      devices: row.devices,
      latest: row.latest,
      confidence: row.confidence,
      claims: row.claims.join('; '),
      evidence: row.against.join('; '),
    }),
    [...placeColumns, 'operator', 'technology', 'claimed_download', 'threshold', 'contradicted_by', 'found_download', 'tests', 'devices', 'latest', 'confidence', 'claims', 'evidence'], // prettier-ignore
  );

/** Unclaimed places as a file. */
export const unclaimedTable = (rows: readonly UnclaimedRow[]) =>
  tableOf(
    rows,
    ({ measured, ...row }) => ({
      ...placeCells(row),
      operator: measured.operatorCode,
      typical_download: measured.download?.typical ?? null,
      low: measured.download?.low ?? null,
      high: measured.download?.high ?? null,
      tests: measured.tests,
      devices: measured.devices,
      latest: measured.latest,
      probability_of_service: measured.reachesFloor,
      probability_of_high_speed: measured.meets,
      means_only: measured.meansOnly,
      evidence: measured.evidence.join('; '),
    }),
    [...placeColumns, 'operator', 'typical_download', 'low', 'high', 'tests', 'devices', 'latest', 'probability_of_service', 'probability_of_high_speed', 'means_only', 'evidence'], // prettier-ignore
  );
