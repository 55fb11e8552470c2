import { cover, type Shape } from './cover.ts';
import type { PointGrid } from './grid.ts';
import { Ranges } from './ranges.ts';

/** The positions of a grid that nothing has covered yet: a bit each, so that many covered ones are passed over at once. */
export class OpenPositions {
  readonly #bits: Uint32Array;

  constructor(count: number) {
    this.#bits = new Uint32Array((count >>> 5) + 1).fill(0xffffffff);
  }

  /** The first open position at or after this one and before the end; the end where there is none. */
  from(position: number, end: number): number {
    if (position >= end) return end;
    const bits = this.#bits;
    let word = position >>> 5;
    let open = bits[word] & (-1 << (position & 31));
    for (const last = (end - 1) >>> 5; open === 0;) {
      if (word === last) return end;
      open = bits[++word];
    }
    const found = (word << 5) + 31 - Math.clz32(open & -open);
    return found < end ? found : end;
  }

  /** Closes the positions from `first` to before `end`. */
  close(first: number, end: number): void {
    if (first >= end) return;
    const bits = this.#bits;
    const firstWord = first >>> 5;
    const lastWord = (end - 1) >>> 5;
    const head = -1 << (first & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    if (firstWord === lastWord) {
      bits[firstWord] &= ~(head & tail);
      return;
    }
    bits[firstWord] &= ~head;
    bits.fill(0, firstWord + 1, lastWord);
    bits[lastWord] &= ~tail;
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
  const { count, order } = grid;
  for (let position = open.from(0, count); position < count; position = open.from(position + 1, count)) {
    found[order[position]] = 1;
  }
  return found;
}
