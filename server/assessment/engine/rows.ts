import type { Area } from './area.ts';
import type { Edges } from './edges.ts';
import type { PointGrid } from './grid.ts';

/** The edges of an area by the rows of a grid. One object serves area after area, each until the next is sorted. */
export class EdgeRows implements Edges {
  ends = new Float64Array(4096);
  ring = new Uint32Array(1024);
  /** First entry of each row from the first on; one more at the end. */
  start = new Uint32Array(1024);

  /** Sorts, by counting, each edge into every row from firstRow to lastRow that it reaches, ascending within the row. */
  sort(grid: PointGrid, { x, y, ringStart }: Area, firstRow: number, lastRow: number): void {
    const rows = lastRow - firstRow + 1;
    if (this.start.length < rows + 2) this.start = new Uint32Array(2 * rows + 2);
    const { start } = this;
    start.fill(0, 0, rows + 2);
    const { south, north } = grid;
    const rings = ringStart.length - 1;

    // Counted two places ahead, so that start[row + 1] can be the next free entry of the row while it is filled.
    for (let ring = 0; ring < rings; ring++) {
      const last = ringStart[ring + 1] - 1;
      for (let edge = ringStart[ring]; edge < last; edge++) {
        const low = y[edge] < y[edge + 1] ? y[edge] : y[edge + 1];
        const high = y[edge] < y[edge + 1] ? y[edge + 1] : y[edge];
        if (low > north || high < south) continue;
        const to = grid.rowOf(high) - firstRow;
        for (let row = grid.rowOf(low) - firstRow; row <= to; row++) start[row + 2]++;
      }
    }
    for (let row = 2; row < rows + 2; row++) start[row] += start[row - 1];
    this.#reserve(start[rows + 1]);
    const { ends, ring: ringOf } = this;
    for (let ring = 0; ring < rings; ring++) {
      const last = ringStart[ring + 1] - 1;
      for (let edge = ringStart[ring]; edge < last; edge++) {
        const low = y[edge] < y[edge + 1] ? y[edge] : y[edge + 1];
        const high = y[edge] < y[edge + 1] ? y[edge + 1] : y[edge];
        if (low > north || high < south) continue;
        const to = grid.rowOf(high) - firstRow;
        for (let row = grid.rowOf(low) - firstRow; row <= to; row++) {
          const entry = start[row + 1]++;
          ringOf[entry] = ring;
          ends[4 * entry] = x[edge];
          ends[4 * entry + 1] = y[edge];
          ends[4 * entry + 2] = x[edge + 1];
          ends[4 * entry + 3] = y[edge + 1];
        }
      }
    }
  }

  #reserve(entries: number): void {
    if (this.ring.length >= entries) return;
    this.ends = new Float64Array(entries * 8);
    this.ring = new Uint32Array(entries * 2);
  }
}
