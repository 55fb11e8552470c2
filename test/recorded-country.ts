import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, type ImportOptions } from '../geodata/import.ts';
import { readProfile } from '../server/assessment/profiles.ts';
import type { Database } from '../server/database/database.ts';
import { addOperators } from '../server/operators/edit.ts';
import { setProgramme } from '../server/programmes/edit.ts';
import { today } from './country.ts';
import { box, collection, polygon } from './geodata/scratch.ts';

/** Loads a file of this content, as people do. */
export async function loadText(
  database: Database,
  name: string,
  content: string,
  options: Partial<ImportOptions> = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baylanys-country-'));
  await writeFile(join(folder, name), content);
  try {
    const report = await importFile(database, {
      path: join(folder, name),
      actor: 'planner',
      asOf: today,
      source: 'Ministry',
      ...options,
    });
    if (report.rejected > 0) throw new Error(`${name}: ${JSON.stringify(report.rejects)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const registerOf = (rows: string) => `code,operator,technology,download,upload,date\n${rows}`;

/**
 * A country whose every row is in the record of changes: loaded from files, as countries are.
 * West (districts w1, w2) and east (e1) lie side by side, parted at 72°E.
 *
 *   west / w1 / a  1,000 people      east / e1 / d  2,000 people
 *   west / w2 / b    500             east / e1 / e  unknown
 *   west / w2 / c    200             east / e1 / f    800, served by `south` as a register says
 */
export async function recordedCountry(database: Database, asOf = today): Promise<void> {
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
  const area = (code: string, name: string, west: number, east: number, more: object = {}) => ({
    properties: { code, name_en: name, name_ru: name, name_kk: name, ...more },
    geometry: polygon(box(west, 50, east, 52)),
  });
  const regions = collection([area('west', 'West', 70, 72), area('east', 'East', 72, 74)]);
  await loadText(database, 'regions.geojson', regions, { asOf });
  const districts = [
    area('w1', 'W one', 70, 71, { level: 'district', region_code: 'west' }),
    area('w2', 'W two', 71, 72, { level: 'district', region_code: 'west' }),
    area('e1', 'E one', 72, 74, { level: 'district', region_code: 'east' }),
  ];
  await loadText(database, 'districts.geojson', collection(districts), { asOf });
  const villages = [
    'a,Ақсу,1000,70.5,51',
    'b,Бұлақ,500,71.5,51',
    'c,Шағын,200,71.5,51.5',
    'd,Дала,2000,73,51',
    'e,Белгісіз,,73.5,51',
    'f,Форт,800,72.5,51',
  ];
  const header = 'code,name_kk,population,longitude,latitude\n';
  await loadText(database, 'settlements.csv', header + villages.join('\n'), { asOf, dated: '2026-01-01' });
  await loadText(database, 'register.csv', registerOf('f,south,fibre,100,100,2026-01-15\n'), { asOf });
}
