import type { Area } from './area.ts';
import { coverCircle, type Circle } from './circle.ts';
import type { PointGrid } from './grid.ts';
import { coverArea } from './polygon.ts';
import type { Ranges } from './ranges.ts';

/** Where a piece of evidence speaks, as the engine takes it; `settlement` is the index of one, -1 where unknown. */
export type Shape =
  { type: 'area'; area: Area } | ({ type: 'circle' } & Circle) | { type: 'settlement'; settlement: number };

/**
 * Puts into `into`, emptied first, the positions of the grid's points that the shape covers; each once. Where only some
 * positions are open, others may be left out.
 */
export function cover(grid: PointGrid, shape: Shape, into: Ranges): void {
  into.clear();
  switch (shape.type) {
    case 'area':
      return coverArea(grid, shape.area, into);
    case 'circle':
      return coverCircle(grid, shape, into);
    case 'settlement': {
      if (shape.settlement < 0) return;
      const position = grid.position[shape.settlement];
      into.push(position, position + 1);
    }
  }
}
