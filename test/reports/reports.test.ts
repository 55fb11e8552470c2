import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../server/database/database.ts';
import { setProgramme } from '../../server/programmes/edit.ts';
import { currentProgramme } from '../../server/programmes/queries.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let deputy: Person;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  deputy = await service.as('deputy');
  for (const [region, code, number, operator, quarter] of [
    ['west', 'a', 1, 'north', '2026-Q3'],
    ['west', 'b', 1, 'south', '2026-Q1'],
    ['east', 'e', 1, 'south', '2026-Q2'],
  ])
    await database.query(
      `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter, finish_quarter,
         cost_tenge, responsible_officer, stage, version)
       values ($1, $2, $3, $4, 'fibre', '2025-Q4', $5, 98765432, 'Officer of ' || $4, 'approved', 0)`,
      [region, code, number, operator, quarter],
    );
  // What the state owed was done in time: no clock stood still.
  await database.query(
    `insert into milestone (region_code, settlement_code, number, operator_code, kind, actual, version)
     select region_code, settlement_code, number, operator_code, kind, '2025-10-01', 0
     from assignment, unnest('{land,power,permits}'::text[]) as kind`,
  );
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const get = async (path: string, by = deputy) => {
  const { status, body } = await by.send('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

test('coverage of the country and of a region, against the target', async () => {
  const country = await get('/api/reports/coverage');
  expect(country).toMatchObject({ asOf: '2026-11-22', populationThreshold: 250, targetDate: '2027-12-31' });
  expect(country.profile.code).toBe('kazakhstan-2024');
  expect(country.profile.citation).toEqual({
    kk: expect.stringMatching(/^«Қолжетімді интернет» ұлттық жобасы/),
    ru: expect.stringMatching(/^Национальный проект «Доступный Интернет»/),
    en: expect.stringMatching(/^National project "Accessible Internet"/),
  });
  expect(country.total.share).toEqual({ settlements: 0.25, residents: 800 / 4300 });
  const east = await get('/api/reports/coverage?region=east');
  expect(east.rows.map((row: { districtCode: string }) => row.districtCode)).toEqual(['e1']);
  expect(east.total.byStatus.served).toEqual({ settlements: 1, residents: 800 });
  expect((await get('/api/reports/coverage?region=west&district=w2')).total.all).toEqual({
    settlements: 2,
    residents: 700,
  });
});

test('overdue by days × people; what has no known population comes last', async () => {
  const { rows, total } = await get('/api/reports/overdue');
  expect(rows.map((row: any) => [row.code, row.daysOverdue, row.personDays, row.responsibleOfficer])).toEqual([
    ['b', 236, 118_000, 'Officer of south'],
    ['a', 53, 53_000, 'Officer of north'],
    ['e', 145, null, 'Officer of south'],
  ]);
  expect(total).toEqual({ settlements: 3, residents: 1500 });
});

test('an operator is told of its own alone, whatever it asks', async () => {
  const operator = await service.as('operator');
  for (const query of ['', '?operator=south', '?knownOn=2026-11-22&operator=south']) {
    const overdue = await get(`/api/reports/overdue${query}`, operator);
    expect(overdue.rows.map(({ code }: { code: string }) => code)).toEqual(['a']);
    const curve = await get(`/api/reports/curve${query}`, operator);
    expect(curve.byStage).toEqual({ approved: { settlements: 1, residents: 1000 } });
    const all = JSON.stringify([overdue, curve, await get(`/api/reports/coverage${query}`, operator)]);
    expect(all).not.toMatch(/south|98765432/i);
  }
  const kinds = async (by: Person) =>
    (await get('/api/reports/coverage', by)).sources.map(({ kind }: { kind: string }) => kind);
  expect([await kinds(deputy), await kinds(operator)]).toEqual([['population', 'register'], ['population']]);
  expect((await operator.send('GET', '/api/reports/changes')).status).toBe(403);
});

test('the same question is not answered twice until something changes', async () => {
  const first = await deputy.fetch('/api/reports/coverage');
  const headers = { 'If-None-Match': first.headers.get('ETag')! };
  expect((await deputy.fetch('/api/reports/coverage', { headers })).status).toBe(304);
  expect((await deputy.fetch('/api/reports/coverage?region=east', { headers })).status).toBe(200);
});

test('a date that is yet to come, and one before any programme', async () => {
  const late = await deputy.send('GET', '/api/reports/coverage?knownOn=2026-11-23');
  expect([late.status, late.body.detail]).toEqual([422, 'knownOn: 2026-11-23 is yet to come; today is 2026-11-22.']);
  expect((await deputy.send('GET', '/api/reports/coverage?knownOn=2020-01-01')).status).toBe(409);
});

test('what changed since a time when there was nothing yet', async () => {
  const report = await get('/api/reports/changes?since=2020-01-01');
  expect(report.before.all).toEqual({ settlements: 0, residents: 0 });
  expect(report.after.all).toEqual({ settlements: 6, residents: 4500 });
  expect(report.statusesInAll).toBe(6);
});

test('settlements, the most people first, page by page, as known on a date', async () => {
  const codes = async (query: string) => {
    const { total, rows, next } = await get(`/api/reports/settlements?${query}`);
    return [total, rows.map(({ code }: { code: string }) => code), next];
  };
  expect(await codes('flagged=true')).toEqual([3, ['d', 'a', 'b'], null]);
  expect(await codes('flagged=true&limit=2')).toEqual([3, ['d', 'a'], 2]);
  expect(await codes('flagged=true&limit=2&cursor=2')).toEqual([3, ['b'], null]);
  expect(await codes('region=east&knownOn=2026-11-22')).toEqual([3, ['d', 'f', 'e'], null]);
  const { rows } = await get('/api/reports/settlements?operator=north');
  expect(rows).toMatchObject([{ code: 'a', assignments: [{ operatorCode: 'north', stage: 'approved' }] }]);
  expect(JSON.stringify(rows)).not.toMatch(/98765432|Officer/);
});

test('reports as files hold exactly the rows that were asked for', async () => {
  const file = async (path: string) => {
    const reply = await deputy.fetch(`/api/exports/${path}`);
    expect([path, reply.status]).toEqual([path, 200]);
    return reply;
  };
  const lines = async (path: string) => (await (await file(path)).text()).trim().split('\n');
  expect([...new Uint8Array(await (await file('overdue.csv')).arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const overdue = await lines('overdue.csv?operator=south');
  expect(overdue[0]).toMatch(/^known_on,code,.*,days_overdue,person_days,cause,/);
  expect(overdue.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
    ['2026-11-22', 'b'],
    ['2026-11-22', 'e'],
  ]);
  expect(await lines('overdue.csv?cause=power')).toHaveLength(1);
  expect(await lines('overdue.csv?cause=none&region=west')).toHaveLength(3);
  const { features } = await (await file('coverage.geojson?region=west')).json();
  expect(
    features.map((one: any) => [one.properties.district_code, one.properties.residents, one.geometry.type]),
  ).toEqual([
    ['w1', 1000, 'MultiPolygon'],
    ['w2', 500, 'MultiPolygon'],
  ]);
  const points = (await (await file('known-settlements.geojson?flagged=true&region=east')).json()).features;
  expect(points.map((one: any) => [one.properties.code, one.geometry.coordinates])).toEqual([['d', [73, 51]]]);
  const workbook = await file('coverage.xlsx');
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(workbook.headers.get('Content-Disposition')).toBe('attachment; filename=coverage.xlsx');
  const operator = await service.as('operator');
  expect((await operator.send('GET', '/api/exports/overdue.csv')).status).toBe(403);
});

test('boundaries of the regions alone, or of one region and its districts', async () => {
  const codes = async (query: string) => {
    const { objects } = await get(`/api/country/boundaries${query}`);
    return [objects.regions, objects.districts].map(({ geometries }) =>
      geometries.map((one: any) => one.properties.code),
    );
  };
  expect(await codes('')).toEqual([
    ['east', 'west'],
    ['e1', 'w1', 'w2'],
  ]);
  expect(await codes('?districts=false')).toEqual([['east', 'west'], []]);
  expect(await codes('?region=west')).toEqual([['west'], ['w1', 'w2']]);
});

test('coverage counts what is overdue in each part, and names the places to choose from', async () => {
  const country = await get('/api/reports/coverage');
  expect(country.total.overdue).toEqual({ settlements: 3, residents: 1500 });
  expect(country.rows.map((row: any) => [row.regionCode, row.overdue.settlements])).toEqual([
    ['east', 1],
    ['west', 2],
  ]);
  expect([country.regions.map((one: any) => one.code), country.districts]).toEqual([['east', 'west'], []]);
  const west = await get('/api/reports/coverage?region=west');
  expect(west.districts.map((one: any) => one.code)).toEqual(['w1', 'w2']);
  const operator = await service.as('operator');
  expect((await get('/api/reports/coverage', operator)).total.overdue).toEqual({ settlements: 1, residents: 1000 });
});

test('where a profile says in one language where it comes from, that is what all read', async () => {
  const { code, names, populationThreshold, profile } = (await currentProgramme(database))!;
  await setProgramme(database, 'planner', {
    code,
    names,
    populationThreshold,
    profile: { ...profile, code: 'own', citation: 'A norm of our own' },
    targetDate: null,
    generated: false,
  });
  const said = 'A norm of our own';
  expect((await get('/api/reports/coverage')).profile).toMatchObject({
    code: 'own',
    citation: { kk: said, ru: said, en: said },
  });
});
