import { readProfile } from '../server/assessment/profiles.ts';
import { assess } from '../server/assessment/assess.ts';
import type { Database } from '../server/database/database.ts';
import { writeOperator } from '../server/operators/queries.ts';
import { replaceProgramme } from '../server/programmes/queries.ts';

/** The date on which the tests take place. */
export const today = '2026-11-22';

/**
 * A country that fits on a page. Two regions side by side, ten degrees high,
 * parted at 71°E; all villages are of 1,000 people but for the two named otherwise.
 *
 *   10 / 1001  Ақсу      70.1 50.1
 *   10 / 1002  Көкөзек   70.2 50.1
 *   10 / 1003  Шағын     70.3 50.1   250 people: not more than 250
 *   10 / 1004  Белгісіз  70.4 50.1   population unknown
 *   11 / 1101  Қызылжар  71.1 50.1
 *   11 / 1102  Үшқоңыр   71.2 50.1   served: a register says fibre at 100 Mbit/s
 *
 * Operators: `north`, which can finish three settlements in a quarter, and `south`, without limit.
 */
export async function smallCountry(database: Database): Promise<void> {
  for (const [code, west] of [
    ['10', 70],
    ['11', 71],
  ] as const) {
    await database.query(
      `insert into region (code, name_kk, name_ru, name_en, boundary)
       values ($1, $2, $3, $4, st_multi(st_makeenvelope($5::float8, 45, $5::float8 + 1, 55, 4326)))`,
      [code, `${code} облысы`, `Область ${code}`, `Region ${code}`, west],
    );
    await database.query(
      `insert into place (region_code, code, level, parent_code, type_code, name_kk, name_ru, name_en, boundary)
       values ($1::text, $1::text || '01', 'district', $1::text, '', 'Аудан', 'Район', 'District', st_multi(st_makeenvelope($2::float8, 45, $2::float8 + 1, 55, 4326)))`,
      [code, west],
    );
  }
  const villages: [
    region: string,
    code: string,
    kk: string,
    ru: string,
    longitude: number,
    population: number | null,
  ][] = [
    ['10', '1001', 'Ақсу', 'Аксу', 70.1, 1000],
    ['10', '1002', 'Көкөзек', 'Кокозек', 70.2, 1000],
    ['10', '1003', 'Шағын', 'Шагын', 70.3, 250],
    ['10', '1004', 'Белгісіз', 'Белгисиз', 70.4, null],
    ['11', '1101', 'Қызылжар', 'Кызылжар', 71.1, 1000],
    ['11', '1102', 'Үшқоңыр', 'Ушконыр', 71.2, 1000],
  ];
  for (const [region, code, kk, ru, longitude, population] of villages) {
    await database.query(
      `insert into settlement (region_code, code, district_code, kind, name_kk, name_ru, name_en, population, location, version)
       values ($1::text, $2, $1::text || '01', 'village', $3, $4, $4, $5, st_setsrid(st_makepoint($6, 50.1), 4326), 0)`,
      [region, code, kk, ru, population, longitude],
    );
  }
  await writeOperator(database, operator('north', 'Солтүстік', 'Север', 'North', 3));
  await writeOperator(database, operator('south', 'Оңтүстік', 'Юг', 'South', null));
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       observed_on, settlement_code, dataset, version)
     values ('11', '00000000-0000-4000-8000-000000000001', 'register', 'south', 'fibre', 100, 100, 10, $1, '1102', 'register', 0)`,
    [today],
  );
  await replaceProgramme(database, {
    code: '250+',
    names: { kk: '250+', ru: '250+', en: '250+' },
    populationThreshold: 250,
    profile: await readProfile('kazakhstan-2024'),
    targetDate: null,
    generated: false,
  });
  await database.transaction(() => assess(database, { type: 'country' }, today));
}

const operator = (code: string, kk: string, ru: string, en: string, quarterlyCapacity: number | null) => ({
  code,
  names: { kk, ru, en },
  quarterlyCapacity,
});
