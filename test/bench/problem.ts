import type { Polygon } from 'geojson';
import { generateClaims } from '../../geodata/demonstration/claims.ts';
import { generateCountry } from '../../geodata/demonstration/country.ts';
import { trueServices } from '../../geodata/demonstration/services.ts';

/** Which settlements have more than 250 residents and lie in no shape? */
export interface Problem {
  /** By settlement: degrees; residents, -1 where unknown. */
  longitude: Float64Array;
  latitude: Float64Array;
  population: Int32Array;
  /** By settlement and by shape: the region, as a number, of the settlement and of the place that the shape is round. */
  region: string[];
  shapes: Polygon[];
}

export const populationThreshold = 250;
const shapeCount = 28_000;
/** Of what is quickly generated. */
export const largest = 650_000;

/** The largest takes half a minute, and is asked for twice. */
const generated = new Map<number, ReturnType<typeof generateCountry>>();

export function countryOf(settlements: number) {
  const known = generated.get(settlements) ?? generateCountry({ settlements });
  generated.set(settlements, known);
  return known;
}

/** The claims of a country of 650,000 settlements, the same for every size of problem. */
export function generateShapes(): Polygon[] {
  const country = countryOf(largest);
  return generateClaims(country, trueServices(country), shapeCount).map(({ area }) => area);
}

export function generateProblem(settlements: number, shapes: Polygon[]): Problem {
  const { longitudes, latitudes, populations, districts, divisions, count } = countryOf(settlements);
  const region = Array.from({ length: count }, (_, i) => String(divisions.districts[districts[i]].region));
  return { longitude: longitudes, latitude: latitudes, population: populations, region, shapes };
}

/** The settlements of more people than the threshold alone; `number` is that of each in the problem. */
export function peopled({ longitude, latitude, population, shapes }: Problem) {
  const number = new Uint32Array(population.length);
  const x = new Float64Array(population.length);
  const y = new Float64Array(population.length);
  let count = 0;
  for (let i = 0; i < population.length; i++) {
    number[count] = i;
    x[count] = longitude[i];
    y[count] = latitude[i];
    if (population[i] > populationThreshold) count++;
  }
  return {
    longitude: x.subarray(0, count),
    latitude: y.subarray(0, count),
    number: number.subarray(0, count),
    shapes,
  };
}
