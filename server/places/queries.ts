import type { MultiPolygon } from 'geojson';
import type { Database } from '../database/database.ts';
import type { BoundariesQuery, CountryOverview, Names, Settlement, SettlementKey } from './schema.ts';

const names = (table: string) =>
  `json_build_object('kk', ${table}.name_kk, 'ru', ${table}.name_ru, 'en', ${table}.name_en)`;

/** Which regions are there? */
export function allRegions(database: Database): Promise<{ code: string; names: Names }[]> {
  return database.query(`select code, ${names('region')} as names from region order by code`);
}

/** Which districts are there? A place that has a boundary is one, whatever the classifier calls it: some cities do. */
export function allDistricts(database: Database): Promise<{ regionCode: string; code: string; names: Names }[]> {
  return database.query(
    `select region_code as "regionCode", code, ${names('place')} as names
     from place
     where level = 'district' or boundary is not null
     order by region_code, code`,
  );
}

export type SettlementRow = Settlement & { version: number };

const settlementColumns = `settlement.region_code as "regionCode", settlement.code, settlement.district_code as "districtCode",
  settlement.kind, ${names('settlement')} as names, settlement.population,
  settlement.population_source as "populationSource", settlement.population_date as "populationDate",
  st_x(settlement.location) as longitude, st_y(settlement.location) as latitude, settlement.version`;

/** All settlements, in the order that columns have them. */
export function allSettlements(database: Database): Promise<SettlementRow[]> {
  return database.query(`select ${settlementColumns} from settlement order by region_code, code`);
}

/** These settlements, where they exist. */
export function settlementsByKeys(database: Database, keys: readonly SettlementKey[]): Promise<SettlementRow[]> {
  return database.query(
    `select ${settlementColumns}
     from settlement
     join unnest($1::text[], $2::text[]) as wanted (region_code, code) using (region_code, code)
     order by region_code, code`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.code)],
  );
}

/** Writes what is known of a settlement's population. */
export async function updatePopulation(
  database: Database,
  key: SettlementKey,
  known: Pick<Settlement, 'population' | 'populationSource' | 'populationDate'>,
  version: number,
): Promise<void> {
  await database.query(
    `update settlement
     set population = $3, population_source = $4, population_date = $5, version = $6
     where region_code = $1 and code = $2`,
    [key.regionCode, key.code, known.population, known.populationSource, known.populationDate, version],
  );
}

/** How many settlements, and how many of them without a known population? */
export async function countSettlements(
  database: Database,
): Promise<{ settlements: number; populationMissing: number }> {
  const [row] = await database.query<{ settlements: number; populationMissing: number }>(
    `select count(*) as settlements, count(*) filter (where population is null) as "populationMissing" from settlement`,
  );
  return row;
}

/** The box that holds all settlements: west, south, east, north, degrees. */
export async function extentOfSettlements(database: Database): Promise<CountryOverview['extent']> {
  const [row] = await database.query<{ extent: CountryOverview['extent'] }>(
    `select json_build_array(st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)) as extent
     from (select st_extent(location) as box from settlement) as boxed`,
  );
  return row.extent;
}

export interface Bounded {
  regionCode: string;
  code: string;
  names: Names;
  boundary: MultiPolygon;
}

/** The boundaries of regions and of districts: of the whole country, of its regions alone, or of one region. */
export async function boundariesOf(
  database: Database,
  { region, districts: wanted = true }: BoundariesQuery,
): Promise<{ regions: Bounded[]; districts: Bounded[] }> {
  const regions = await database.query<Bounded>(
    `select code as "regionCode", code, ${names('region')} as names, st_asgeojson(boundary, 6)::json as boundary
     from region
     where boundary is not null and ($1::text is null or code = $1)
     order by code`,
    [region ?? null],
  );
  if (!wanted) return { regions, districts: [] };
  const districts = await database.query<Bounded>(
    `select region_code as "regionCode", code, ${names('place')} as names, st_asgeojson(boundary, 6)::json as boundary
     from place
     where boundary is not null and ($1::text is null or region_code = $1)
     order by region_code, code`,
    [region ?? null],
  );
  return { regions, districts };
}

/** Which import was the last? Boundaries change by imports alone. */
export async function lastImport(database: Database): Promise<string> {
  const [row] = await database.query<{ id: string | null }>('select max(id::text) as id from import');
  return row.id ?? 'none';
}
