import type { Area } from '../../server/assessment/engine/area.ts';
import { readWkb } from '../../server/assessment/engine/wkb.ts';
import type { Database } from '../../server/database/database.ts';
import type { Settlement, SettlementKey } from '../../server/places/schema.ts';

/** A settlement as it is loaded: its area and where its people live, where that is known, by the hashes of their shapes. */
export type LoadedSettlement = Settlement & { area: string | null; residents: string | null };

/** All settlements as they stand. */
export async function knownSettlements(database: Database): Promise<Map<string, LoadedSettlement>> {
  const rows = await database.query<LoadedSettlement>(
    `select region_code as "regionCode", code, district_code as "districtCode", kind,
       json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en) as names,
       population, population_source as "populationSource", population_date as "populationDate",
       st_x(location) as longitude, st_y(location) as latitude, area_hash as area,
       residents_hash as residents
     from settlement`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** In which region does each settlement lie, and how many people has it? */
export async function knownPopulations(
  database: Database,
): Promise<Map<string, Pick<Settlement, 'regionCode' | 'population' | 'populationSource' | 'populationDate'>>> {
  const rows = await database.query<Settlement>(
    `select region_code as "regionCode", code, population, population_source as "populationSource",
       population_date as "populationDate"
     from settlement`,
  );
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}

/** Adds settlements, or overwrites those of the same region and code. */
export async function writeSettlements(
  database: Database,
  rows: readonly (LoadedSettlement & { version: number })[],
  importId: string,
): Promise<void> {
  await database.query(
    `insert into settlement (region_code, code, district_code, kind, name_kk, name_ru, name_en,
       population, population_source, population_date, location, version, import_id, area_hash, residents_hash, area)
     select region_code, code, district_code, kind, name_kk, name_ru, name_en, population, population_source,
       population_date, st_setsrid(st_makepoint(longitude, latitude), 4326), version, $14::uuid,
       area_hash, residents_hash, st_setsrid(st_geomfromgeojson(geojson), 4326)
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::integer[],
       $9::text[], $10::date[], $11::double precision[], $12::double precision[], $13::bigint[], $15::text[], $16::text[])
       as row (region_code, code, district_code, kind, name_kk, name_ru, name_en, population, population_source,
         population_date, longitude, latitude, version, area_hash, residents_hash)
     left join shape on shape.hash = area_hash
     on conflict (region_code, code) do update set
       district_code = excluded.district_code, kind = excluded.kind,
       name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en,
       population = excluded.population, population_source = excluded.population_source,
       population_date = excluded.population_date, location = excluded.location,
       version = excluded.version, import_id = excluded.import_id,
       area_hash = excluded.area_hash, residents_hash = excluded.residents_hash, area = excluded.area`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.code),
      rows.map((r) => r.districtCode),
      rows.map((r) => r.kind),
      rows.map((r) => r.names.kk),
      rows.map((r) => r.names.ru),
      rows.map((r) => r.names.en),
      rows.map((r) => r.population),
      rows.map((r) => r.populationSource),
      rows.map((r) => r.populationDate),
      rows.map((r) => r.longitude),
      rows.map((r) => r.latitude),
      rows.map((r) => r.version),
      importId,
      rows.map((r) => r.area),
      rows.map((r) => r.residents),
    ],
  );
}

/** Overwrites the population of settlements. */
export async function writePopulations(
  database: Database,
  rows: readonly (Pick<Settlement, 'regionCode' | 'code' | 'population' | 'populationSource' | 'populationDate'> & {
    version: number;
  })[],
  importId: string,
): Promise<void> {
  await database.query(
    `update settlement
     set population = row.population, population_source = row.source, population_date = row.dated,
       version = row.version, import_id = $7::uuid
     from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::date[], $6::bigint[])
       as row (region_code, code, population, source, dated, version)
     where settlement.region_code = row.region_code and settlement.code = row.code`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.code),
      rows.map((r) => r.population),
      rows.map((r) => r.populationSource),
      rows.map((r) => r.populationDate),
      rows.map((r) => r.version),
      importId,
    ],
  );
}

/** Which settlements are given as polygons, and where in each do people live, by the hash of its shape? */
export async function settlementsWithAreas(
  database: Database,
): Promise<(SettlementKey & { area: Area; residents: string | null })[]> {
  const rows = await database.query<SettlementKey & { area: Uint8Array; residents: string | null }>(
    `select region_code as "regionCode", code, st_asbinary(area, 'NDR') as area, residents_hash as residents
     from settlement
     where area is not null
     order by region_code, code`,
  );
  return rows.flatMap(({ area: wkb, ...row }) => {
    const read = readWkb(wkb);
    return read.type === 'area' ? { ...row, area: read.area } : [];
  });
}

/** Overwrites where the people of settlements live. */
export async function writeResidents(
  database: Database,
  rows: readonly (SettlementKey & { residents: string; version: number })[],
  importId: string,
): Promise<void> {
  await database.query(
    `update settlement
     set residents_hash = row.residents, version = row.version, import_id = $5::uuid
     from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as row (region_code, code, residents, version)
     where settlement.region_code = row.region_code and settlement.code = row.code`,
    [
      rows.map((r) => r.regionCode),
      rows.map((r) => r.code),
      rows.map((r) => r.residents),
      rows.map((r) => r.version),
      importId,
    ],
  );
}

/** Which of these settlements have assignments? */
export async function assigned(database: Database, keys: readonly SettlementKey[]): Promise<Set<string>> {
  const rows = await database.query<{ code: string }>(
    `select distinct settlement_code as code
     from assignment
     join unnest($1::text[], $2::text[]) as key (region_code, code)
       on assignment.region_code = key.region_code and assignment.settlement_code = key.code`,
    [keys.map((k) => k.regionCode), keys.map((k) => k.code)],
  );
  return new Set(rows.map(({ code }) => code));
}

/** Takes settlements out of the region that they were in by mistake; their assessments go with them. */
export async function removeSettlements(database: Database, keys: readonly SettlementKey[]): Promise<void> {
  await database.query(
    `delete from settlement
     using unnest($1::text[], $2::text[]) as key (region_code, code)
     where settlement.region_code = key.region_code and settlement.code = key.code`,
    [keys.map((k) => k.regionCode), keys.map((k) => k.code)],
  );
}
