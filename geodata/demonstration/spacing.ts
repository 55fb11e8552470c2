import { regionFacts } from './facts/regions.ts';
import type { Random } from './random.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { log, pow, round, sqrt } = Math;

/**
 * Kilometres from a settlement to the nearest other one, at shares of all settlements, as the real country has them from
 * 5 to 95 %; the two ends are chosen.
 */
export const nearestNeighbour: readonly [share: number, kilometres: number][] = [
  [0, 0.7],
  [0.05, 1.3],
  [0.25, 3.1],
  [0.5, 5.6],
  [0.75, 9.3],
  [0.95, 18],
  [1, 42],
];

/** The country for which the distances above hold. */
const measuredSettlements = 6_500;

/** How far thinly settled regions are also more widely spaced: 0 is not at all, 1 is in proportion. */
const regionalShare = 0.55;

/** A settlement to be placed: its region, and the distance to keep from all that are there, in kilometres. */
export interface Spacing {
  region: number;
  distance: number;
}

/** Splits a number of villages among the regions by rural population. */
export function splitByRegion(villages: number): number[] {
  const total = regionFacts.reduce((sum, fact) => sum + fact.ruralPopulation, 0);
  let before = 0;
  return regionFacts.map(({ ruralPopulation }) => {
    const from = round((villages * before) / total);
    before += ruralPopulation;
    return round((villages * before) / total) - from;
  });
}

/**
 * Gives each settlement that is to be placed its distance, so that all distances together have the measured
 * distribution and populous regions the smaller ones. In order of distance.
 *
 * @param quotas how many to place in each region
 * @param cellsOfRegion number of equal cells in each region: its area
 * @param settlements of the whole country, for which distances are scaled
 */
export function planSpacings(
  quotas: readonly number[],
  settlements: number,
  cellsOfRegion: readonly number[],
  random: Random,
): Spacing[] {
  const count = quotas.reduce((sum, quota) => sum + quota);
  const regions = new Int32Array(count);
  const looseness = new Float64Array(count);
  let placed = 0;
  for (const [region, { ruralPopulation }] of regionFacts.entries()) {
    const until = placed + quotas[region];
    const share = ruralPopulation === 0 ? 0 : log(cellsOfRegion[region] / ruralPopulation) / 2;
    for (; placed < until; placed++) {
      regions[placed] = region;
      looseness[placed] = regionalShare * share + 0.8 * random.normal();
    }
  }
  const order = Uint32Array.from(regions.keys()).toSorted((a, b) => looseness[a] - looseness[b]);
  const scale = sqrt(measuredSettlements / settlements);
  // Towns and centres are there first, and half of them will have one of the first villages near: the shortest are theirs.
  const taken = (settlements - count) / 2;
  const shareOf = (rank: number) => (taken + rank + 0.5) / (taken + count);
  return Array.from(order, (i, rank) => ({ region: regions[i], distance: distanceAt(shareOf(rank)) * scale }));
}

/** The distance that this share of settlements does not exceed, interpolated in its logarithm. */
function distanceAt(share: number): number {
  const i = nearestNeighbour.findIndex(([upper]) => upper >= share && upper > 0);
  const [[low, from], [high, to]] = [nearestNeighbour[i - 1], nearestNeighbour[i]];
  return from * pow(to / from, (share - low) / (high - low));
}
