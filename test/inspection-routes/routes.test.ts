import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let planner: Person;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  planner = await service.as('planner');
});
afterAll(async () => {
  await service.close();
  await database.close();
});

async function plan(query: string): Promise<any> {
  const { status, body } = await planner.send('GET', `/api/inspections/routes?${query}`);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
}

const stops = ({ routes }: any) => routes.map((route: any) => route.stops.map(({ code }: any) => code));

test('a team inspects on its way what is worth most, and is home in time', async () => {
  // From b: a lies 70 km to the west, c 56 km to the north, f (a register: medium) 70 km to the east, d 105 km.
  const day = await plan('teams=west:b&hours=6&speed=60&factor=1&minutes=30');
  expect(stops(day)).toEqual([['b', 'd', 'f']]);
  const [route] = day.routes;
  expect(route.start).toEqual({
    longitude: 71.5,
    latitude: 51,
    key: { regionCode: 'west', code: 'b' },
    names: { kk: 'Бұлақ', ru: '', en: '' },
  });
  expect(
    route.stops.map((stop: any) => [
      stop.code,
      Math.round(stop.kilometres),
      Math.round(stop.arrives),
      Math.round(stop.leaves),
      Math.round(stop.resolves),
    ]),
  ).toEqual([
    ['b', 0, 0, 30, 500],
    ['d', 105, 135, 165, 2000],
    ['f', 35, 200, 230, 488],
  ]);
  expect([Math.round(route.home), Math.round(route.kilometres), Math.round(route.minutes)]).toEqual([70, 211, 301]);
  expect(day.total).toEqual({
    stops: 3,
    kilometres: route.kilometres,
    minutes: route.minutes,
    resolves: route.resolves,
  });
  expect(day.bound).toBeGreaterThanOrEqual(day.total.resolves);
  // e has no known population: within reach, and told apart.
  expect([day.reachable, day.considered, day.populationMissing]).toEqual([5, 5, 1]);
  expect(day.missing.map(({ code }: any) => code)).toEqual(['e']);
});

test('teams and days do not visit the same place twice; what is asked for is kept to', async () => {
  const days = await plan('teams=west:b;51/73&days=2&hours=5&speed=60&factor=1&minutes=30');
  expect(days.routes.map(({ team, day }: any) => [team, day])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
  expect(stops(days).flat().toSorted()).toEqual(['a', 'b', 'c', 'd', 'f']);
  for (const { minutes } of days.routes) expect(minutes).toBeLessThanOrEqual(300);
  expect(
    stops(await plan('teams=west:b&region=west&populationTo=600'))
      .flat()
      .toSorted(),
  ).toEqual(['b', 'c']);
  expect(stops(await plan('teams=west:b&statuses=served&speed=100')).flat()).toEqual(['f']);
  // A day of an hour leaves time for what is at the door.
  expect(stops(await plan('teams=west:b&hours=1'))).toEqual([['b']]);
});

test('what cannot be planned is refused', async () => {
  const unknown = await planner.send('GET', '/api/inspections/routes?teams=west:zz');
  expect([unknown.status, unknown.body.refusal, unknown.body.values]).toEqual([422, 'unknown-start', { code: 'zz' }]);
  for (const query of [
    '',
    'teams=',
    'teams=95/70',
    'teams=abc',
    'teams=west:b&hours=30',
    'teams=a:a;a:a;a:a;a:a;a:a;a:a&days=10',
  ]) {
    expect([query, (await planner.send('GET', `/api/inspections/routes?${query}`)).status]).toEqual([query, 422]);
  }
});

test('the routes as a table and for a device that finds the way', async () => {
  const query = 'teams=west:b&hours=3&speed=60&factor=1&minutes=30';
  const csv = await (await planner.fetch(`/api/exports/inspection-routes.csv?${query}`)).text();
  expect(
    csv
      .trim()
      .split('\n')
      .map((line) => line.split(',').slice(0, 5).join(',')),
  ).toEqual(['team,day,stop,code,name_kk', '1,1,1,b,Бұлақ', '1,1,2,c,Шағын']);
  const reply = await planner.fetch(`/api/exports/inspection-routes.gpx?${query}&language=kk`);
  expect(reply.headers.get('content-type')).toBe('application/gpx+xml; charset=utf-8');
  expect(await reply.text()).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Baylanys" xmlns="http://www.topografix.com/GPX/1/1">
  <rte>
    <name>1-1</name>
    <rtept lat="51" lon="71.5"><name>Бұлақ</name></rtept>
    <rtept lat="51" lon="71.5"><name>Бұлақ</name></rtept>
    <rtept lat="51.5" lon="71.5"><name>Шағын</name></rtept>
    <rtept lat="51" lon="71.5"><name>Бұлақ</name></rtept>
  </rte>
</gpx>
`);
});
