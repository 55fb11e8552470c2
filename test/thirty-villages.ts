import { readProfile } from '../server/assessment/profiles.ts';
import type { Database } from '../server/database/database.ts';
import { addOperators } from '../server/operators/edit.ts';
import { setProgramme } from '../server/programmes/edit.ts';
import { box, collection, polygon } from './geodata/scratch.ts';
import { loadText, registerOf } from './recorded-country.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** Thirty villages to connect: 20 called Ақбұлақ (1,000 people and 10 more each), 6 Бесағаш (900), 4 Қарасу (1,500). */
const villages = [
  ...Array.from({ length: 20 }, (_, i) => [`a${two(i + 1)}`, `Ақбұлақ ${i + 1}`, `Акбулак ${i + 1}`, 1000 + 10 * i]),
  ...Array.from({ length: 6 }, (_, i) => [`b${i + 1}`, `Бесағаш ${i + 1}`, `Бесагаш ${i + 1}`, 900]),
  ...Array.from({ length: 4 }, (_, i) => [`c${i + 1}`, `Қарасу ${i + 1}`, `Карасу ${i + 1}`, 1500]),
];

/**
 * A country whose every row is in the record of changes: the region `arqa`, with thirty flagged
 * villages in its one district, and `tau`, with three that a register says are served by `south`.
 */
export async function countryOfThirty(database: Database, asOf: string): Promise<void> {
  await setProgramme(database, 'planner', {
    code: '250+',
    names: { kk: '250+', ru: '250+', en: '250+' },
    populationThreshold: 250,
    profile: await readProfile('kazakhstan-2024'),
    targetDate: '2027-12-31',
    generated: false,
  });
  await addOperators(database, 'planner', [
    { code: 'north', names: { kk: 'Солтүстік', ru: 'Север', en: 'North' }, quarterlyCapacity: null },
    { code: 'south', names: { kk: 'Оңтүстік', ru: 'Юг', en: 'South' }, quarterlyCapacity: null },
  ]);
  const area = (code: string, kk: string, ru: string, west: number, more: object = {}) => ({
    properties: { code, name_kk: kk, name_ru: ru, name_en: ru, ...more },
    geometry: polygon(box(west, 50, west + 4, 52)),
  });
  const regions = [area('arqa', 'Арқа', 'Арка', 70), area('tau', 'Тау', 'Тау', 74)];
  await loadText(database, 'regions.geojson', collection(regions), { asOf });
  const districts = [
    area('arqa1', 'Арқа ауданы', 'Аркинский район', 70, { level: 'district', region_code: 'arqa' }),
    area('tau1', 'Тау ауданы', 'Тауский район', 74, { level: 'district', region_code: 'tau' }),
  ];
  await loadText(database, 'districts.geojson', collection(districts), { asOf });
  const rows = villages.map(([code, kk, ru, people], i) =>
    [code, kk, ru, people, 70.1 + 0.12 * i, 50.5 + (i % 5) * 0.25].join(),
  );
  const served = [1, 2, 3].map((n) => `t${n},Тасбұлақ ${n},Тасбулак ${n},2000,${75 + n / 10},51`);
  const header = 'code,name_kk,name_ru,population,longitude,latitude\n';
  await loadText(database, 'settlements.csv', header + [...rows, ...served].join('\n'), { asOf, dated: '2026-01-01' });
  const register = ['t1', 't2', 't3'].map((code) => `${code},south,fibre,100,100,2026-01-15`).join('\n');
  await loadText(database, 'register.csv', registerOf(register), { asOf });
}
