import type { MultiPolygon } from 'geojson';
import type { Database } from '../../server/database/database.ts';
import type { Names, Place } from '../../server/places/schema.ts';

/** All places below the regions as they stand. */
export async function knownPlaces(database: Database): Promise<Map<string, Place>> {
  const rows = await database.query<Place>(
    `select region_code as "regionCode", code, level, parent_code as "parentCode", type_code as "typeCode",
       json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names
     from place`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Adds places, or overwrites those of the same region and code; boundaries stay. */
export async function writePlaces(database: Database, rows: readonly Place[], importId: string): Promise<void> {
  await database.query(
    `insert into place (region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en, import_id)
     select region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en, $9::uuid
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       as row (region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en)
     on conflict (region_code, code) do update set
       level = excluded.level, parent_code = excluded.parent_code, type_code = excluded.type_code,
       name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
       import_id = excluded.import_id`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.code),
      rows.map((r) => r.level),
      rows.map((r) => r.parentCode),
      rows.map((r) => r.typeCode),
      rows.map((r) => r.names.kk),
      rows.map((r) => r.names.ru),
      rows.map((r) => r.names.en),
      importId,
    ],
  );
}

/** Adds regions, or overwrites their names; boundaries stay. */
export async function writeRegions(database: Database, rows: readonly { code: string; names: Names }[]): Promise<void> {
  await database.query(
    `insert into region (code, name_kk, name_ru, name_en)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (code) do update set
       name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en`,
    [rows.map((r) => r.code), rows.map((r) => r.names.kk), rows.map((r) => r.names.ru), rows.map((r) => r.names.en)],
  );
}

interface Bounded {
  code: string;
  boundary: MultiPolygon;
  crosses: boolean;
}

const drawn = 'st_setsrid(st_geomfromgeojson(row.boundary), 4326)';
const geometry = `case when row.crosses then st_multi(st_collectionextract(st_makevalid(${drawn}), 3)) else ${drawn} end`;

/** Gives regions their boundaries. The codes of those whose boundary is another than before. */
export async function writeRegionBoundaries(database: Database, rows: readonly Bounded[]): Promise<string[]> {
  const changed = await database.query<{ code: string }>(
    `update region
     set boundary = ${geometry}
     from unnest($1::text[], $2::text[], $3::boolean[]) as row (code, boundary, crosses)
     where region.code = row.code and region.boundary is distinct from ${geometry}
     returning region.code as code`,
    [rows.map((r) => r.code), rows.map((r) => JSON.stringify(r.boundary)), rows.map((r) => r.crosses)],
  );
  return changed.map(({ code }) => code);
}

/** Gives districts their boundaries. The codes of those whose boundary is another than before. */
export async function writeDistrictBoundaries(
  database: Database,
  rows: readonly (Bounded & { regionCode: string })[],
): Promise<string[]> {
  const changed = await database.query<{ code: string }>(
    `update place
     set boundary = ${geometry}
     from unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) as row (region_code, code, boundary, crosses)
     where place.region_code = row.region_code and place.code = row.code
       and place.boundary is distinct from ${geometry}
     returning place.code as code`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.code),
      rows.map((r) => JSON.stringify(r.boundary)),
      rows.map((r) => r.crosses),
    ],
  );
  return changed.map(({ code }) => code);
}
