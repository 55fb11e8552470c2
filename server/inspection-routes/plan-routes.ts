import { setImmediate } from 'node:timers/promises';
import { boxOfCircle, geodesicDistance } from '../assessment/engine/circle.ts';
import { Confidence } from '../assessment/schema.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { settlementsByKeys } from '../places/queries.ts';
import { boundOf } from './plan/bound.ts';
import { consideredAtMost, reachOf, withinReach, worthVisiting } from './plan/consider.ts';
import { planTours } from './plan/plan.ts';
import type { RoutingProblem, Tours } from './plan/problem.ts';
import { uncertainWithin } from './queries.ts';
import { resolvedBy, weightOf } from './rules.ts';
import type { InspectionRoute, InspectionRoutes, PlacedStart, RoutesQuery, Start, Uncertain } from './schema.ts';

const missingShown = 100;

/** Plans the days of the teams: where to inspect so that most uncertainty is resolved. Nothing is written. */
export async function planRoutes(database: Database, query: RoutesQuery, today: string): Promise<InspectionRoutes> {
  const starts = await placeStarts(database, query.teams);
  const roads = {
    minutes: query.hours * 60,
    minutesPerMetre: (query.factor / 1000 / query.speed) * 60,
    visitMinutes: query.minutes,
  };
  const boxes = starts.map((start) => boxOfCircle({ ...start, radius: reachOf(roads) }));
  const found = (await uncertainWithin(database, boxes, query, false)).map((place) => {
    return { ...place, value: resolvedBy(place.population!, place.confidence) };
  });
  const worthwhile = worthVisiting(found, starts, roads);
  const missing = withinReach(await uncertainWithin(database, boxes, query, true), starts, roads);
  const considered = worthwhile.slice(0, consideredAtMost);
  const tours = starts.flatMap((_, start) => Array.from({ length: query.days }, () => start));
  const problem = { ...roads, starts, tours, places: considered };

  const routes = toured(problem, await unhurried(planTours(problem, query.seed)), query);
  const sum = (of: (route: InspectionRoute) => number) => routes.reduce((total, route) => total + of(route), 0);
  return {
    asOf: today,
    routes,
    total: {
      stops: sum(({ stops }) => stops.length),
      kilometres: sum(({ kilometres }) => kilometres),
      minutes: sum(({ minutes }) => minutes),
      resolves: sum(({ resolves }) => resolves),
    },
    bound: boundOf({ ...problem, places: worthwhile }),
    weights: Object.fromEntries(Confidence.options.map((one) => [one, weightOf(one)])) as InspectionRoutes['weights'],
    reachable: worthwhile.length,
    considered: considered.length,
    populationMissing: missing.length,
    missing: missing.slice(0, missingShown).map(({ place }) => place),
  };
}

/** Where each team sets out. Throws a Problem for a settlement that there is not. */
async function placeStarts(database: Database, teams: readonly Start[]): Promise<PlacedStart[]> {
  const keys = teams.filter((team) => 'code' in team);
  const settlements = await settlementsByKeys(database, keys);
  return teams.map((team, i): PlacedStart => {
    if (!('code' in team)) return { ...team, key: null, names: null };
    const { regionCode, code } = team;
    const settlement = settlements.find((one) => one.regionCode === regionCode && one.code === code);
    if (settlement === undefined) {
      throw new Problem(422, 'Invalid input', `teams.${i}: there is no settlement ${code} in region ${regionCode}.`, {
        refusal: 'unknown-start',
        values: { code },
      });
    }
    const { longitude, latitude, names } = settlement;
    return { longitude, latitude, key: team, names };
  });
}

/** Runs the planner to its end, and lets other requests in between its steps. */
async function unhurried(planning: Generator<undefined, Tours>): Promise<Tours> {
  for (;;) {
    const { done, value } = planning.next();
    if (done) return value;
    await setImmediate();
  }
}

interface Planned extends RoutingProblem {
  places: readonly (Uncertain & { value: number })[];
  starts: readonly PlacedStart[];
}

/** Tours as they are told: where the team is when, and how far it has come. */
function toured(
  { places, starts, minutesPerMetre, visitMinutes }: Planned,
  tours: Tours,
  { days, factor }: RoutesQuery,
): InspectionRoute[] {
  return tours.map((tour, i): InspectionRoute => {
    const team = Math.floor(i / days);
    const start = starts[team];
    let at: { longitude: number; latitude: number } = start;
    let clock = 0;
    const metresTo = (next: typeof at) => {
      const metres = geodesicDistance(at.longitude, at.latitude, next.longitude, next.latitude);
      at = next;
      clock += metres * minutesPerMetre;
      return metres;
    };
    const stops = tour.map((index) => {
      const { value, ...place } = places[index];
      const kilometres = (metresTo(place) * factor) / 1000;
      const arrives = clock;
      clock += visitMinutes;
      return { ...place, resolves: value, kilometres, arrives, leaves: clock };
    });
    const home = stops.length === 0 ? 0 : (metresTo(start) * factor) / 1000;
    return {
      team: team + 1,
      day: (i % days) + 1,
      start,
      stops,
      home,
      kilometres: stops.reduce((total, { kilometres }) => total + kilometres, home),
      minutes: clock,
      resolves: stops.reduce((total, { resolves }) => total + resolves, 0),
    };
  });
}
