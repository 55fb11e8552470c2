import { fill } from './fill.ts';
import { type Solution, unvisited } from './solution.ts';

/** Less than this, in minutes, is no gain: rounding must not go round in circles. */
const least = 1e-6;
const roundsAtMost = 50;
const longestRun = 3;

/** Improves these tours until no move does, a bounded number of times. */
export function improve(solution: Solution, tours: readonly number[]): void {
  for (let round = 0; round < roundsAtMost; round++) {
    let isBetter = false;
    for (const tour of tours) {
      while (turn(solution, tour) || move(solution, tour, tours)) isBetter = true;
    }
    const before = solution.value;
    fill(solution, tours);
    for (const tour of tours) exchange(solution, tour);
    if (!isBetter && solution.value <= before) return;
  }
}

/** 2-opt: turns round a run of stops where that is shorter. */
function turn(solution: Solution, tour: number): boolean {
  const { travel } = solution;
  const stops = solution.tours[tour];
  for (let from = 0; from < stops.length - 1; from++) {
    for (let to = from + 1; to < stops.length; to++) {
      const [before, after] = [solution.nodeAt(tour, from - 1), solution.nodeAt(tour, to + 1)];
      const now = travel.between(before, stops[from]) + travel.between(stops[to], after);
      const then = travel.between(before, stops[to]) + travel.between(stops[from], after);
      if (now - then <= least) continue;
      const run = stops.slice(from, to + 1).toReversed();
      solution.replace(tour, [...stops.slice(0, from), ...run, ...stops.slice(to + 1)]);
      return true;
    }
  }
  return false;
}

/** Or-opt: moves a run of up to three stops to where all tours together are shorter. */
function move(solution: Solution, tour: number, tours: readonly number[]): boolean {
  const { travel } = solution;
  const stops = [...solution.tours[tour]];
  for (let from = 0; from < stops.length; from++) {
    let inner = 0;
    for (let count = 1; count <= Math.min(longestRun, stops.length - from); count++) {
      const [first, last] = [stops[from], stops[from + count - 1]];
      if (count > 1) inner += travel.between(stops[from + count - 2], last);
      const [before, after] = [solution.nodeAt(tour, from - 1), solution.nodeAt(tour, from + count)];
      const saved = travel.between(before, first) + travel.between(last, after) - travel.between(before, after);
      const rest = [...stops.slice(0, from), ...stops.slice(from + count)];
      for (const other of tours) {
        const target = other === tour ? rest : solution.tours[other];
        const start = travel.startOf(other);
        for (let position = 0; position <= target.length; position++) {
          const [one, next] = [target[position - 1] ?? start, target[position] ?? start];
          const added = travel.between(one, first) + travel.between(last, next) - travel.between(one, next);
          if (saved - added <= least) continue;
          if (other !== tour && !solution.fits(other, added + inner + count * travel.problem.visitMinutes)) continue;
          const run = stops.slice(from, from + count);
          solution.replace(tour, rest);
          solution.replace(other, [...target.slice(0, position), ...run, ...target.slice(position)]);
          return true;
        }
      }
    }
  }
  return false;
}

/** Puts the place of most value that nobody visits in place of a stop of less, wherever in the tour it fits. */
function exchange(solution: Solution, tour: number): void {
  const { problem, reachable } = solution.travel;
  const { places, tours, visitMinutes } = problem;
  for (let at = 0; at < solution.tours[tour].length; at++) {
    const [removed] = solution.remove(tour, at);
    let best = { place: removed, position: at };
    for (const place of reachable[tours[tour]]) {
      if (places[place].value <= places[removed].value) break;
      if (solution.tourOf[place] !== unvisited) continue;
      const { position, detour } = solution.cheapest(tour, place);
      if (!solution.fits(tour, detour + visitMinutes)) continue;
      best = { place, position };
      break;
    }
    solution.insert(tour, best.place, best.position);
  }
}
