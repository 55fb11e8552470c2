import { worldBits } from '../country/table/morton.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { cellWidth, groupKeys, settlements, sumCells, sumX, sumY } from './cells.ts';
import { KeptCells } from './kept-cells.ts';
import { extent, LayerWriter } from './layer.ts';
import type { Rows } from './rows.ts';
import { settlementsFrom } from './settlements-layer.ts';
import { type Audience, everyone } from './shown.ts';

/** Cells along a side of a tile, as a power of two. */
const cellBits = 5;

const keptCells = new WeakMap<SettlementTable, KeptCells>();

/** A tile with a point for each cell that has rows, in the middle of them, and their sums. */
export function groupsTile(table: SettlementTable, rows: Rows, z: number, audience: Audience): Buffer {
  const writer = new GroupWriter(z);
  for (const cells of cellsOf(table, rows, z, audience)) writer.take(cells);
  return writer.end();
}

/** All are asked for again and again: their cells are kept, as small as the last zoom needs them. */
function cellsOf(table: SettlementTable, rows: Rows, z: number, audience: Audience): Iterable<Float64Array> {
  if (rows.rows !== null || audience !== everyone) return [sumCells(table, rows, z + cellBits, audience)];
  let kept = keptCells.get(table);
  if (kept === undefined) keptCells.set(table, (kept = new KeptCells(table, settlementsFrom - 1 + cellBits)));
  return kept.within(rows.from, rows.before);
}

const layer = new LayerWriter('groups', groupKeys);
/** Each key, and its value in the group that is written. */
const tags = Uint32Array.from(groupKeys.flatMap((_, key) => [key, 0]));

/** Writes cells in the order of the curve, those that are one at this zoom as one. */
class GroupWriter {
  readonly #shift: number;
  readonly #cellShift: number;
  readonly #sums = new Float64Array(cellWidth);
  #cellX = -1;
  #cellY = -1;

  constructor(z: number) {
    layer.begin();
    this.#shift = worldBits - z - Math.log2(extent);
    this.#cellShift = worldBits - z - cellBits;
  }

  take(cells: Float64Array): void {
    const sums = this.#sums;
    const cellShift = this.#cellShift;
    for (let cell = 0; cell < cells.length; cell += cellWidth) {
      // Where settlements are in the middle, they are in the cell.
      const cellX = (cells[cell + sumX] / cells[cell + settlements]) >>> cellShift;
      const cellY = (cells[cell + sumY] / cells[cell + settlements]) >>> cellShift;
      if (cellX !== this.#cellX || cellY !== this.#cellY) {
        this.#write();
        this.#cellX = cellX;
        this.#cellY = cellY;
        sums.fill(0);
      }
      for (let i = 0; i < cellWidth; i++) sums[i] += cells[cell + i];
    }
  }

  end(): Buffer {
    this.#write();
    return layer.end();
  }

  #write(): void {
    const sums = this.#sums;
    const count = sums[settlements];
    if (count === 0) return;
    for (let key = 0; key < groupKeys.length; key++) tags[2 * key + 1] = layer.values.number(sums[key]);
    layer.point(
      ((sums[sumX] / count) >>> this.#shift) & (extent - 1),
      ((sums[sumY] / count) >>> this.#shift) & (extent - 1),
      tags,
      tags.length,
    );
  }
}
