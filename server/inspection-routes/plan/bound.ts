import { geodesicDistance } from '../../assessment/engine/circle.ts';
import { NearestPoints } from '../../network/nearest.ts';
import type { RoutingProblem } from './problem.ts';

/**
 * A value that no plan surpasses. Half of the two ways by which a place is come to and left belongs to it: whatever the
 * tour, a visit takes at least its minutes and half of the ways to the nearest two of places and starts, or the way to
 * a start where the place is all of a tour. Of all minutes, with places cut as if in parts, the best value a minute is
 * taken: the fractional knapsack (Dantzig, Operations Research 5, 1957). What no tour reaches does not count.
 */
export function boundOf({ places, starts, tours, minutes, minutesPerMetre, visitMinutes }: RoutingProblem): number {
  const nodes = [...places, ...starts];
  const near = new NearestPoints(
    nodes.map(({ longitude }) => longitude),
    nodes.map(({ latitude }) => latitude),
  );
  const visits = places.flatMap(({ longitude, latitude, value }, place) => {
    const alone = Math.min(
      ...starts.map((start) => geodesicDistance(longitude, latitude, start.longitude, start.latitude)),
    );
    if (visitMinutes + 2 * alone * minutesPerMetre > minutes) return [];
    const [first, second] = near
      .nearest(longitude, latitude, 3)
      .filter((node) => node !== place)
      .map((node) => near.distance(longitude, latitude, node));
    const way = Math.min(alone, (first + (second ?? first)) / 2);
    return [{ value, cost: visitMinutes + minutesPerMetre * way }];
  });
  let left = tours.length * minutes;
  let bound = 0;
  for (const { value, cost } of visits.toSorted((a, b) => b.value / b.cost - a.value / a.cost)) {
    if (left <= 0) break;
    bound += value * Math.min(1, left / cost);
    left -= cost;
  }
  return bound;
}
