// many-settlements.ts SIZE: flags a generated country of so many settlements; prints what the process used.
import { areaOf } from '../../server/assessment/engine/area.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { generateCountry } from '../../geodata/demonstration/country.ts';
import { measure } from './measure.ts';
import { generateShapes, populationThreshold } from './problem.ts';

const settlements = Number(process.argv[2]);
const shapes = generateShapes().map((polygon): Shape => ({ type: 'area', area: areaOf(polygon) }));
const { longitudes, latitudes, populations } = generateCountry({ settlements });
const { processor, result } = await measure(settlements > 1_000_000 ? 3 : 9, () => {
  const isUncovered = uncovered(new PointGrid(longitudes, latitudes), shapes);
  let flagged = 0;
  for (let i = 0; i < settlements; i++) if (isUncovered[i] === 1 && populations[i] > populationThreshold) flagged++;
  return flagged;
});
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ processor, megabytes, flagged: result }));
