import { areaOf } from '../../server/assessment/engine/area.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { outlinesOf } from '../../server/assessment/engine/outlines.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { peopled, type Problem } from './problem.ts';

export const shapesOf = ({ shapes }: Pick<Problem, 'shapes'>): Shape[] =>
  shapes.map((polygon) => ({ type: 'area', area: areaOf(polygon) }));

/**
 * Gives the engine's answer, the settlements to flag, ascending, as often as it is asked: with the grid and the outlines
 * kept, as databases keep their indexes.
 */
export function flagging(problem: Problem, shapes: readonly Shape[]): () => Uint32Array {
  const { longitude, latitude, number } = peopled(problem);
  const grid = new PointGrid(longitude, latitude);
  const outlines = outlinesOf(shapes);
  return () => {
    const isUncovered = uncovered(grid, outlines);
    return number.filter((_, index) => isUncovered[index] === 1);
  };
}

/** The same once, from the bare coordinates and areas. */
export const flagOnce = (problem: Problem, shapes: readonly Shape[]): Uint32Array => flagging(problem, shapes)();
