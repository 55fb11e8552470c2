import { type Solution, unvisited } from './solution.ts';

/** A place that a tour could visit: where it adds least, and how many minutes, travel and visit. */
interface Candidate {
  place: number;
  position: number;
  minutes: number;
}

/**
 * Greedy insertion: again and again the place of most value a minute that it adds, travel and visit, at the position
 * where it adds least, until nothing fits. `scale` may favour places or not. Only these tours are filled.
 */
export function fill(solution: Solution, tours: readonly number[], scale: (place: number) => number = () => 1): void {
  const { places } = solution.travel.problem;
  const favour = new Map<number, number>();
  const worthOf = (place: number): number => {
    const known = favour.get(place) ?? places[place].value * scale(place);
    favour.set(place, known);
    return known;
  };
  const candidates = new Map(tours.map((tour) => [tour, candidatesOf(solution, tour)]));
  for (;;) {
    let best: (Candidate & { tour: number; ratio: number }) | null = null;
    for (const tour of tours) {
      for (const candidate of candidates.get(tour)!) {
        if (solution.tourOf[candidate.place] !== unvisited) continue;
        const ratio = worthOf(candidate.place) / Math.max(candidate.minutes, Number.EPSILON);
        if (best === null || ratio > best.ratio) best = { ...candidate, tour, ratio };
      }
    }
    if (best === null) return;
    solution.insert(best.tour, best.place, best.position);
    // Only what the tour that grew could still visit is another than before.
    candidates.set(best.tour, candidatesOf(solution, best.tour));
  }
}

/** What fits into a tour as it is now. */
function candidatesOf(solution: Solution, tour: number): Candidate[] {
  const { reachable, problem } = solution.travel;
  if (!solution.fits(tour, problem.visitMinutes)) return [];
  return reachable[problem.tours[tour]].flatMap((place) => {
    if (solution.tourOf[place] !== unvisited) return [];
    const { position, detour } = solution.cheapest(tour, place);
    const minutes = detour + problem.visitMinutes;
    return solution.fits(tour, minutes) ? [{ place, position, minutes }] : [];
  });
}
