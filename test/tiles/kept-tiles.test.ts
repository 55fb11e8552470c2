import { expect, test } from '@jest/globals';
import type { SettlementTable } from '../../server/country/table/table.ts';
import { KeptTiles } from '../../server/tiles/kept-tiles.ts';

const table = {} as SettlementTable;
const body = (name: string) => Buffer.from(`a tile named ${name}`);

test('tiles are kept until there is no room for them, those that were used last the longest', () => {
  const kept = new KeptTiles(1000);
  for (const name of ['first', 'second']) kept.keep(name, table, 1, body(name));
  expect(kept.find('first', table, 1)?.isCompressed).toBe(true);
  kept.keep('third', table, 1, body('third'));
  expect(['first', 'second', 'third'].filter((name) => kept.find(name, table, 1) !== undefined)).toEqual([
    'first',
    'third',
  ]);
});

test('a tile of another table or revision is not given', () => {
  const kept = new KeptTiles(1000);
  kept.keep('one', table, 1, body('one'));
  expect(kept.find('one', table, 2)).toBe(undefined);
  expect(kept.find('one', {} as SettlementTable, 1)).toBe(undefined);
});

test('small tiles hold no more memory than is counted', () => {
  const kept = new KeptTiles(1_000_000);
  const tiles = Array.from({ length: 1000 }, (_, i) => kept.keep(String(i), table, 1, body(String(i))));
  const memory = new Set(tiles.map(({ bytes }) => bytes.buffer));
  const held = [...memory].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(held).toBeLessThan(350_000);
});
