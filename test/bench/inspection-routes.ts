import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessFiles } from '../../geodata/assess-files.ts';
import { demonstrationFiles, tilesFileName, writeDemonstration } from '../../geodata/demonstration/write.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import { consideredAtMost, worthVisiting } from '../../server/inspection-routes/plan/consider.ts';
import { planAtOnce } from '../../server/inspection-routes/plan/plan.ts';
import { type Point, type RoutingProblem, type Tours, Travel } from '../../server/inspection-routes/plan/problem.ts';
import { resolvedBy } from '../../server/inspection-routes/rules.ts';
import { asOf } from './backtest-world.ts';
import { type Row, rowOfFigures } from './row.ts';

type Place = Point & { residents: number; value: number };
interface Problem extends RoutingProblem {
  places: readonly Place[];
}

/** As the page proposes it: eight hours, 50 km/h on roads 1.3 times as long as the straight way, 40 minutes a visit. */
const roads = { minutes: 480, minutesPerMetre: (1.3 / 1000 / 50) * 60, visitMinutes: 40 };
/** More people than this live where a team is at home, and in no place that it inspects. */
const [townsFrom, villagesTo] = [50_000, 10_000];
const days = 2;

/**
 * Days of teams from the largest towns of the demonstration: the planned routes against those of whoever always drives
 * on to the nearest place, and of whoever takes the largest first. Kilometres for what a thousand residents did not know.
 */
export async function compareRoutes(): Promise<Row[]> {
  const all = await assessedPlaces();
  const starts = all.filter(({ residents }) => residents >= townsFrom);
  const villages = all.filter(({ residents }) => residents <= villagesTo);
  const places = worthVisiting(villages, starts, roads).slice(0, consideredAtMost);
  const tours = starts.flatMap((_, start) => Array.from({ length: days }, () => start));
  const problem: Problem = { ...roads, places, starts, tours };
  const planned = outcomeOf('planned', problem, planAtOnce(problem, 1));
  const nearest = outcomeOf('nearest first', problem, nearestFirst(problem));
  const largest = outcomeOf('largest first', problem, largestFirst(problem));
  console.log(`\n${starts.length} teams, ${days} days each, among ${places.length} places`);
  console.log('routes           places visited   kilometres   residents resolved   a kilometre');
  for (const { name, visits, kilometres, resolved } of [planned, nearest, largest]) {
    const figures = [visits, Math.round(kilometres), Math.round(resolved), (resolved / kilometres).toFixed(1)];
    const widths = [14, 13, 21, 14];
    console.log(name.padEnd(16) + figures.map((one, i) => one.toLocaleString('en').padStart(widths[i])).join(''));
  }
  return [nearest, largest].map((other) => {
    const about = {
      id: `inspection-routes-${other.name.replace(' ', '-')}`,
      work: 'kilometres to resolve the uncertainty of a thousand residents',
      size: places.length,
      peer: `routes that go to the ${other.name}`,
      peerVersion: '1',
    };
    const each = ({ kilometres, resolved }: Outcome) => (1000 * kilometres) / resolved;
    return rowOfFigures(about, each(planned), each(other), 'km');
  });
}

async function assessedPlaces(): Promise<Place[]> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-bench-'));
  try {
    await writeDemonstration(directory, { asOf });
    const { settlements, coverage, register, cells } = demonstrationFiles;
    const assessed = await assessFiles({
      settlements: join(directory, settlements),
      coverage: [coverage, register, cells, tilesFileName(asOf)].map((name) => join(directory, name)),
      profile: await readProfile(),
      populationThreshold: 250,
      asOf,
    });
    return assessed.flatMap(({ settlement: { longitude, latitude, population }, assessment: { confidence } }) =>
      population === null
        ? []
        : { longitude, latitude, residents: population, value: resolvedBy(population, confidence) },
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface Outcome {
  name: string;
  visits: number;
  kilometres: number;
  resolved: number;
}

function outcomeOf(name: string, problem: Problem, tours: Tours): Outcome {
  const travel = new Travel(problem);
  let [visits, minutes, resolved] = [0, 0, 0];
  for (const [tour, stops] of tours.entries()) {
    visits += stops.length;
    minutes += travel.lengthOf(tour, stops) - stops.length * problem.visitMinutes;
    for (const stop of stops) resolved += problem.places[stop].value;
  }
  // By road.
  return { name, visits, kilometres: (1.3 * minutes) / problem.minutesPerMetre / 1000, resolved };
}

/** From where the team is, on to the nearest place that the day still allows. */
const nearestFirst = (problem: Problem): Tours => greedy(problem, (travel, at, place) => -travel.between(at, place));

/** The place of most residents that the day still allows. */
const largestFirst = (problem: Problem): Tours =>
  greedy(problem, (_travel, _at, place) => problem.places[place].residents);

/** Tours one after another, each from stop to stop by what is best from there. */
function greedy(problem: Problem, goodness: (travel: Travel, at: number, place: number) => number): Tours {
  const travel = new Travel(problem);
  const visited = new Set<number>();
  return problem.tours.map((_, tour) => {
    const home = travel.startOf(tour);
    const stops: number[] = [];
    let [at, clock] = [home, 0];
    for (;;) {
      let [next, best] = [-1, -Infinity];
      for (const place of problem.places.keys()) {
        if (visited.has(place)) continue;
        const back = clock + travel.between(at, place) + problem.visitMinutes + travel.between(place, home);
        if (back > problem.minutes) continue;
        const one = goodness(travel, at, place);
        if (one > best) [next, best] = [place, one];
      }
      if (next < 0) return stops;
      clock += travel.between(at, next) + problem.visitMinutes;
      visited.add(next);
      stops.push(next);
      at = next;
    }
  });
}
