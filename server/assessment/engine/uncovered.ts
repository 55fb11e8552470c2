import { cover, type Shape } from './cover.ts';
import type { PointGrid } from './grid.ts';
import { Ranges } from './ranges.ts';

/**
 * The positions of a grid that nothing has covered yet: each closed position points at a later one, and what was walked
 * is made shorter on the way, so that many covered points are passed over in one step.
 */
export class OpenPositions {
  readonly #next: Uint32Array;

  constructor(count: number) {
    this.#next = new Uint32Array(count + 1);
    for (let position = 0; position <= count; position++) this.#next[position] = position;
  }

  /** The first open position at or after this one; the count of points where there is none. */
  from(position: number): number {
    const next = this.#next;
    while (next[position] !== position) {
      next[position] = next[next[position]];
      position = next[position];
    }
    return position;
  }

  /** Closes the positions from `first` to before `end`. */
  close(first: number, end: number): void {
    for (let position = this.from(first); position < end; position = this.from(position + 1)) {
      this.#next[position] = position + 1;
    }
  }
}

/**
 * Which points no shape covers: 1 or 0 by the index with which the grid was made. Each point is asked of no more shapes
 * than it takes to cover it, so that this is much less work than to count.
 */
export function uncovered(grid: PointGrid, shapes: Iterable<Shape>): Uint8Array {
  const open = new OpenPositions(grid.count);
  const ranges = new Ranges();
  for (const shape of shapes) {
    cover(grid, shape, ranges, open);
    for (let i = 0; i < ranges.length; i++) open.close(ranges.first[i], ranges.last[i]);
  }
  const found = new Uint8Array(grid.count);
  for (let position = open.from(0); position < grid.count; position = open.from(position + 1)) {
    found[grid.order[position]] = 1;
  }
  return found;
}
