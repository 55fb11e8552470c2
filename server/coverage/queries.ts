import type { Database } from '../database/database.ts';
import { boundaryMargin } from '../places/margin.ts';
import type { Evidence } from './schema.ts';

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

/** A piece of evidence in one of its regions. */
export interface EvidenceKey {
  regionCode: string;
  id: string;
}

/** A piece of evidence on its way into one region: `box` holds its area or circle, `line` is where a file has it. */
export interface NewEvidence extends EvidenceKey {
  evidence: Evidence;
  box: Box | null;
  line: number | null;
  version: number;
}

function geometryOf({ where }: Evidence): string | null {
  if (where.type === 'settlement') return null;
  return JSON.stringify(
    where.type === 'area' ? where.geometry : { type: 'Point', coordinates: [where.longitude, where.latitude] },
  );
}

/** Adds evidence, each piece in one region. */
export async function addEvidence(
  database: Database,
  rows: readonly NewEvidence[],
  dataset: string,
  importId: string | null,
): Promise<void> {
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       tests, devices, observed_on, settlement_code, geometry, radius_m, extent, dataset, source_line, import_id, version,
       sampling)
     select region_code, id, kind, operator_code, technology, download, upload, latency, tests, devices, observed_on,
       settlement_code, st_setsrid(st_geomfromgeojson(geometry), 4326), radius,
       case when west is not null then st_makeenvelope(west, south, east, north, 4326) end,
       $21, line, $22::uuid, version, sampling
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::double precision[],
       $7::double precision[], $8::double precision[], $9::integer[], $10::integer[], $11::date[], $12::text[],
       $13::text[], $14::double precision[], $15::double precision[], $16::double precision[],
       $17::double precision[], $18::double precision[], $19::integer[], $20::bigint[], $23::jsonb[])
       as row (region_code, id, kind, operator_code, technology, download, upload, latency, tests, devices,
         observed_on, settlement_code, geometry, radius, west, south, east, north, line, version, sampling)`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.id),
      rows.map((r) => r.evidence.kind),
      rows.map((r) => r.evidence.operatorCode),
      rows.map((r) => r.evidence.technology),
      rows.map((r) => r.evidence.download),
      rows.map((r) => r.evidence.upload),
      rows.map((r) => r.evidence.latency),
      rows.map((r) => r.evidence.tests),
      rows.map((r) => r.evidence.devices),
      rows.map((r) => r.evidence.observedOn),
      rows.map(({ evidence: { where } }) => (where.type === 'settlement' ? where.code : null)),
      rows.map((r) => geometryOf(r.evidence)),
      rows.map(({ evidence: { where } }) => (where.type === 'circle' ? where.radius : null)),
      rows.map((r) => r.box?.[0] ?? null),
      rows.map((r) => r.box?.[1] ?? null),
      rows.map((r) => r.box?.[2] ?? null),
      rows.map((r) => r.box?.[3] ?? null),
      rows.map((r) => r.line),
      rows.map((r) => r.version),
      dataset,
      importId,
      rows.map(({ evidence: { sampling } }) => (sampling ? JSON.stringify(sampling) : null)),
    ],
  );
}

/** Withdraws evidence. */
export async function removeEvidence(database: Database, keys: readonly EvidenceKey[]): Promise<void> {
  await database.query(
    `delete from evidence
     using unnest($1::text[], $2::uuid[]) as key (region_code, id)
     where evidence.region_code = key.region_code and evidence.id = key.id`,
    [keys.map((k) => k.regionCode), keys.map((k) => k.id)],
  );
}

/** Which regions does a box touch, by their boundaries with the margin or by their settlements? */
export async function regionsTouching(database: Database, box: Box): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `with box as (select st_makeenvelope($1, $2, $3, $4, 4326) as extent)
     select code
     from region, box
     where region.boundary && st_expand(box.extent, $5)
       or exists (select from settlement where region_code = region.code and location && box.extent)
     order by code`,
    [...box, boundaryMargin],
  );
  return rows.map(({ code }) => code);
}

/** In which regions is there a settlement of this code? */
export async function regionsOfSettlement(database: Database, code: string): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    'select region_code as code from settlement where code = $1 order by region_code',
    [code],
  );
  return rows.map(({ code: regionCode }) => regionCode);
}

/** A piece of evidence as it stands in one region. */
export type EvidenceCopy = Omit<Evidence, 'where'> & {
  regionCode: string;
  settlementCode: string | null;
  geometry: object | null;
  radius: number | null;
  extent: Box | null;
  dataset: string;
  version: number;
};

/** This piece of evidence, in each region where it stands. */
export function copiesOfEvidence(database: Database, id: string): Promise<EvidenceCopy[]> {
  return database.query(
    `select region_code as "regionCode", id, kind, operator_code as "operatorCode", technology,
       download_mbps as download, upload_mbps as upload, latency_ms as latency, tests, devices, sampling,
       observed_on as "observedOn", settlement_code as "settlementCode", st_asgeojson(geometry, 15)::json as geometry,
       radius_m as radius, dataset, version,
       case when extent is not null
         then json_build_array(st_xmin(extent), st_ymin(extent), st_xmax(extent), st_ymax(extent)) end as extent
     from evidence
     where id = $1
     order by region_code`,
    [id],
  );
}
