import { expect, test } from '@jest/globals';
import { readProfile } from '../../server/assessment/profiles.ts';
import { assessRegion } from '../../server/assessment/region.ts';
import { columnsOf, type TableColumns } from '../../server/country/table/build.ts';
import { inThread } from '../../server/threads/threads.ts';

const regionModule = new URL('../../server/assessment/region.ts', import.meta.url);
const buildModule = new URL('../../server/country/table/build.ts', import.meta.url);

test('a thread finds what the main thread finds, of more rows than go over at once', async () => {
  const settlements = Array.from({ length: 2500 }, (_, i) => ({
    code: String(i),
    longitude: 60 + (i % 50) / 10,
    latitude: 50 + i / 1000,
    population: i % 7 === 0 ? null : i,
  }));
  const given = { settlements, evidence: [], upheld: [], before: [] };
  const settings = { profile: await readProfile('kazakhstan-2024'), populationThreshold: 250, asOf: '2026-11-22' };
  const found = await inThread(regionModule, 'assessRegion', given, { settings });
  expect(found.length).toBe(2501);
  expect(found).toEqual(assessRegion({ ...given, settings }));
});

test('columns of a table come back as the main thread makes them', async () => {
  const doubles = (...values: number[]) => {
    const bytes = Buffer.alloc(8 * values.length);
    values.forEach((value, i) => bytes.writeDoubleBE(value, 8 * i));
    return bytes;
  };
  const integers = (...values: number[]) => {
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, i) => bytes.writeInt32BE(value, 4 * i));
    return bytes;
  };
  const block = {
    settlements: 2,
    longitude: doubles(70.1, 60.5),
    latitude: doubles(50.1, 51.2),
    population: integers(1000, -1),
    lengths: integers(4, 2, 8, 8, 0, 4, 2, 8, 8, 0),
    texts: Buffer.from('100110АқсуАксу100210БойыБоев'),
    statuses: Buffer.from('UNKser'),
  };
  const [columns] = await inThread<TableColumns>(buildModule, 'columnsOf', { blocks: [block] }, {}, 1);
  expect({ population: [...columns.population], flagged: [...columns.flagged], byKey: [...columns.byKey] }).toEqual({
    population: [-1, 1000],
    flagged: [0, 1],
    byKey: [1, 0],
  });
  const plain = ({ ...all }: TableColumns) =>
    Object.fromEntries(Object.entries(all).map(([name, column]) => [name, Array.from(column as Uint8Array)]));
  expect(plain(columns)).toEqual(plain(columnsOf({ blocks: [block] })[0]));
});

test('what the function throws is thrown', async () => {
  await expect(inThread(regionModule, 'assessRegion', { settlements: [] }, {})).rejects.toThrow('not iterable');
});
