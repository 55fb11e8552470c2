import { assignCodes } from '../geodata/demonstration/codes.ts';
import { generateCountry } from '../geodata/demonstration/country.ts';
import { operatorFacts } from '../geodata/demonstration/facts/operators.ts';
import { nameSettlements } from '../geodata/demonstration/names.ts';
import { assess } from '../server/assessment/assess.ts';
import { readProfile } from '../server/assessment/profiles.ts';
import type { Database } from '../server/database/database.ts';
import { writeOperator } from '../server/operators/queries.ts';
import { replaceProgramme } from '../server/programmes/queries.ts';
import { today } from './country.ts';

/** Rows that one statement writes. */
const atOnce = 50_000;
/** Every so manieth settlement is served by fibre, as a register has it. */
const servedEvery = 3;

/**
 * A generated country of any size, straight into the database's tables: 650,000 settlements in a minute where the
 * importers would take many. Districts and regions have their boundaries; a third of the settlements is served.
 * @returns how many settlements there are
 */
export async function largeCountry(database: Database, settlements: number): Promise<number> {
  const country = generateCountry({ settlements });
  const { divisions, districts, populations, longitudes, latitudes, count } = country;
  const codes = assignCodes(country).settlements;
  const names = nameSettlements(country);
  const regionOf = (code: string) => `${code.slice(0, 2)}0000000`;
  for (const { code, names: name, boundary } of divisions.regions) {
    await database.query('insert into region values ($1, $2, $3, $4, st_setsrid(st_geomfromgeojson($5), 4326))', [
      code,
      name.kk,
      name.ru,
      name.en,
      JSON.stringify(boundary),
    ]);
  }
  for (const { code, names: name, boundary } of divisions.districts) {
    await database.query(
      `insert into place (region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en, boundary)
       values ($1, $2, 'district', $1, '', $3, $4, $5, st_setsrid(st_geomfromgeojson($6), 4326))`,
      [regionOf(code), code, name.kk, name.ru, name.en, JSON.stringify(boundary)],
    );
  }
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => from + i);
    await database.query(
      `insert into settlement (region_code, code, district_code, kind, name_kk, name_ru, name_en, population, location, version)
       select region, code, district, 'village', kk, ru, en, nullif(population, -1),
         st_setsrid(st_makepoint(longitude, latitude), 4326), 0
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::float8[],
         $9::float8[]) as row (region, code, district, kk, ru, en, population, longitude, latitude)`,
      [
        rows.map((i) => regionOf(codes[i])),
        rows.map((i) => codes[i]),
        rows.map((i) => divisions.districts[districts[i]].code),
        rows.map((i) => names[i].kk),
        rows.map((i) => names[i].ru),
        rows.map((i) => names[i].en),
        rows.map((i) => populations[i]),
        rows.map((i) => longitudes[i]),
        rows.map((i) => latitudes[i]),
      ],
    );
  }
  for (const { code, names: name, quarterlyCapacity } of operatorFacts) {
    await writeOperator(database, { code, names: name, quarterlyCapacity });
  }
  await writeOperator(database, {
    code: 'north',
    names: { kk: 'Солтүстік', ru: 'Север', en: 'North' },
    quarterlyCapacity: null,
  });
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       observed_on, settlement_code, dataset, version)
     select region_code, gen_random_uuid(), 'register', 'tulpar', 'fibre', 100, 100, 10, $1, code, 'register', 0
     from (select region_code, code, row_number() over (order by region_code, code) as place from settlement) as numbered
     where place % ${servedEvery} = 0`,
    [today],
  );
  await replaceProgramme(database, {
    code: '250+',
    names: { kk: '«250+» бағдарламасы', ru: 'Программа «250+»', en: 'Programme “250+”' },
    populationThreshold: 250,
    profile: await readProfile('kazakhstan-2024'),
    targetDate: null,
    generated: true,
  });
  await database.transaction(() => assess(database, { type: 'country' }, today));
  await database.query('analyze');
  return count;
}
