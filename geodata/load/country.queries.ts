import type { MultiPolygon } from 'geojson';
import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Database } from '../../server/database/database.ts';
import type { Names } from '../../server/places/schema.ts';

export interface RegionRow {
  code: string;
  names: Names;
  boundary: MultiPolygon | null;
}

/** Which regions are known, with their boundaries? */
export function regions(database: Database): Promise<RegionRow[]> {
  return database.query<RegionRow>(
    `select code, json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       st_asgeojson(boundary, 15)::json as boundary
     from region
     order by code`,
  );
}

/** Which districts are known, and which places else are drawn as districts are? */
export function districts(database: Database): Promise<(RegionRow & { regionCode: string })[]> {
  return database.query(
    `select region_code as "regionCode", code, json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       st_asgeojson(boundary, 15)::json as boundary
     from place
     where level = 'district' or boundary is not null
     order by region_code, code`,
  );
}

/** The box of the settlements of each region that has no boundary. */
export async function boxesOfSettlements(database: Database): Promise<Map<string, Box>> {
  const rows = await database.query<{ code: string; west: number; south: number; east: number; north: number }>(
    `select region_code as code, min(st_x(location)) as west, min(st_y(location)) as south,
       max(st_x(location)) as east, max(st_y(location)) as north
     from settlement
     join region on region.code = settlement.region_code
     where region.boundary is null
     group by region_code`,
  );
  return new Map(rows.map(({ code, west, south, east, north }) => [code, [west, south, east, north]]));
}

/** Adds regions that are not there, without a boundary. */
export async function addRegions(database: Database, rows: readonly { code: string; names: Names }[]): Promise<void> {
  await database.query(
    `insert into region (code, name_kk, name_ru, name_en)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict do nothing`,
    [rows.map((r) => r.code), rows.map((r) => r.names.kk), rows.map((r) => r.names.ru), rows.map((r) => r.names.en)],
  );
}
