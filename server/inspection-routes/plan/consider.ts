import { geodesicDistance } from '../../assessment/engine/circle.ts';
import type { Point, RoutingProblem } from './problem.ts';

/** The planner looks at so many places: those of most value a minute, were each visited alone. */
export const consideredAtMost = 1000;

type Roads = Pick<RoutingProblem, 'minutes' | 'minutesPerMetre' | 'visitMinutes'>;

/** Metres that a day reaches: there and back, with one inspection. */
export const reachOf = ({ minutes, minutesPerMetre, visitMinutes }: Roads): number =>
  Math.max(0, (minutes - visitMinutes) / 2 / minutesPerMetre);

/** The places that a day from one of the starts reaches, with the metres to the nearest of them. */
export function withinReach<Place extends Point>(
  places: readonly Place[],
  starts: readonly Point[],
  roads: Roads,
): { place: Place; away: number }[] {
  const reach = reachOf(roads);
  return places
    .map((place) => {
      const { longitude, latitude } = place;
      const away = starts.map((start) => geodesicDistance(start.longitude, start.latitude, longitude, latitude));
      return { place, away: Math.min(...away) };
    })
    .filter(({ away }) => away <= reach);
}

/** The places within reach that are of value, those of most value a minute first, were each visited alone. */
export function worthVisiting<Place extends Point & { value: number }>(
  places: readonly Place[],
  starts: readonly Point[],
  roads: Roads,
): Place[] {
  const valuable = places.filter(({ value }) => value > 0);
  return withinReach(valuable, starts, roads)
    .map(({ place, away }) => {
      const minutes = 2 * away * roads.minutesPerMetre + roads.visitMinutes;
      return { place, ratio: place.value / minutes };
    })
    .toSorted((a, b) => b.ratio - a.ratio)
    .map(({ place }) => place);
}
