import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { canonicalJson, firstAltered } from '../../server/changes/chain.ts';
import { changesAfter, changesOfAction } from '../../server/changes/queries.ts';
import { openAction } from '../../server/changes/record.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

const act = (regionCode: string, count: number) =>
  database.transaction(async () => {
    const action = await openAction(database, { actor: 'planner', verb: 'edit-settlement', regionCodes: [regionCode] });
    for (let number = 0; number < count; number++) {
      action.add(regionCode, {
        entity: 'settlement',
        key: { regionCode, code: `${number}` },
        before: { population: 0.1 + number, name: 'Ақсу' },
        after: null,
      });
    }
    await action.close();
    return action.id;
  });

test('an action of many items is several changes of at most 1,000, chained', async () => {
  const id = await act('10', 2001);
  const changes = await changesOfAction(database, id);
  expect(changes.map(({ sequence, items }) => [sequence, items.length])).toEqual([
    [1, 1000],
    [2, 1000],
    [3, 1],
  ]);
  expect(firstAltered(changes)).toBeNull();
});

test('the version of the next action continues the chain of its region alone', async () => {
  const action = await database.transaction(() =>
    openAction(database, { actor: 'planner', verb: 'assign', regionCodes: ['11', '10'] }),
  );
  expect(action.sequence('10')).toBe(4);
  expect(action.sequence('11')).toBe(1);
  expect(() => action.sequence('12')).toThrow('12');
});

test('an action that adds nothing records nothing', async () => {
  await act('10', 0);
  expect(await changesAfter(database, new Map([['10', 3]]))).toEqual([]);
});

test('a transaction that fails leaves the chain as it was', async () => {
  const failing = database.transaction(async () => {
    await act('10', 1);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await changesAfter(database, new Map([['10', 3]]))).toEqual([]);
});

test('an altered change is named', async () => {
  await act('10', 1);
  await act('10', 1);
  await database.query(`update change set actor = 'nobody' where region_code = '10' and sequence = 4`);
  const chain = await changesAfter(database, new Map([['10', 0]]));
  expect(chain).toHaveLength(5);
  expect(firstAltered(chain)).toBe(4);
});

test('two actions at once in one region are made one after the other', async () => {
  await Promise.all(Array.from({ length: 8 }, () => act('20', 1)));
  const chain = await changesAfter(database, new Map([['20', 0]]));
  expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(firstAltered(chain)).toBeNull();
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'ә' })).toBe('{"a":"ә","b":[{"c":2,"d":1}]}');
});
