import { worldBits } from '../country/table/morton.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { cellWidth, groupKeys, mergeCells, settlements, sumCells, sumX, sumY } from './cells.ts';
import { KeptCells } from './kept-cells.ts';
import { beforeTags, extent, LayerWriter, writePoint, writeTag } from './layer.ts';
import type { Rows } from './rows.ts';
import { settlementsFrom } from './settlements-layer.ts';
import { type Audience, everyone } from './shown.ts';

/** Cells along a side of a tile, as a power of two. */
const cellBits = 5;
/** The zoom of the cells that are kept: as small as the last zoom needs them. */
const keptZoom = settlementsFrom - 1 + cellBits;

const keptCells = new WeakMap<SettlementTable, KeptCells>();

const layer = new LayerWriter('groups', groupKeys);
const { values } = layer;

/** A tile with a point for each cell that has rows, in the middle of them, and their sums; see `leaveTile`. */
export function groupsTile(table: SettlementTable, rows: Rows, z: number, audience: Audience): Buffer {
  const view = layer.begin(4 ** cellBits);
  const shift = worldBits - z - Math.log2(extent);
  let end = layer.first;
  for (const cells of cellsOf(table, rows, z + cellBits, audience)) end = writeGroups(view, end, cells, shift);
  return layer.end(end);
}

/** The cells of a zoom. All are asked for again and again: theirs are kept. */
function cellsOf(table: SettlementTable, rows: Rows, zoom: number, audience: Audience): Iterable<Float64Array> {
  if (rows.rows !== null || audience !== everyone) return [sumCells(table, rows, zoom, audience)];
  let kept = keptCells.get(table);
  if (kept === undefined) keptCells.set(table, (kept = new KeptCells(table, keptZoom)));
  const cells = kept.within(rows.from, rows.before);
  return zoom === keptZoom ? cells : [mergeCells(cells, zoom)];
}

/** Writes each cell as a point; gives the place after them. */
function writeGroups(view: DataView, from: number, cells: Float64Array, shift: number): number {
  let end = from;
  for (let cell = 0; cell < cells.length; cell += cellWidth) {
    let at = end + beforeTags;
    for (let key = 0; key < groupKeys.length; key++) at = writeTag(view, at, key, values.number(cells[cell + key]));
    const count = cells[cell + settlements];
    const x = ((cells[cell + sumX] / count) >>> shift) & (extent - 1);
    const y = ((cells[cell + sumY] / count) >>> shift) & (extent - 1);
    end = writePoint(view, end, at, x, y);
  }
  return end;
}
