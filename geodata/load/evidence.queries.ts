import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Database } from '../../server/database/database.ts';
import type { Evidence } from '../../server/coverage/schema.ts';

/** A piece of evidence in one of its regions. */
export interface EvidenceKey {
  regionCode: string;
  id: string;
}

/** Where a piece of a dataset stands, and what has to be assessed when it goes. */
export interface StandingEvidence extends EvidenceKey {
  settlementCode: string | null;
  box: Box | null;
}

/** The evidence of a dataset, in every region where it stands. */
export function evidenceOfDataset(database: Database, dataset: string): Promise<StandingEvidence[]> {
  return database.query(
    `select region_code as "regionCode", id, settlement_code as "settlementCode",
       case when extent is null then null else
         json_build_array(st_xmin(extent), st_ymin(extent), st_xmax(extent), st_ymax(extent)) end as box
     from evidence
     where dataset = $1`,
    [dataset],
  );
}

/** Which of these stand already, whatever their dataset? */
export async function standing(database: Database, keys: readonly EvidenceKey[]): Promise<Set<string>> {
  const rows = await database.query<EvidenceKey>(
    `select region_code as "regionCode", id
     from evidence
     join unnest($1::text[], $2::uuid[]) as key (region_code, id) using (region_code, id)`,
    [keys.map((k) => k.regionCode), keys.map((k) => k.id)],
  );
  return new Set(rows.map(({ regionCode, id }) => `${regionCode} ${id}`));
}

export interface NewEvidence extends EvidenceKey {
  evidence: Evidence;
  box: Box | null;
  line: number;
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
  importId: string,
): Promise<void> {
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       tests, devices, observed_on, settlement_code, geometry, radius_m, extent, dataset, source_line, import_id, version)
     select region_code, id, kind, operator_code, technology, download, upload, latency, tests, devices, observed_on,
       settlement_code, st_setsrid(st_geomfromgeojson(geometry), 4326), radius,
       case when west is not null then st_makeenvelope(west, south, east, north, 4326) end,
       $21, line, $22::uuid, version
     from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::double precision[],
       $7::double precision[], $8::double precision[], $9::integer[], $10::integer[], $11::date[], $12::text[],
       $13::text[], $14::double precision[], $15::double precision[], $16::double precision[],
       $17::double precision[], $18::double precision[], $19::integer[], $20::bigint[])
       as row (region_code, id, kind, operator_code, technology, download, upload, latency, tests, devices,
         observed_on, settlement_code, geometry, radius, west, south, east, north, line, version)`,
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

const columns = `kind, operator_code, technology, download_mbps, upload_mbps, latency_ms, tests, devices, observed_on,
  settlement_code, geometry, radius_m, extent, dataset, source_line, import_id`;

/** Copies into a region the evidence of others whose extent meets this box. The ids of what was copied. */
export async function copyTouchingBox(
  database: Database,
  regionCode: string,
  [west, south, east, north]: Box,
  version: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `insert into evidence (region_code, id, version, ${columns})
     select distinct on (id) $1::text, id, $2::bigint, ${columns}
     from evidence
     where region_code <> $1 and extent && st_makeenvelope($3, $4, $5, $6, 4326)
     order by id
     on conflict do nothing
     returning id`,
    [regionCode, version, west, south, east, north],
  );
  return rows.map(({ id }) => id);
}

/** Copies into a region the evidence of others that comes within `margin` degrees of its boundary. The ids of what was copied. */
export async function copyTouchingBoundary(
  database: Database,
  regionCode: string,
  margin: number,
  version: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `insert into evidence (region_code, id, version, ${columns})
     select distinct on (id) $1::text, id, $2::bigint, ${columns}
     from evidence
     join (select boundary from region where code = $1) as region
       on evidence.extent && st_expand(boundary, $3) and st_dwithin(evidence.extent, boundary, $3)
     where region_code <> $1
     order by id
     on conflict do nothing
     returning id`,
    [regionCode, version, margin],
  );
  return rows.map(({ id }) => id);
}

/** Copies into the regions of these settlements the evidence that names them. */
export async function copyNaming(
  database: Database,
  rows: readonly { regionCode: string; code: string; version: number }[],
): Promise<EvidenceKey[]> {
  return database.query<EvidenceKey>(
    `insert into evidence (region_code, id, version, ${columns})
     select distinct on (key.region_code, id) key.region_code, id, key.version, ${columns}
     from evidence
     join unnest($1::text[], $2::text[], $3::bigint[]) as key (region_code, code, version)
       on evidence.settlement_code = key.code and evidence.region_code <> key.region_code
     order by key.region_code, id
     on conflict do nothing
     returning region_code as "regionCode", id`,
    [rows.map((r) => r.regionCode), rows.map((r) => r.code), rows.map((r) => r.version)],
  );
}
