import { cover } from './cover.ts';
import { coversPoint } from './edges.ts';
import type { PointGrid } from './grid.ts';
import type { Outlines } from './outlines.ts';
import { Ranges } from './ranges.ts';
import { RowEdges } from './row-edges.ts';

/**
 * Which points no shape covers: 1 or 0 by the index with which the grid was made. Each point is asked of no more shapes
 * than it takes to cover it, so that this is much less work than to count.
 */
export function uncovered(grid: PointGrid, outlines: Outlines): Uint8Array {
  // A bit for each position, set until something covers it: of many that are covered nothing need be read.
  const open = new Uint32Array((grid.count >>> 5) + 1).fill(0xffffffff);
  for (let outline = 0; outline < outlines.areas.length; outline++) closeWithin(grid, outlines, outline, open);
  const ranges = new Ranges();
  for (const shape of outlines.others) {
    cover(grid, shape, ranges);
    for (const position of ranges.positions()) open[position >>> 5] &= ~(1 << (position & 31));
  }
  const found = new Uint8Array(grid.count);
  for (let position = 0; position < grid.count; position++) {
    found[grid.order[position]] = (open[position >>> 5] >>> (position & 31)) & 1;
  }
  return found;
}

const edges = new RowEdges();

/** Closes the open positions that one outline covers. */
function closeWithin(grid: PointGrid, outlines: Outlines, outline: number, open: Uint32Array): void {
  const { boxes } = outlines;
  const west = boxes[4 * outline];
  const south = boxes[4 * outline + 1];
  const east = boxes[4 * outline + 2];
  const north = boxes[4 * outline + 3];
  if (!(west <= grid.east && east >= grid.west && south <= grid.north && north >= grid.south)) return;
  const { columns, cellStart, longitude, latitude } = grid;
  const firstColumn = grid.columnOf(west);
  const lastColumn = grid.columnOf(east);
  const lastRow = grid.rowOf(north);
  for (let row = grid.rowOf(south); row <= lastRow; row++) {
    const first = cellStart[row * columns + firstColumn];
    const last = cellStart[row * columns + lastColumn + 1] - 1;
    if (last < first) continue;
    const lastWord = last >>> 5;
    let hasEdges = false;
    for (let word = first >>> 5; word <= lastWord; word++) {
      let left = open[word];
      if (word === first >>> 5) left &= -1 << (first & 31);
      if (word === lastWord) left &= -1 >>> (31 - (last & 31));
      let closed = 0;
      for (; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        const x = longitude[(word << 5) + bit];
        const y = latitude[(word << 5) + bit];
        if (x < west || x > east || y < south || y > north) continue;
        if (!hasEdges) {
          edges.take(outlines, outline, grid.rowStart(row), grid.rowStart(row + 1));
          hasEdges = true;
        }
        const covers = edges.cover(x, y) ?? coversPoint(outlines.areas[outline], x, y);
        if (covers) closed |= 1 << bit;
      }
      if (closed !== 0) open[word] &= ~closed;
    }
  }
}
