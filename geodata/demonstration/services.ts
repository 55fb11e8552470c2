import type { Country } from './country.ts';
import { Neighbours } from './neighbours.ts';
import { randomFor } from './random.ts';
import { valleyField } from './valleys.ts';

/** What people in a settlement can really get, best first. Claims, tests and registers know it only in part. */
export const serviceLevels = ['fibre', 'fast 4G', 'slow 4G', 'voice and 3G', 'nothing'] as const;

/** Share of settlements at each level or better, but the last. */
const cumulativeShares = [0.14, 0.43, 0.62, 0.82];

/** Residents of a town that draws networks to its surroundings, and how far they reach in kilometres. */
const drawingTown = 10_000;
const farthest = 200;

/** The true level of service of each settlement, as its place in `serviceLevels`. */
export function trueServices({ seed, count, towns, longitudes, latitudes, residents, divisions }: Country): Uint8Array {
  const random = randomFor(seed, 'services');
  const fortune = valleyField(random);
  const drawing = new Neighbours(divisions.box, towns.length);
  for (const town of towns) {
    if ((town.population ?? 0) >= drawingTown) drawing.add(town.longitude, town.latitude);
  }
  const prominence = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const { distance } = drawing.nearest(longitudes[i], latitudes[i], farthest);
    const luck = 0.7 * Math.sin(fortune(longitudes[i], latitudes[i])) + 0.7 * random.normal();
    prominence[i] = Math.log(residents[i]) - distance / 60 + luck;
  }
  const sorted = prominence.toSorted().toReversed();
  const bounds = cumulativeShares.map((share) => sorted[Math.floor(share * count)]);
  return Uint8Array.from(prominence, (value) => {
    const level = bounds.findIndex((bound) => value > bound);
    return level === -1 ? bounds.length : level;
  });
}
