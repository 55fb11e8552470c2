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

/**
 * Puts one shape in place of another in the counts; null is none. Returns the positions that were covered and are not,
 * or the other way round, ascending within those that the former shape left and those that the new one reached.
 */
export function replaceCover(
  grid: PointGrid,
  counts: Int32Array,
  former: Shape | null,
  shape: Shape | null,
): { lost: number[]; gained: number[] } {
  const left = new Ranges();
  const reached = new Ranges();
  if (former) cover(grid, former, left);
  if (shape) cover(grid, shape, reached);
  for (const position of left.positions()) counts[position]--;
  const gained = [...reached.positions()].filter((position) => counts[position]++ === 0);
  // What both cover had nothing for a moment, and has not changed.
  const lost = [...left.positions()].filter((position) => counts[position] === 0);
  const leftSet = new Set(gained.length > 0 ? left.positions() : []);
  return { lost, gained: gained.filter((position) => !leftSet.has(position)) };
}
