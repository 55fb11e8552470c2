import { areaOf } from '../../server/assessment/engine/area.ts';
import { countCover } from '../../server/assessment/engine/counts.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { populationThreshold, type Problem } from './problem.ts';

export const shapesOf = ({ shapes }: Problem): Shape[] =>
  shapes.map((polygon) => ({ type: 'area', area: areaOf(polygon) }));

/** The engine's answer: the settlements to flag, ascending. From the bare coordinates, the grid included. */
export function flagByEngine({ longitude, latitude, population }: Problem, shapes: readonly Shape[]): Uint32Array {
  const grid = new PointGrid(longitude, latitude);
  const counts = new Int32Array(grid.count);
  countCover(grid, shapes, counts, 1);
  const flagged: number[] = [];
  for (let i = 0; i < grid.count; i++) {
    if (population[i] > populationThreshold && counts[grid.position[i]] === 0) flagged.push(i);
  }
  return Uint32Array.from(flagged);
}
