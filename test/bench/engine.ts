import { areaOf } from '../../server/assessment/engine/area.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { peopled, type Problem } from './problem.ts';

export const shapesOf = ({ shapes }: Pick<Problem, 'shapes'>): Shape[] =>
  shapes.map((polygon) => ({ type: 'area', area: areaOf(polygon) }));

/** The engine's answer: the settlements to flag, ascending. From the bare coordinates, the grid included. */
export function flagByEngine(problem: Problem, shapes: readonly Shape[]): Uint32Array {
  const { longitude, latitude, number } = peopled(problem);
  return flagIn(new PointGrid(longitude, latitude), number, shapes);
}

/** The same with the grid kept: the work of asking once more. */
export function kept(problem: Problem, shapes: readonly Shape[]): () => Uint32Array {
  const { longitude, latitude, number } = peopled(problem);
  const grid = new PointGrid(longitude, latitude);
  return () => flagIn(grid, number, shapes);
}

function flagIn(grid: PointGrid, number: Uint32Array, shapes: readonly Shape[]): Uint32Array {
  const isUncovered = uncovered(grid, shapes);
  return number.filter((_, index) => isUncovered[index] === 1);
}
