import { lowerBound, worldBits } from '../country/table/morton.ts';
import { deepest as blockZoom } from '../country/table/revisions.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { sumCells } from './cells.ts';
import { everyone } from './shown.ts';

/** A tile of the deepest zoom that has a revision of its own: its place, and its cells as they were at a revision. */
interface Block {
  x: number;
  y: number;
  revision: number;
  cells: Float64Array | null;
}

/** The sums of all settlements by the cells of one zoom, as everyone may know them, kept until something is another. */
export class KeptCells {
  readonly #table: SettlementTable;
  readonly #zoom: number;
  readonly #blocks: Block[] = [];
  /** The first row of each block; one more says where the last ends. */
  readonly #starts: Uint32Array;

  constructor(table: SettlementTable, zoom: number) {
    this.#table = table;
    this.#zoom = zoom;
    const shift = worldBits - blockZoom;
    const starts: number[] = [];
    let last: Block | undefined;
    for (let row = 0; row < table.size; row++) {
      const x = table.x[row] >>> shift;
      const y = table.y[row] >>> shift;
      if (last?.x === x && last.y === y) continue;
      last = { x, y, revision: -1, cells: null };
      this.#blocks.push(last);
      starts.push(row);
    }
    this.#starts = Uint32Array.from([...starts, table.size]);
  }

  /** The cells, see `sumCells`, of a tile of at most the zoom of a block, which has rows `from` to `before`; block by block. */
  *within(from: number, before: number): Iterable<Float64Array> {
    for (let i = lowerBound(this.#starts, from); this.#starts[i] < before; i++) yield this.#cellsOf(i);
  }

  #cellsOf(i: number): Float64Array {
    const block = this.#blocks[i];
    const revision = this.#table.revisions.of(blockZoom, block.x, block.y);
    if (block.cells === null || block.revision !== revision) {
      const rows = { rows: null, from: this.#starts[i], before: this.#starts[i + 1] };
      block.cells = sumCells(this.#table, rows, this.#zoom, everyone);
      block.revision = revision;
    }
    return block.cells;
  }
}
