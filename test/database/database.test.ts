import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../server/database/database.ts';
import { engine, testDatabase } from '../database.ts';

const onEmbedded = engine === 'PGlite' ? test : test.skip;

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

const insertRegion = (code: string) =>
  database.query(`insert into region (code, name_kk, name_ru, name_en) values ($1, '', '', '')`, [code]);

const regionCodes = async () =>
  (await database.query<{ code: string }>('select code from region order by code')).map(({ code }) => code);

test('bigint comes as a number, a date as the text that it is', async () => {
  const rows = await database.query(`select 9007199254740991::bigint as big, date '2026-11-22' as day`);
  expect(rows).toEqual([{ big: 9007199254740991, day: '2026-11-22' }]);
});

test('a transaction is committed whole', async () => {
  await database.transaction(async () => {
    await insertRegion('10');
    await insertRegion('11');
  });
  expect(await regionCodes()).toEqual(['10', '11']);
});

test('a transaction that throws leaves nothing, also where an inner one had ended', async () => {
  const work = database.transaction(async () => {
    await database.transaction(() => insertRegion('12'));
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await regionCodes()).toEqual(['10', '11']);
});

onEmbedded('10,000 failing statements are survived', async () => {
  for (let batch = 0; batch < 100; batch++) {
    const failures = Array.from({ length: 100 }, () => database.query('select no_such_column').catch((e) => e.code));
    expect(new Set(await Promise.all(failures))).toEqual(new Set(['42703']));
  }
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
});

onEmbedded('the embedded database has of PostGIS what is used, projections too', async () => {
  const names = await database.query(`select name from pg_available_extensions where name like 'postgis%'`);
  expect(names).toEqual([{ name: 'postgis' }]);
  const [{ x }] = await database.query<{ x: number }>(
    'select round(st_x(st_transform(st_setsrid(st_makepoint(69, 43), 4326), 32642))) as x',
  );
  expect(x).toBe(500_000);
});

test('a duplicate is told by its constraint', async () => {
  await expect(insertRegion('10')).rejects.toMatchObject({ code: '23505', constraint: 'region_pkey' });
});
