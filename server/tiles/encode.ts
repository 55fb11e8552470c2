import type { SettlementFilter } from '../country/schema.ts';
import { asksNothing, matchingRows } from '../country/table/matching.ts';
import { rowsOfTile } from '../country/table/morton.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { groupsTile } from './groups-layer.ts';
import type { TilePlace } from './schema.ts';
import { settlementsFrom, settlementsTile } from './settlements-layer.ts';
import { audienceOf } from './shown.ts';

/** A tile of the settlements that match, as whoever is of a company (null: of none) may see them; empty where none is. */
export function encodeTile(
  table: SettlementTable,
  { z, x, y }: TilePlace,
  filter: SettlementFilter,
  company: string | null,
): Buffer {
  const range = rowsOfTile(table.morton, z, x, y);
  const rows = asksNothing(filter) ? null : matchingRows(table, filter, company, range);
  const [from, before] = rows === null ? range : [0, rows.length];
  const tile = z < settlementsFrom ? groupsTile : settlementsTile;
  return tile(table, { rows, from, before }, z, audienceOf(table, company));
}
