import { areaOf } from '../../server/assessment/engine/area.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { outlinesOf } from '../../server/assessment/engine/outlines.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { peopled, type Problem } from './problem.ts';

export const shapesOf = ({ shapes }: Pick<Problem, 'shapes'>): Shape[] =>
  shapes.map((polygon) => ({ type: 'area', area: areaOf(polygon) }));

/**
 * Gives, as often as it is asked, which points no shape covers, 1 or 0: with the grid and the outlines kept, as databases
 * keep their indexes.
 */
export function finding(
  { longitude, latitude }: Pick<Problem, 'longitude' | 'latitude'>,
  shapes: readonly Shape[],
): () => Uint8Array {
  const grid = new PointGrid(longitude, latitude);
  const outlines = outlinesOf(shapes);
  return () => uncovered(grid, outlines);
}

/** The same of the settlements to flag, by their numbers, ascending. */
export function flagging(problem: Problem, shapes: readonly Shape[]): () => Uint32Array {
  const asked = peopled(problem);
  const find = finding(asked, shapes);
  return () => {
    const isUncovered = find();
    return asked.number.filter((_, index) => isUncovered[index] === 1);
  };
}
