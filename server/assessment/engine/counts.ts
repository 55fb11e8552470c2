import { cover, type Shape } from './cover.ts';
import type { PointGrid } from './grid.ts';
import { Ranges } from './ranges.ts';

/**
 * How many shapes cover each point, by position in the grid. A shape is added with `add` 1 and taken away again with
 * `add` -1: an edit costs what it touches.
 */
export function countCover(grid: PointGrid, shapes: Iterable<Shape>, counts: Int32Array, add: 1 | -1): void {
  const ranges = new Ranges();
  for (const shape of shapes) {
    cover(grid, shape, ranges);
    for (let i = 0; i < ranges.length; i++) {
      const last = ranges.last[i];
      for (let position = ranges.first[i]; position < last; position++) counts[position] += add;
    }
  }
}
