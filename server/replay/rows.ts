import type { Entity } from '../changes/schema.ts';
import type { RecordedEvidence } from '../coverage/recorded.ts';
import type { Row } from './fold.ts';

/** What the record rebuilds, in the order in which rows may point to each other. */
export const replayed: readonly Entity[] = [
  'region',
  'import',
  'place',
  'settlement',
  'operator',
  'programme',
  'evidence',
  'assignment',
  'schedule',
  'baseline',
  'change-request',
  'inquiry',
  'inquiry-answer',
  'challenge',
  'challenge-claim',
  'challenge-statement',
  'share-link',
  'what-if',
  'attachment',
  'milestone',
  'blocker',
  'progress-report',
  'inspection',
  'calendar-feed',
  'network-node',
  'network-span',
  'cost-parameter',
  'planning-pin',
];

/** Whose reason stands in two columns. */
const withReason: ReadonlySet<Entity> = new Set(['assignment', 'change-request', 'milestone', 'inspection']);

export const tableOf = (entity: Entity): string => entity.replaceAll('-', '_');

/** The hashes of the shapes that a row names. */
export function shapesOf(row: Row): string[] {
  const where = row.where as RecordedEvidence['where'] | undefined;
  const hashes = [row.boundary, row.area, row.residents, where?.type === 'area' ? where.shape : null];
  return hashes.filter((hash) => typeof hash === 'string');
}

/** A row of the record by the columns of its table; geometry as text that PostGIS reads. */
export function columnsOf(entity: Entity, row: Row, shapes: ReadonlyMap<string, string>): Row {
  const columns = { ...plainColumns(row), ...namesOf(row) };
  if (entity === 'evidence') return { ...columns, ...placed(row as Row & RecordedEvidence, shapes) };
  if (entity === 'settlement' || entity === 'network-node') {
    const location = point(row.longitude, row.latitude);
    if (typeof row.area !== 'string') return { ...columns, location };
    const residents = row.residents ?? null;
    return { ...columns, location, area: shapes.get(row.area), area_hash: row.area, residents_hash: residents };
  }
  if (entity === 'network-span') return { ...columns, route: line(row.route as [number, number][]) };
  if (withReason.has(entity)) {
    const reason = row.reason as { code: string; text: string } | null | undefined;
    return { ...columns, reason_code: reason?.code ?? null, reason_text: reason?.text ?? null };
  }
  const boundary = typeof row.boundary === 'string' ? shapes.get(row.boundary) : null;
  return { ...columns, boundary };
}

/** `operatorCode` stands in the column operator_code. */
const plainColumns = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

function namesOf({ names }: Row): Row {
  if (names === undefined) return {};
  const { kk, ru, en } = names as { kk: string; ru: string; en: string };
  return { name_kk: kk, name_ru: ru, name_en: en };
}

function placed(
  { where, box, download, upload, latency, line }: RecordedEvidence,
  shapes: ReadonlyMap<string, string>,
) {
  return {
    download_mbps: download,
    upload_mbps: upload,
    latency_ms: latency,
    source_line: line,
    settlement_code: where.type === 'settlement' ? where.code : null,
    geometry:
      where.type === 'settlement'
        ? null
        : where.type === 'area'
          ? shapes.get(where.shape)
          : point(where.longitude, where.latitude),
    radius_m: where.type === 'circle' ? where.radius : null,
    extent: box && rectangle(box),
  };
}

const point = (longitude: unknown, latitude: unknown) => `SRID=4326;POINT(${String(longitude)} ${String(latitude)})`;

const line = (positions: readonly [number, number][]) =>
  `SRID=4326;LINESTRING(${positions.map(([longitude, latitude]) => `${longitude} ${latitude}`).join(',')})`;

/** As ST_MakeEnvelope draws it. */
const rectangle = ([west, south, east, north]: readonly number[]) =>
  `SRID=4326;POLYGON((${west} ${south},${west} ${north},${east} ${north},${east} ${south},${west} ${south}))`;
