import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Database } from '../../server/database/database.ts';
import type { EvidenceKey } from '../../server/coverage/queries.ts';

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

const columns = `kind, operator_code, technology, download_mbps, upload_mbps, latency_ms, tests, devices, observed_on,
  settlement_code, geometry, radius_m, extent, dataset, source_line, import_id, sampling`;

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
