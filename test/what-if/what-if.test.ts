import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assess } from '../../server/assessment/assess.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import { identifier } from '../../server/changes/identifier.ts';
import { changesAfter } from '../../server/changes/queries.ts';
import { liveEventsOf } from '../../server/changes/routes.ts';
import type { Database } from '../../server/database/database.ts';
import { currentProgramme } from '../../server/programmes/queries.ts';
import { setProgramme } from '../../server/programmes/edit.ts';
import { replay } from '../../server/replay/replay.ts';
import { withDownloads } from '../../server/what-if/rules.ts';
import { today } from '../country.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let planner: Person;
let deputy: Person;
/** The claim of `north` that fibre serves a. */
let claim: string;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  [planner, deputy] = [await service.as('planner'), await service.as('deputy')];
  claim = await addClaim('a');
});
afterAll(async () => {
  await service.close();
  await database.close();
});

async function addClaim(code: string): Promise<string> {
  const { status, body } = await planner.send('POST', '/api/evidence', {
    kind: 'claim',
    operatorCode: 'north',
    technology: 'fibre',
    download: 150,
    upload: 50,
    latency: 10,
    tests: null,
    devices: null,
    observedOn: '2026-11-01',
    where: { type: 'settlement', code },
  });
  expect(status).toBe(200);
  return body.id;
}

async function ask(query: string, person = deputy): Promise<any> {
  const { status, body } = await person.send('GET', `/api/what-if?language=en&${query}`);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
}

const told = ({ rows }: any) =>
  rows.map(({ code, from, to, wasFlagged, isFlagged }: any) => [code, from, to, wasFlagged, isFlagged]);

test('supposing nothing changes nothing, and tells what is in force', async () => {
  const { changed, parts, rows, matrix, inForce, supposed, ...settings } = await ask('');
  expect([changed, parts, rows]).toEqual([{ settlements: 0, residents: 0 }, [], []]);
  expect(matrix).toEqual([
    { from: 'served', to: 'served', settlements: 2, residents: 1800 },
    { from: 'unknown', to: 'unknown', settlements: 4, residents: 2700 },
  ]);
  expect(supposed).toEqual(inForce);
  expect(inForce.flagged).toEqual({ settlements: 2, residents: 2500 });
  expect(settings).toEqual({
    profile: { code: 'kazakhstan-2024', version: 3, names: expect.anything() },
    downloads: { fixed: 100, mobile: 5, satellite: 100 },
    populationThreshold: 250,
    asOf: '2026-11-22',
    withdrawn: 0,
    named: [],
    more: 0,
  });
});

test('a higher threshold, another profile, another date, more who are flagged', async () => {
  const higher = await ask('fixed=120');
  expect(told(higher)).toEqual([['f', 'served', 'underserved', false, true]]);
  expect(higher.parts).toEqual([
    {
      regionCode: 'east',
      districtCode: null,
      names: { kk: 'East', ru: 'East', en: 'East' },
      changed: { settlements: 1, residents: 800 },
      served: { settlements: -1, residents: -800 },
      flagged: { settlements: 1, residents: 800 },
    },
  ]);
  expect(higher.supposed.byStatus.underserved).toEqual({ settlements: 1, residents: 800 });
  // The register says nothing of latency, which the profile asks for; by it a place without evidence is unserved.
  expect(told(await ask('profile=us-bead'))).toEqual([
    ['d', 'unknown', 'unserved', true, true],
    ['f', 'served', 'unserved', false, true],
    ['b', 'unknown', 'unserved', true, true],
    ['c', 'unknown', 'unserved', false, false],
    ['e', 'unknown', 'unserved', false, false],
  ]);
  // A claim counts for two years, a register for ever.
  expect(told(await ask('date=2028-11-02'))).toEqual([['a', 'served', 'unknown', false, true]]);
  expect(told(await ask('date=2028-11-01'))).toEqual([]);
  expect(told(await ask('threshold=100'))).toEqual([['c', 'unknown', 'unknown', false, true]]);
});

test('a claim, the claims of an operator or a dataset withdrawn', async () => {
  const without = [['a', 'served', 'unknown', false, true]];
  const one = await ask(`evidence=${claim}`);
  expect(told(one)).toEqual(without);
  expect([one.withdrawn, one.named]).toEqual([
    1,
    [
      {
        id: claim,
        kind: 'claim',
        operatorCode: 'north',
        technology: 'fibre',
        observedOn: '2026-11-01',
        dataset: 'by-hand',
      },
    ],
  ]);
  expect(told(await ask('operators=north'))).toEqual(without);
  // What the south has is a register, not a claim.
  expect(told(await ask('operators=south'))).toEqual([]);
  expect(told(await ask('datasets=by-hand'))).toEqual(without);
  expect(told(await ask('datasets=register'))).toEqual([['f', 'served', 'unknown', false, true]]);
  expect(told(await ask('datasets=register,by-hand&fixed=500'))).toEqual([
    ['a', 'served', 'unknown', false, true],
    ['f', 'served', 'unknown', false, true],
  ]);
});

test('of one region the districts and the settlements; the rows that are told are the largest', async () => {
  const both = 'datasets=register,by-hand';
  const west = await ask(`${both}&region=west`);
  expect(west.parts.map((part: any) => [part.districtCode, part.names.en, part.changed.residents])).toEqual([
    ['w1', 'W one', 1000],
  ]);
  expect(told(west)).toHaveLength(1);
  // The figures stay those of the country.
  expect(west.changed).toEqual({ settlements: 2, residents: 1800 });
  const { rows, more } = await ask(`${both}&limit=1`);
  expect([rows.map((row: any) => row.name), more]).toEqual([['Ақсу'], 1]);
});

test('the changed rows as a file', async () => {
  const reply = await deputy.fetch('/api/exports/what-if.csv?fixed=120');
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename=what-if.csv');
  expect((await reply.text()).trim().split('\n')).toEqual([
    'code,name_kk,name_ru,name_en,region_code,district_code,population,longitude,latitude,status_now,status_supposed,flagged_now,flagged_supposed,direction',
    'f,Форт,,,east,e1,800,72.5,51,served,underserved,false,true,worse',
  ]);
});

test('what is supposed wrongly is refused by name', async () => {
  const { status, body } = await deputy.send('GET', '/api/what-if?profile=mars');
  expect([status, body.refusal, body.values]).toEqual([422, 'unknown-profile', { profile: 'mars' }]);
  expect((await deputy.send('GET', '/api/what-if?date=yesterday')).status).toBe(422);
  const body2 = { name: 'Mars', supposed: { profile: 'mars' } };
  expect((await deputy.send('POST', '/api/what-ifs', body2)).status).toBe(422);
});

test('an edit is there at once, and what would be is what is once it is set', async () => {
  const added = await addClaim('d');
  expect(told(await ask('operators=north'))).toEqual([
    ['d', 'served', 'unknown', false, true],
    ['a', 'served', 'unknown', false, true],
  ]);
  const higher = await ask('fixed=120&threshold=100');
  const programme = (await currentProgramme(database))!;
  const profile = withDownloads(await readProfile('kazakhstan-2024'), { fixed: 120 });
  await setProgramme(database, 'planner', { ...programme, profile, populationThreshold: 100 });
  await database.transaction(() => assess(database, { type: 'country' }, today));
  const set = await ask('');
  expect([set.changed.settlements, set.inForce]).toEqual([0, higher.supposed]);
  await setProgramme(database, 'planner', programme);
  await database.transaction(() => assess(database, { type: 'country' }, today));
  const { body } = await planner.send('GET', `/api/evidence/${added}`);
  const seen = Object.fromEntries(body.rows.map((row: any) => [row.regionCode, row.version]));
  expect((await planner.send('DELETE', `/api/evidence/${added}`, { seen })).status).toBe(200);
  expect(told(await ask('operators=north'))).toEqual([['a', 'served', 'unknown', false, true]]);
});

test('saved under a name, found by others, thrown away by whoever saved it; the record tells of it, but no company', async () => {
  const id = identifier();
  const body = { id, name: ' Without the north ', supposed: { operators: 'north' } };
  const saved = await deputy.send('POST', '/api/what-ifs', body);
  expect(saved.body).toEqual({
    id,
    name: 'Without the north',
    supposed: { operators: 'north' },
    found: { changed: { settlements: 1, residents: 1000 }, flagged: { settlements: 3, residents: 3500 } },
    savedBy: 'deputy',
    savedByName: 'deputy',
    savedOn: '2026-11-22',
  });
  // Its reply was lost, and it is saved again: once.
  expect((await deputy.send('POST', '/api/what-ifs', body)).body).toEqual(saved.body);
  expect((await planner.send('POST', '/api/what-ifs', body)).body.refusal).toBe('id-taken');
  expect((await planner.send('GET', '/api/what-ifs')).body.rows).toEqual([saved.body]);
  expect((await planner.send('GET', `/api/what-ifs/${id}`)).body).toEqual(saved.body);
  expect((await planner.send('DELETE', `/api/what-ifs/${id}`)).status).toBe(403);
  expect((await deputy.send('DELETE', `/api/what-ifs/${id}`)).status).toBe(204);
  expect((await deputy.send('GET', `/api/what-ifs/${id}`)).status).toBe(404);

  const kept = { name: 'Kept', supposed: { fixed: '120' } };
  expect((await planner.send('POST', '/api/what-ifs', kept)).status).toBe(200);
  const changes = (await changesAfter(database, new Map([['*', 0]]))).slice(-3);
  expect(changes.map(({ verb, actor }) => [verb, actor])).toEqual([
    ['save-what-if', 'deputy'],
    ['discard-what-if', 'deputy'],
    ['save-what-if', 'planner'],
  ]);
  expect(liveEventsOf(changes, 'north')).toEqual([]);
  const scratch = await testDatabase();
  expect(await replay(database, scratch)).toMatchObject({ rows: { what_if: 1 } });
  await scratch.close();
});
