import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ContradictionReport } from '../../server/contradictions/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry, registerOf } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
const people: Record<string, Person> = {};

const tests = (rows: string) => `longitude,latitude,technology,download,tests,devices,date\n${rows}`;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  for (const login of ['planner', 'deputy', 'operator']) people[login] = await service.as(login);
  await loadText(
    database,
    'claims.csv',
    registerOf(
      'a,north,4g,10,2,2026-10-01\nb,south,4g,20,2,2026-10-01\nb,north,4g,5,2,2026-10-01\nd,south,4g,8,2,2026-10-01\n',
    ),
  );
  // Slow at a and b, as fast as is claimed at d; at e, where nobody claims anything, there is service.
  await loadText(
    database,
    'tests.csv',
    tests(
      '70.5,51,4g,0.4,90,30,2026-11-01\n71.5,51,4g,0.5,60,20,2026-11-01\n' +
        '73,51,4g,30,80,25,2026-11-01\n73.5,51,4g,25,70,20,2026-11-01\n',
    ),
  );
  const inspected = await people.planner.send('POST', '/api/evidence', {
    kind: 'inspection', operatorCode: 'south', technology: 'fibre', download: 2, upload: 1, latency: 90, tests: 3,
    devices: null, observedOn: '2026-11-20', where: { type: 'settlement', code: 'f' },
  }); // prettier-ignore
  expect(inspected.status).toBe(200);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const ask = async (who: string, path: string): Promise<any> => {
  const { status, body } = await people[who].send('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const brief = ({ rows }: ContradictionReport) =>
  rows.map((row) => [row.code, row.population, row.operatorCode, row.download, row.by, row.found, row.confidence]);

test('contradicted claims, most residents first, with what speaks against them and how surely', async () => {
  const report = await ask('deputy', '/api/contradictions');
  expect(brief(report)).toEqual([
    ['a', 1000, 'north', 10, 'measurement', 0.29, 0.9936],
    ['f', 800, 'south', 100, 'inspection', 2, null],
    ['b', 500, 'north', 5, 'measurement', 0.36, 0.9906],
    ['b', 500, 'south', 20, 'measurement', 0.36, 0.9906],
  ]);
  expect(report.rows[0]).toMatchObject({
    status: 'contested',
    technology: '4g',
    level: 'served',
    threshold: 5,
    tests: 90,
    devices: 30,
    latest: '2026-11-01',
  });
  expect(report.total).toEqual({ rows: 4, settlements: 3, residents: 2300 });
  expect(report.byOperator).toEqual([
    { code: 'north', rows: 2, settlements: 2, residents: 1500 },
    { code: 'south', rows: 2, settlements: 2, residents: 1300 },
  ]);
  expect(report.byRegion).toEqual([
    { code: 'west', rows: 3, settlements: 2, residents: 1500 },
    { code: 'east', rows: 1, settlements: 1, residents: 800 },
  ]);
  expect(report.bySize).toEqual([
    { code: 'to-1000', rows: 2, settlements: 2, residents: 1800 },
    { code: 'to-500', rows: 2, settlements: 1, residents: 500 },
  ]);
});

test('filters', async () => {
  const codes = async (query: string) =>
    (await ask('planner', `/api/contradictions?${query}`)).rows.map((r: any) => r.code);
  expect(await codes('region=west')).toEqual(['a', 'b', 'b']);
  expect(await codes('district=w2')).toEqual(['b', 'b']);
  expect(await codes('operator=south')).toEqual(['f', 'b']);
  expect(await codes('by=inspection')).toEqual(['f']);
  expect(await codes('technology=4g')).toEqual(['a', 'b', 'b']);
  expect(await codes('size=to-500')).toEqual(['b', 'b']);
  expect(await codes('confidence=0.992')).toEqual(['a', 'f']);
  expect(await codes('limit=1')).toEqual(['a']);
});

test('an operator sees what is said of its own claims, and not what nobody claims', async () => {
  expect(brief(await ask('operator', '/api/contradictions')).map(([code, , operator]) => [code, operator])).toEqual([
    ['a', 'north'],
    ['b', 'north'],
  ]);
  expect((await ask('operator', '/api/contradictions?operator=south')).total.rows).toBe(0);
  const file = await people.operator.fetch('/api/exports/contradictions.csv');
  expect(await file.text()).not.toContain('south');
  expect((await people.operator.send('GET', '/api/contradictions/unclaimed')).status).toBe(403);
});

test('places where tests show service that nobody claims', async () => {
  const report = await ask('planner', '/api/contradictions/unclaimed');
  expect(report.total).toEqual({ rows: 1, settlements: 1, residents: 0 });
  expect(report.rows[0]).toMatchObject({
    code: 'e',
    population: null,
    status: 'underserved',
    measured: { tests: 70, devices: 20, meansOnly: true, verdict: 'means-meet', meets: 0.9511, reachesFloor: 0.9959 },
  });
  expect((await ask('planner', '/api/contradictions/unclaimed?region=west')).rows).toEqual([]);
});

test('both as files', async () => {
  const text = async (path: string) => (await people.deputy.fetch(path)).text();
  const csv = await text('/api/exports/contradictions.csv?region=east');
  expect(csv.split('\n').slice(0, 2).map((line) => line.replace('\ufeff', ''))).toEqual([
    'code,name_kk,name_ru,name_en,region_code,district_code,population,status,flagged,assessed_on,operator,technology,' +
      'claimed_download,threshold,contradicted_by,found_download,tests,devices,latest,confidence,claims,evidence',
    expect.stringMatching(
      /^f,Форт,,,east,e1,800,unserved,true,2026-11-22,south,fibre,100,100,inspection,2,,,2026-11-20,,[-0-9a-f]{36},[-0-9a-f]{36}$/,
    ),
  ]); // prettier-ignore
  expect(JSON.parse(await text('/api/exports/unclaimed.geojson')).features).toMatchObject([
    { geometry: { coordinates: [73.5, 51] }, properties: { code: 'e', means_only: true, typical_download: 17.99 } },
  ]);
  expect((await people.deputy.fetch('/api/exports/unclaimed.xlsx')).headers.get('content-type')).toMatch(/spreadsheet/);
});
