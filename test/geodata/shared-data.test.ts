import { warningInWords } from '../../geodata/checks/warnings.ts';
import { importFile } from '../../geodata/import.ts';
import { openFile } from '../../geodata/files/open.ts';
import { chooseSource } from '../../geodata/sources/choose.ts';
import { readRows } from '../../geodata/sources/read.ts';
import type { Source } from '../../geodata/sources/source.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { describeSharedData, sharedData } from '../shared-data.ts';

describeSharedData('a real country', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const load = (name: string, options = {}) =>
    importFile(database, { path: sharedData(name), actor: 'test', asOf: '2026-11-22', ...options });
  const count = async (sql: string) =>
    (await database.query<{ n: number }>(`select count(*)::integer as n ${sql}`))[0].n;

  test('its classifier has 15,594 places in 20 regions', async () => {
    const report = await load('kz/kato-2026-07.csv');
    expect(report).toMatchObject({ kind: 'kato', rowsRead: 15_594, added: 15_594, rejected: 0 });
    expect(await count('from region')).toBe(20);
    expect(await count('from place')).toBe(15_574);
    expect(await count(`from place where level = 'settlement' and parent_code like '%000'`)).toBe(12_986);
    const [village] = await database.query(
      `select region_code, parent_code, name_kk, name_ru from place where code = '103230100'`,
    );
    expect(village).toEqual({
      region_code: '100000000',
      parent_code: '103230000',
      name_kk: 'Қараауыл а.',
      name_ru: 'с.Карааул',
    });
  });

  test('its boundaries are 20 and 224, and keep the names of the classifier', async () => {
    expect(await load('kz/oblasts-2024.geojson')).toMatchObject({ kind: 'boundaries', changed: 20, rejected: 0 });
    const districts = await load('kz/districts-2024.geojson');
    expect(districts).toMatchObject({ kind: 'boundaries', changed: 224, rejected: 0 });
    expect(districts.warnings.map(warningInWords)).toEqual([
      'line 7: "80.302848, 50.469179": the boundary crosses or touches itself; it was repaired.',
      'line 200: "68.733402, 48.676054": the boundary crosses or touches itself; it was repaired.',
    ]);
    expect(await count('from region where st_isvalid(boundary)')).toBe(20);
    expect(await count('from place where st_isvalid(boundary)')).toBe(224);
    const [abai] = await database.query(`select name_kk, name_ru, name_en from region where code = '100000000'`);
    expect(abai).toEqual({ name_kk: 'Абай облысы', name_ru: 'область Абай', name_en: 'Abay' });
  });

  test('its settlements are 8,162, of which 6,161 have a population and 3,732 exceed 250', async () => {
    const report = await load('kz/settlements-planning.csv');
    expect(report).toMatchObject({ kind: 'settlements', rowsRead: 8162, added: 8162, rejected: 0 });
    expect(await count('from settlement where population is not null')).toBe(6161);
    expect(await count('from settlement where population > 250')).toBe(3732);
    expect(await count('from settlement where district_code is not null')).toBe(8162);
    expect(await count(`from settlement where code like 'osm-%'`)).toBe(2006);
    expect(
      await count(
        'from settlement s join region r on r.code = s.region_code where not st_covers(r.boundary, s.location)',
      ),
    ).toBe(0);
  });

  test('everything again changes nothing', async () => {
    const changes = await count('from change');
    const imports = await count('from import');
    for (const name of [
      'kato-2026-07.csv',
      'oblasts-2024.geojson',
      'districts-2024.geojson',
      'settlements-planning.csv',
    ])
      expect(await load(`kz/${name}`)).toMatchObject({ added: 0, changed: 0, removed: 0, importId: null });
    expect(await count('from change')).toBe(changes);
    expect(await count('from import')).toBe(imports);
  });

  test('the raw OpenStreetMap export is taken with its faults listed: 407 outside, 1,340 without a name', async () => {
    const report = await load('kz/osm-populated-places.geojson', { dryRun: true });
    expect(report).toMatchObject({ kind: 'openstreetmap', rowsRead: 9899, rejected: 1742, importId: null });
    expect(report.rejectsByReason).toEqual({ unnamed: 1340, 'outside-country': 407 });
    expect(report.rejects).toHaveLength(1000);
    expect(report.rejects[0]).toEqual({ line: 5, column: 'name', value: '', reason: 'unnamed' });
    expect(await count('from settlement')).toBe(8162);
  });

  test('the official populations of its centres go to the settlements that they name', async () => {
    const report = await load('kz/kz_centres_population_2023.csv', { dated: '2023-01-01' });
    expect(report).toMatchObject({ kind: 'populations', rowsRead: 240, changed: 222, rejected: 18 });
    const [semei] = await database.query(
      `select population, population_source, population_date from settlement where code = '101010000'`,
    );
    expect(semei).toEqual({
      population: 308_126,
      population_source: 'kz_centres_population_2023',
      population_date: '2023-01-01',
    });
  });
});

describeSharedData('cells of another country under renamed headers', () => {
  const path = sharedData('formats/opencellid/lesotho-cells.csv');

  test('are not guessed at', async () => {
    const file = await openFile(path);
    expect(() => chooseSource(file, { as: 'opencellid', mapping: { net: 'Netz' } })).toThrow(/names the column Netz/);
  });

  test('are read through a mapping', async () => {
    const file = await openFile(path);
    const mapping = { net: 'MNC', area: 'TAC', cell: 'CID', range: 'RANGE', operator: 'Network' };
    const { source, columns } = chooseSource(file, { mapping });
    expect(source.kind).toBe('opencellid');
    const rows = [];
    const reading = { columns, fileName: 'lesotho-cells.csv', dated: null };
    for await (const read of readRows(file, source as Source<'evidence'>, reading)) rows.push(read);
    expect(rows).toHaveLength(1936);
    expect(rows[0].row).toMatchObject({
      kind: 'claim',
      operator: 'Vodacom',
      technology: '2g',
      download: null,
      observedOn: '2015-10-04',
      identity: '651-01-117-11201',
      where: { type: 'circle', longitude: 26.953123, latitude: -29.841163, radius: 27_324 },
    });
    expect(rows.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });
});
