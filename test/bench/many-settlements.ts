// many-settlements.ts SIZE: flags a country of so many settlements; prints what the process used. Above what is quickly
// generated, every settlement stands there several times, at most a hundredth of a degree apart.
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { outlinesOf } from '../../server/assessment/engine/outlines.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { shapesOf } from './engine.ts';
import { measure } from './measure.ts';
import { countryOf, generateShapes, largest, populationThreshold } from './problem.ts';

const settlements = Number(process.argv[2]);
const outlines = outlinesOf(shapesOf({ shapes: generateShapes() }));
const { longitudes, latitudes, populations, count } = countryOf(Math.min(settlements, largest));
/** In [-0.01, 0.01), the same on every machine; 0 for the first of those that are one. */
const apart = (i: number) => (i < count ? 0 : (Math.imul(i, 0x9e3779b1) >>> 0) / 2 ** 32 / 50 - 0.01);
const longitude = Float64Array.from({ length: settlements }, (_, i) => longitudes[i % count] + apart(i));
const latitude = Float64Array.from({ length: settlements }, (_, i) => latitudes[i % count] + apart(i + settlements));
const { processor, result } = await measure(settlements > largest ? 3 : 9, () => {
  const isUncovered = uncovered(new PointGrid(longitude, latitude), outlines);
  let flagged = 0;
  for (let i = 0; i < settlements; i++) {
    if (isUncovered[i] === 1 && populations[i % count] > populationThreshold) flagged++;
  }
  return flagged;
});
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ processor, megabytes, flagged: result }));
