import type { Database } from '../database/database.ts';
import type { Evidence } from './schema.ts';

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

/** A piece of evidence on its way into the database: `extent` is the box that holds its area or circle. */
export interface StoredEvidence {
  evidence: Evidence;
  extent: Box | null;
  dataset: string;
}

/** Which regions does a box touch, by their boundaries or by their settlements? */
export async function regionsTouching(database: Database, box: Box): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `with box as (select st_makeenvelope($1, $2, $3, $4, 4326) as extent)
     select code
     from region, box
     where region.boundary && box.extent
       or exists (select from settlement where region_code = region.code and location && box.extent)
     order by code`,
    [...box],
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

/** Adds a piece of evidence to a region. */
export async function insertEvidence(
  database: Database,
  regionCode: string,
  { evidence, extent, dataset }: StoredEvidence,
  version: number,
): Promise<void> {
  const { where } = evidence;
  const geometry =
    where.type === 'settlement'
      ? null
      : where.type === 'area'
        ? where.geometry
        : { type: 'Point', coordinates: [where.longitude, where.latitude] };
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       tests, devices, observed_on, settlement_code, geometry, radius_m, extent, dataset, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, st_setsrid(st_geomfromgeojson($13), 4326), $14,
       st_makeenvelope($15, $16, $17, $18, 4326), $19, $20)`,
    [
      regionCode,
      evidence.id,
      evidence.kind,
      evidence.operatorCode,
      evidence.technology,
      evidence.download,
      evidence.upload,
      evidence.latency,
      evidence.tests,
      evidence.devices,
      evidence.observedOn,
      where.type === 'settlement' ? where.code : null,
      geometry && JSON.stringify(geometry),
      where.type === 'circle' ? where.radius : null,
      ...(extent ?? [null, null, null, null]),
      dataset,
      version,
    ],
  );
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
       download_mbps as download, upload_mbps as upload, latency_ms as latency, tests, devices,
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

/** Removes a piece of evidence from all regions. */
export async function deleteEvidence(database: Database, id: string, regionCodes: readonly string[]): Promise<void> {
  await database.query('delete from evidence where id = $1 and region_code = any($2)', [id, regionCodes]);
}
