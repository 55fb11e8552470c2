import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../../server/database/database.ts';
import { replay, type Replayed } from '../../server/replay/replay.ts';
import { withScratch } from '../../server/replay/scratch.ts';
import { migratedDatabase, testDatabase } from '../database.ts';
import { run } from '../process.ts';
import { box, collection, polygon, scratchFolder } from '../geodata/scratch.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

const folder = scratchFolder();
let database: Database;
let scratch: Database;
let service: TestService;
let planner: Person;

beforeAll(async () => {
  database = await testDatabase();
  scratch = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  planner = await service.as('planner');
  await edit();
});

afterAll(async () => {
  await service.close();
  await scratch.close();
  await database.close();
});

const send = async (method: string, path: string, body: object) => {
  const reply = await planner.send(method, path, body);
  if (reply.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
  return reply.body;
};

const claim = { operator: 'north', technology: 'fibre', download: 200, upload: 100, latency: 10, date: '2026-06-01' };

/** Everything that people do, in turn: what replay has to follow. */
async function edit(): Promise<void> {
  // An area over the border stands in both regions; the next edition of the file withdraws one of two.
  const near = { properties: claim, geometry: polygon(box(71.4, 50.9, 72.6, 51.1)) };
  const far = { properties: claim, geometry: polygon(box(72.9, 50.9, 73.1, 51.1)) };
  await loadText(database, 'coverage.geojson', collection([near, far]));
  await loadText(database, 'coverage.geojson', collection([near]));
  // A settlement as a polygon, and tests that say how they were made.
  const village = { properties: { code: 'f', name_kk: 'Форт', population: 800 } };
  const shape = polygon(box(72.45, 50.95, 72.55, 51.05));
  await loadText(database, 'polygons.geojson', collection([{ ...village, geometry: shape }]));
  const tests = 'longitude,latitude,download,tests,devices,summary,date\n72.5,51,9,40,20,median,2026-10-01\n';
  await loadText(database, 'tests.csv', tests);
  await loadText(database, 'populations.csv', 'code,population,date\nb,600,2026-03-01\n', { as: 'populations' });
  // A boundary that crosses itself is repaired; the new extent takes a copy of the evidence beside it.
  const bow = [
    [72, 50],
    [76, 52],
    [76, 50],
    [72, 52],
    [72, 50],
  ];
  const crossing = { properties: { code: 'north', name_en: 'North' }, geometry: polygon(bow) };
  await loadText(database, 'north.geojson', collection([crossing]));

  const commitment = { operatorCode: 'north', technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q3' };
  const key = (regionCode: string, code: string) => ({ regionCode, code });
  const assigned = await send('POST', '/api/assignments', {
    settlements: [key('west', 'a'), key('west', 'b'), key('east', 'd')],
    commitment: { ...commitment, costTenge: 75_000_000 },
  });
  const [a] = assigned.done;
  await send('PATCH', '/api/assignments', {
    assignments: [{ ...key('west', 'a'), number: 1, version: a.version }],
    changes: { finishQuarter: '2027-Q4' },
  });
  await send('POST', `/api/actions/${assigned.actionId}/undo`, {});

  const { settlement } = (await planner.send('GET', '/api/settlements/west/c')).body;
  const known = { population: 300, populationDate: '2026-11-01', populationSource: 'visit' };
  await send('PATCH', '/api/settlements/west/c', { version: settlement.version, ...known });

  const service5 = { technology: '4g', download: 5, upload: 1, latency: 50, tests: 5, devices: 3 };
  const evidence = { kind: 'measurement', operatorCode: 'south', observedOn: '2026-11-01', ...service5 };
  const where = { type: 'circle', longitude: 72, latitude: 51, radius: 1000 };
  const added = await send('POST', '/api/evidence', { ...evidence, where });
  const ring = { type: 'area', geometry: polygon(box(70.123456789, 50.9, 70.9, 51.1)) };
  const changed = { ...evidence, where: ring };
  const { versions } = await send('PUT', `/api/evidence/${added.id}`, { seen: added.versions, evidence: changed });
  const second = await send('POST', '/api/evidence', { ...evidence, where: { type: 'settlement', code: 'd' } });
  await send('DELETE', `/api/evidence/${second.id}`, { seen: second.versions });
  expect(Object.keys(versions)).toEqual(['west']);

  const [north] = (await planner.send('GET', '/api/operators')).body.rows;
  const { code: _, ...after } = { ...north, quarterlyCapacity: 7 };
  await send('PATCH', '/api/operators/north', { before: north, after });
}

const replayed = async (): Promise<Replayed> => {
  await scratch.query('truncate region, import, operator, programme, assessment cascade');
  return replay(database, scratch);
};

/** The address of the test's own database, where it has one. */
const urlOf = ({ pool }: Database) => (pool.options as { connectionString?: string }).connectionString;

test('the record rebuilds every present row, in a scratch database of which nothing is left', async () => {
  expect(await withScratch(database, urlOf(database), (empty) => replay(database, empty))).toMatchObject({
    rows: { region: 3, import: 10, place: 3, settlement: 6, operator: 2, programme: 1, evidence: 7, assignment: 1 },
    others: [],
  });
  expect(await database.query(`select from pg_namespace where nspname like 'baylanys_replay%'`)).toEqual([]);
});

test.each([
  [`update settlement set population = 601 where code = 'b'`, `update settlement set population = 600 where code = 'b'`,
    { table: 'settlement', key: 'west b', column: 'population', present: '601', rebuilt: '600' }],
  [`update region set name_ru = 'Юг' where code = 'east'`, `update region set name_ru = 'East' where code = 'east'`,
    { table: 'region', key: 'east', column: 'name_ru', present: 'Юг', rebuilt: 'East' }],
  [`update evidence set source_line = 9 where settlement_code = 'f'`, `update evidence set source_line = 2 where settlement_code = 'f'`,
    { table: 'evidence', column: 'source_line', present: '9', rebuilt: '2' }],
  [`update assignment set cost_tenge = 1`, `update assignment set cost_tenge = 75000000`,
    { table: 'assignment', key: 'west a 1', column: 'cost_tenge', present: '1', rebuilt: '75000000' }],
  [`insert into operator (code, name_kk, name_ru, name_en) values ('x', '', '', '')`, `delete from operator where code = 'x'`,
    { table: 'operator', key: 'x', column: null, present: 'x', rebuilt: null }],
  [`update place set boundary = st_multi(st_makeenvelope(70, 50, 71, 52.5, 4326)) where code = 'w1'`,
    `update place set boundary = st_geomfromgeojson('{"type":"MultiPolygon","coordinates":[[[[70,50],[71,50],[71,52],[70,52],[70,50]]]]}') where code = 'w1'`,
    { table: 'place', key: 'west w1', column: 'boundary' }],
])('%s is named', async (sql, back, difference) => {
  await database.query(sql);
  expect(await replayed()).toMatchObject({ difference });
  await database.query(back);
}); // prettier-ignore

test.each([
  ['an item', `update change set items = jsonb_set(items, '{0,after,population}', '1001') where region_code = 'west' and sequence = 2`,
    { altered: { regionCode: 'west', sequence: 2 } }],
  ['a change that is gone', `delete from change where region_code = 'east' and sequence = 2`,
    { altered: { regionCode: 'east', sequence: 2 } }],
  ['a last change that is gone', `delete from change where region_code = 'west'
      and sequence = (select sequence from chain where region_code = 'west')`,
    { altered: { regionCode: 'west' } }],
  ['a shape', `update shape set geojson = replace(geojson, '70', '70.5')`, { alteredShape: expect.any(String) }],
])('%s that is altered is named', async (_what, sql, expected) => {
  const undo = new Error('to be rolled back');
  let found: Replayed | null = null;
  const work = database.transaction(async () => {
    await database.query('set transaction isolation level repeatable read');
    await database.query(sql);
    found = await replay(database, database);
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
  expect(found).toMatchObject(expected);
}); // prettier-ignore

test('all is well again', async () => {
  expect(await replayed()).toHaveProperty('rows');
});

test('the command ends with 0 where all is equal, else with 1 and the first difference', async () => {
  const own = await migratedDatabase(folder.path('data'));
  const { settings } = own;
  const equal = run(['replay'], settings);
  expect(await equal.ended).toBe(0);
  expect(equal.output()).toMatch(/^The record rebuilds the present tables: region 0, import 0, .*\.\n$/);
  await inProcess(settings, `insert into operator (code, name_kk, name_ru, name_en) values ('x', '', '', '')`);
  const unequal = run(['replay'], settings);
  expect([await unequal.ended, unequal.output()]).toEqual([
    1,
    'operator x: the row is there, but not by the record.\n',
  ]);
  await own.drop();
});

async function inProcess(settings: { DATABASE_URL?: string; DATA_DIR?: string }, sql: string): Promise<void> {
  const opened = await openDatabase({ url: settings.DATABASE_URL, directory: settings.DATA_DIR });
  await opened.query(sql);
  await opened.close();
}
