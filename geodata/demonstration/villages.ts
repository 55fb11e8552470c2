import type { Position } from 'geojson';
import { regionFacts } from './facts/regions.ts';
import { longitudeScale, metresPerDegree, round5 } from './geometry.ts';
import type { Divisions } from './divisions.ts';
import { Neighbours } from './neighbours.ts';
import type { Random } from './random.ts';
import { planSpacings, splitByRegion, type Spacing } from './spacing.ts';
import type { Town } from './towns.ts';
import { valleyField } from './valleys.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { PI, atan2, cos, floor, hypot, sin } = Math;

/** Of villages, how many begin a new row of villages instead of joining one. */
const shareOfNewRows = 0.12;

/** How many places are tried along valleys, and how many anywhere, before the least bad is taken. */
const triesAlong = 8;
const triesAnywhere = 24;

/** Of its distance, how far around a place "anywhere" the settlement is looked for that it is brought to. */
const reachAnywhere = 2.5;

/** Degrees around a cell's centre within which a place "anywhere" is looked for. */
const cellReach = 0.13;

/**
 * Places villages after the towns: first those that districts are ruled from, then the others, each at its distance from the nearest settlement. Those with the smallest distances
 * come first, so that no later one comes nearer to an earlier one than that one's own distance: what was planned holds.
 * Most continue a row of villages along a valley; some begin a row, rather by a road between two towns.
 */
export function placeVillages(
  settlements: number,
  towns: readonly Town[],
  { box, regionCells, inside, districtAt, districts }: Divisions,
  random: Random,
): Neighbours {
  const places = new Neighbours(box, settlements);
  const valley = valleyField(random);
  const rows: number[][] = regionFacts.map(() => []);
  const beginnings: number[][] = regionFacts.map(() => []);
  const regionAt = (longitude: number, latitude: number) =>
    inside(longitude, latitude) ? districts[districtAt(longitude, latitude)].region : -1;
  for (const { longitude, latitude } of towns) {
    rows[districts[districtAt(longitude, latitude)].region].push(places.add(longitude, latitude));
  }
  const roads = roadsBetween(rows, places);
  const quotas = splitByRegion(settlements - towns.length);
  for (const { region, village, centre } of districts) {
    if (!village) continue;
    rows[region].push(places.add(centre[0], centre[1]));
    quotas[region]--;
  }

  for (const { region, distance } of planSpacings(
    quotas,
    settlements,
    regionCells.map((cells) => cells.length),
    random,
  )) {
    const begun = beginnings[region].pop();
    const begins = begun === undefined && random.chance(shareOfNewRows);
    const village = begins
      ? begin({ region, distance })
      : (continueRow({ region, distance }, begun) ?? settleAnywhere({ region, distance }));
    rows[region].push(village);
    if (begins) beginnings[region].push(village);
  }
  return places;

  /** A place at the distance from `from` (or some settlement of the region) along the valley. */
  function continueRow({ region, distance }: Spacing, from?: number): number | undefined {
    const row = rows[region];
    for (let attempt = 0; attempt < triesAlong; attempt++) {
      // The square favours the latest, which are the ends of rows.
      const parent = from ?? row[row.length - 1 - floor(row.length * random.uniform() ** 2)];
      const [longitude, latitude] = [places.longitudes[parent], places.latitudes[parent]];
      const angle = valley(longitude, latitude) + (random.chance(0.5) ? PI : 0) + 0.35 * random.normal();
      const place = step(longitude, latitude, angle, distance);
      if (fits(place, region, distance)) return places.add(place[0], place[1]);
    }
    return undefined;
  }

  /** A place far from all others that a row may begin from: beside a road, or in open country. */
  function begin({ region, distance }: Spacing): number {
    for (let attempt = 0; attempt < triesAnywhere; attempt++) {
      const place = random.chance(0.7) ? beside(random.pick(roads[region])) : anywhere(region);
      if (fits(place, region, 1.2 * distance)) return places.add(place[0], place[1]);
    }
    return settleAnywhere({ region, distance });
  }

  /** A place in open country, brought to the distance from its nearest settlement. */
  function settleAnywhere({ region, distance }: Spacing): number {
    let best: Position | undefined;
    let most = -1;
    for (let attempt = 0; attempt < triesAnywhere; attempt++) {
      const place = anywhere(region);
      if (regionAt(place[0], place[1]) !== region) continue;
      const { point, distance: away } = places.nearest(place[0], place[1], reachAnywhere * distance);
      if (point !== -1 && away > distance) {
        const [longitude, latitude] = [places.longitudes[point], places.latitudes[point]];
        const east = (place[0] - longitude) * longitudeScale(latitude);
        const nearer = step(longitude, latitude, atan2(place[1] - latitude, east), distance);
        if (fits(nearer, region, distance)) return places.add(nearer[0], nearer[1]);
      }
      if (away > most) {
        most = away;
        best = place;
      }
    }
    best ??= regionCells[region][0];
    return places.add(best[0], best[1]);
  }

  function fits([longitude, latitude]: Position, region: number, distance: number): boolean {
    return regionAt(longitude, latitude) === region && !places.any(longitude, latitude, 0.999 * distance);
  }

  function anywhere(region: number): Position {
    const [longitude, latitude] = random.pick(regionCells[region]);
    return onGrid(
      longitude + random.between(-cellReach, cellReach) / 0.669,
      latitude + random.between(-cellReach, cellReach),
    );
  }

  function beside([from, to]: [number, number]): Position {
    const along = random.uniform();
    const aside = () => 0.06 * random.normal();
    const [longitudes, latitudes] = [places.longitudes, places.latitudes];
    return onGrid(
      longitudes[from] + along * (longitudes[to] - longitudes[from]) + aside(),
      latitudes[from] + along * (latitudes[to] - latitudes[from]) + aside(),
    );
  }
}

/** For each region, its towns joined each to the two nearest. */
function roadsBetween(rows: readonly number[][], places: Neighbours): [number, number][][] {
  return rows.map((towns) =>
    towns.flatMap((town) => {
      const away = (other: number) =>
        hypot(
          (places.longitudes[town] - places.longitudes[other]) * 0.669,
          places.latitudes[town] - places.latitudes[other],
        );
      const nearest = towns.filter((other) => other !== town).toSorted((a, b) => away(a) - away(b));
      return (nearest.length ? nearest.slice(0, 2) : [town]).map((other): [number, number] => [town, other]);
    }),
  );
}

function step(longitude: number, latitude: number, angle: number, distance: number): Position {
  const degrees = (distance * 1000) / metresPerDegree;
  const north = latitude + degrees * sin(angle);
  return onGrid(longitude + (degrees * cos(angle)) / longitudeScale((latitude + north) / 2), north);
}

function onGrid(longitude: number, latitude: number): Position {
  return [round5(longitude), round5(latitude)];
}
