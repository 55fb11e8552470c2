import { divideCountry, type Divisions } from './divisions.ts';
import { drawPopulation } from './populations.ts';
import { randomFor } from './random.ts';
import { readTowns, type Town } from './towns.ts';
import { placeVillages } from './villages.ts';

/** A generated country: the towns first, then the villages. Arrays have one element for each settlement. */
export interface Country {
  seed: number;
  divisions: Divisions;
  towns: Town[];
  count: number;
  /** Degrees, EPSG:4326. */
  longitudes: Float64Array;
  latitudes: Float64Array;
  /** Residents, of those too whose number nobody knows. */
  residents: Int32Array;
  /** Residents as far as they are known; -1 where they are not. */
  populations: Int32Array;
  /** Place in `divisions.districts`. */
  districts: Int32Array;
}

export const defaultSettlements = 6_500;
/** Fewer would not give every region the villages that its districts are ruled from. */
export const fewestSettlements = 2_000;
export const defaultSeed = 250;

/** Of villages, how many have no known population. */
const shareUncounted = 0.04;

/**
 * Generates a country in memory: the same numbers for the same seed on every machine, in time proportional to
 * `settlements`. Distances between settlements shrink as their number grows.
 */
export function generateCountry({
  settlements = defaultSettlements,
  seed = defaultSeed,
}: { settlements?: number; seed?: number } = {}): Country {
  const towns = readTowns();
  if (!Number.isSafeInteger(settlements) || settlements < fewestSettlements) {
    throw new RangeError(`settlements must be a whole number from ${fewestSettlements} up, but is ${settlements}.`);
  }
  const divisions = divideCountry(towns, seed);
  const { longitudes, latitudes, count } = placeVillages(settlements, towns, divisions, randomFor(seed, 'villages'));
  const residents = new Int32Array(count);
  const populations = new Int32Array(count);
  const districts = new Int32Array(count);
  const random = randomFor(seed, 'populations');
  for (let i = 0; i < count; i++) {
    residents[i] = drawPopulation(random);
    populations[i] = random.chance(shareUncounted) ? -1 : residents[i];
    if (i < towns.length) populations[i] = towns[i].population ?? -1;
    if (i < towns.length) residents[i] = towns[i].population ?? 3_000;
    districts[i] = divisions.districtAt(longitudes[i], latitudes[i]);
  }
  return { seed, divisions, towns, count, longitudes, latitudes, residents, populations, districts };
}
