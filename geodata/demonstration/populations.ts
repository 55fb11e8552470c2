import type { Random } from './random.ts';

/** Two kinds of villages, each log-normal as in the real country: parameters are of the natural logarithm of residents. */
export const villageKinds = [
  { share: 0.6, mean: 6.768, deviation: 1.077 },
  { share: 0.4, mean: 4.754, deviation: 0.995 },
] as const;

/** Residents of a village, at least one. */
export function drawPopulation(random: Random): number {
  const { mean, deviation } = villageKinds[random.chance(villageKinds[0].share) ? 0 : 1];
  return Math.max(1, Math.round(Math.exp(mean + deviation * random.normal())));
}
