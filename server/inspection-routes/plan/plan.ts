import { fill } from './fill.ts';
import { improve } from './improve.ts';
import { type RoutingProblem, type Tours, Travel } from './problem.ts';
import { Solution } from './solution.ts';

/** How often tours are broken open and mended: at least, and for each tour. */
const attemptsAtLeast = 300;
const attemptsEach = 30;

/**
 * Plans tours: greedy insertion, then 2-opt, or-opt and exchanges, then again and again a part of some tours is taken
 * out and filled anew with chance, which is kept where it is better (iterated local search). The same seed gives the
 * same tours. Yields now and then, so that whoever runs it can let others in.
 */
export function* planTours(problem: RoutingProblem, seed: number): Generator<undefined, Tours> {
  const travel = new Travel(problem);
  const solution = new Solution(travel);
  const all = problem.tours.map((_, tour) => tour);
  const random = randomBy(seed);
  fill(solution, all);
  yield;
  for (const tour of all) {
    improve(solution, near(all, tour));
    yield;
  }
  const attempts = problem.places.length === 0 ? 0 : Math.max(attemptsAtLeast, attemptsEach * all.length);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const opened = near(all, Math.floor(random() * all.length));
    const before = opened.map((tour) => [...solution.tours[tour]]);
    const [value, minutes] = [solution.value, solution.totalMinutes];
    for (const tour of opened) breakOpen(solution, tour, random);
    fill(solution, opened, () => 0.5 + random());
    improve(solution, opened);
    const gain = solution.value - value;
    const isBetter = gain > 1e-9 || (gain > -1e-9 && solution.totalMinutes < minutes - 1e-6);
    if (!isBetter) {
      // All are emptied first: a place must not be taken from the tour that it has just come back to.
      for (const tour of opened) solution.replace(tour, []);
      opened.forEach((tour, i) => solution.replace(tour, before[i]));
    }
    yield;
  }
  return solution.tours.map((stops, tour) => soonest(travel, tour, stops));
}

/** Of both directions the one that comes sooner to what is worth more. */
function soonest(travel: Travel, tour: number, stops: readonly number[]): number[] {
  const { places, visitMinutes } = travel.problem;
  const waiting = (order: readonly number[]): number => {
    let [clock, sum, at] = [0, 0, travel.startOf(tour)];
    for (const stop of order) {
      clock += travel.between(at, stop);
      sum += clock * places[stop].value;
      clock += visitMinutes;
      at = stop;
    }
    return sum;
  };
  const back = stops.toReversed();
  return waiting(back) < waiting(stops) ? back : [...stops];
}

const together = 3;

/** A tour and the next ones, round the end: a few at a time bound the work. */
const near = (all: readonly number[], tour: number): number[] =>
  all.slice(0, together).map((_, i) => all[(tour + i) % all.length]);

/** Takes a run of a third to all of the stops out of a tour. */
function breakOpen(solution: Solution, tour: number, random: () => number): void {
  const { length } = solution.tours[tour];
  if (length === 0) return;
  const count = Math.max(1, Math.round(length * (1 / 3 + random() * (2 / 3))));
  const from = Math.floor(random() * (length - count + 1));
  solution.remove(tour, from, count);
}

/** Numbers from 0 to below 1 by chance, the same for the same seed: mulberry32. */
function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same at one go. */
export function planAtOnce(problem: RoutingProblem, seed: number): Tours {
  const planning = planTours(problem, seed);
  for (;;) {
    const { done, value } = planning.next();
    if (done) return value;
  }
}
