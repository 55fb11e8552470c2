import { stringify } from 'csv-stringify/sync';
import { assignmentsOf } from '../assignments/queries.ts';
import type { Database } from '../database/database.ts';
import { byteOrderMark, type FileFormat } from '../documents/table-file.ts';
import { type Cell, workbookOf } from '../documents/workbook.ts';
import { settlementsMatching, withAssignments } from './queries.ts';
import type { SettlementFilter, SettlementSummary } from './schema.ts';

const pageSize = 1000;

/** A settlement as one flat row: several assignments share a cell, parted by semicolons. */
function flat(row: SettlementSummary): Record<(typeof columns)[number], Cell> {
  const each = (value: (assignment: SettlementSummary['assignments'][number]) => string) =>
    row.assignments.map(value).join('; ');
  return {
    code: row.code,
    name_kk: row.names.kk,
    name_ru: row.names.ru,
    name_en: row.names.en,
    region_code: row.regionCode,
    district_code: row.districtCode,
    population: row.population,
    population_date: row.populationDate,
    population_source: row.populationSource,
    longitude: row.longitude,
    latitude: row.latitude,
    status: row.status,
    flagged: row.flagged,
    reason: row.reason,
    best_download_mbps: row.bestDownload,
    operator: each((a) => a.operatorCode),
    technology: each((a) => a.technology),
    start_quarter: each((a) => a.startQuarter),
    finish_quarter: each((a) => a.finishQuarter),
    stage: each((a) => a.stage),
  };
}

const columns = [
  'code',
  'name_kk',
  'name_ru',
  'name_en',
  'region_code',
  'district_code',
  'population',
  'population_date',
  'population_source',
  'longitude',
  'latitude',
  'status',
  'flagged',
  'reason',
  'best_download_mbps',
  'operator',
  'technology',
  'start_quarter',
  'finish_quarter',
  'stage',
] as const;

/** Every settlement that matches the filter, a page at a time. One company's assignments, or all. */
async function* pages(database: Database, filter: SettlementFilter, company: string | null) {
  let after: SettlementSummary | null = null;
  do {
    const found = await settlementsMatching(database, filter, { after, limit: pageSize }, company);
    const rows: SettlementSummary[] = withAssignments(found, await assignmentsOf(database, found, company));
    if (rows.length > 0) yield rows;
    after = rows.length === pageSize ? rows.at(-1)! : null;
  } while (after !== null);
}

/**
 * The matching settlements as pieces of a file: CSV with a byte order mark, which spreadsheets need, an XLSX workbook,
 * or GeoJSON points.
 */
export async function* exportSettlements(
  database: Database,
  format: FileFormat,
  filter: SettlementFilter,
  company: string | null,
): AsyncGenerator<string | Buffer> {
  if (format === 'xlsx') {
    const rows: Cell[][] = [];
    for await (const page of pages(database, filter, company)) {
      rows.push(...page.map(flat).map((row) => columns.map((column) => row[column])));
    }
    yield await workbookOf('settlements', columns, rows);
    return;
  }
  let first = true;
  if (format === 'geojson') yield '{"type":"FeatureCollection","features":[';
  for await (const rows of pages(database, filter, company)) {
    if (format === 'csv') {
      yield (first ? byteOrderMark : '') + stringify(rows.map(flat), { header: first, escape_formulas: true, cast });
    } else {
      yield (first ? '\n' : ',\n') + rows.map((row) => JSON.stringify(feature(row))).join(',\n');
    }
    first = false;
  }
  if (format === 'geojson') yield '\n]}\n';
}

const cast = { boolean: (value: boolean) => String(value) };

function feature(row: SettlementSummary) {
  const { longitude, latitude, ...properties } = flat(row);
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties };
}
