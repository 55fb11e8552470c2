import { worldBits } from '../country/table/morton.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { sumCells } from './cells.ts';
import { everyone } from './shown.ts';

/** Cells are kept by tiles of this zoom, the deepest of which the table knows whether anything in them is another. */
const blockZoom = 8;

/** A tile of that zoom: its place, its first row, and its cells as they were at a revision of it. */
interface Block {
  x: number;
  y: number;
  from: number;
  revision: number;
  cells: Float64Array | null;
}

/** The sums of all settlements by the cells of one zoom, as everyone may know them, kept until something is another. */
export class KeptCells {
  readonly #table: SettlementTable;
  readonly #zoom: number;
  readonly #blocks: Block[] = [];

  constructor(table: SettlementTable, zoom: number) {
    this.#table = table;
    this.#zoom = zoom;
    const shift = worldBits - blockZoom;
    let last: Block | undefined;
    for (let row = 0; row < table.size; row++) {
      const x = table.x[row] >>> shift;
      const y = table.y[row] >>> shift;
      if (last?.x === x && last.y === y) continue;
      last = { x, y, from: row, revision: -1, cells: null };
      this.#blocks.push(last);
    }
  }

  /** The cells, see `sumCells`, of a tile of at most the zoom of a block, which has rows `from` to `before`; block by block. */
  *within(from: number, before: number): Iterable<Float64Array> {
    for (let i = this.#firstBlock(from); i < this.#blocks.length && this.#blocks[i].from < before; i++) {
      yield this.#cellsOf(i);
    }
  }

  #cellsOf(i: number): Float64Array {
    const block = this.#blocks[i];
    const revision = this.#table.revisions.of(blockZoom, block.x, block.y);
    if (block.cells === null || block.revision !== revision) {
      const before = this.#blocks[i + 1]?.from ?? this.#table.size;
      block.cells = sumCells(this.#table, { rows: null, from: block.from, before }, this.#zoom, everyone);
      block.revision = revision;
    }
    return block.cells;
  }

  #firstBlock(row: number): number {
    let from = 0;
    let to = this.#blocks.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#blocks[middle].from < row) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
