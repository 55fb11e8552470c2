import { cover, type Shape } from './cover.ts';
import type { PointGrid } from './grid.ts';
import { Ranges } from './ranges.ts';

/**
 * Which shapes cover each point, with equal sets stored once.
 *
 * Sets are a tree: set s is the set `parent[s]` with the shape `shape[s]` added; set 0 is empty. Shapes are added in
 * order, so two points are in the same set exactly if the same shapes cover them.
 */
export interface CoverSets {
  /** The set of each point, by the index with which the grid was made. */
  setOf: Uint32Array;
  parent: Uint32Array;
  shape: Uint32Array;
  /** How many sets there are; the arrays may be longer. */
  count: number;
}

export function coverSets(grid: PointGrid, shapes: readonly Shape[]): CoverSets {
  const ranges = new Ranges();
  const setAt = new Uint32Array(grid.count);
  let parent = new Uint32Array(1024);
  let shapeOf = new Uint32Array(1024);
  // The set that the present shape makes of each older set, if it has met it.
  let successor = new Uint32Array(1024);
  let count = 1;

  for (let shape = 0; shape < shapes.length; shape++) {
    cover(grid, shapes[shape], ranges);
    const firstNew = count;
    for (let i = 0; i < ranges.length; i++) {
      const last = ranges.last[i];
      for (let position = ranges.first[i]; position < last; position++) {
        const before = setAt[position];
        let after = successor[before];
        if (after < firstNew) {
          if (count === parent.length) {
            parent = doubled(parent);
            shapeOf = doubled(shapeOf);
            successor = doubled(successor);
          }
          after = count++;
          successor[before] = after;
          parent[after] = before;
          shapeOf[after] = shape;
        }
        setAt[position] = after;
      }
    }
  }

  const setOf = new Uint32Array(grid.count);
  for (let position = 0; position < grid.count; position++) setOf[grid.order[position]] = setAt[position];
  return { setOf, parent, shape: shapeOf, count };
}

/** The shapes of one set, ascending. */
export function shapesOf({ parent, shape }: CoverSets, set: number): number[] {
  const shapes: number[] = [];
  for (let s = set; s !== 0; s = parent[s]) shapes.push(shape[s]);
  return shapes.toReversed();
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}
