import { type RoutingProblem, Travel } from '../../server/inspection-routes/plan/problem.ts';

/** The most value that tours of so few places can have, by looking at every set of places: Held and Karp's recursion. */
export function mostValue(problem: RoutingProblem): number {
  const travel = new Travel(problem);
  const { places, tours, minutes } = problem;
  const sets = 1 << places.length;
  const valueOf = (set: number) => places.reduce((sum, { value }, i) => sum + (set & (1 << i) ? value : 0), 0);
  const fits = tours.map((_, tour) => {
    const shortest = shortestOf(travel, tour, places.length);
    return Array.from({ length: sets }, (_, set) => shortest[set] <= minutes + 1e-9);
  });
  /** The best of the tours from one on with these places at most. */
  const best = (tour: number, open: number): number => {
    if (tour === tours.length) return 0;
    let most = best(tour + 1, open);
    for (let set = open; set > 0; set = (set - 1) & open) {
      if (fits[tour][set]) most = Math.max(most, valueOf(set) + best(tour + 1, open & ~set));
    }
    return most;
  };
  return best(0, sets - 1);
}

/** The minutes of the shortest tour through each set of places, visits and all. */
function shortestOf(travel: Travel, tour: number, count: number): number[] {
  const start = travel.startOf(tour);
  const sets = 1 << count;
  const to = Array.from({ length: sets }, () => Array.from({ length: count }, () => Infinity));
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < count; last++) {
      if (!(set & (1 << last))) continue;
      const rest = set & ~(1 << last);
      if (rest === 0) to[set][last] = travel.between(start, last);
      for (let before = 0; before < count; before++) {
        if (rest & (1 << before))
          to[set][last] = Math.min(to[set][last], to[rest][before] + travel.between(before, last));
      }
      to[set][last] += travel.problem.visitMinutes;
    }
  }
  return to.map((lasts, set) =>
    set === 0 ? 0 : Math.min(...lasts.map((minutes, last) => minutes + travel.between(last, start))),
  );
}
