import type { MultiPolygon, Position } from 'geojson';
import type { Names } from '../../server/places/schema.ts';
import { cutBorders, shapesOf } from './boundaries.ts';
import { layCells, type Cells } from './cells.ts';
import { chooseCentres, type Centre } from './centres.ts';
import { regionFacts } from './facts/regions.ts';
import { insideTest, kilometres } from './geometry.ts';
import { readOutline } from './outline.ts';
import { randomFor } from './random.ts';
import { joinStragglers } from './stragglers.ts';
import type { Town } from './towns.ts';

/** A region or a district: its KATO code (nine digits), its names, its generated boundary. */
export interface Division {
  code: string;
  names: Names;
  boundary: MultiPolygon;
}

export interface District extends Division {
  /** Place in `Divisions.regions`. */
  region: number;
  centre: Position;
  /** Names of the generated village at the centre; null where it is a town of GeoNames. */
  village: Names | null;
}

export interface Divisions {
  regions: Division[];
  districts: District[];
  inside(longitude: number, latitude: number): boolean;
  /** Place in `districts` of the one that holds a point of the country. */
  districtAt(longitude: number, latitude: number): number;
  /** Centres of the equal cells that make up each region. */
  regionCells: Position[][];
  /** West, south, east, north. */
  box: [number, number, number, number];
}

/** The cities of republican significance are one cell each, some 800 km². */
const isCity = (region: number) => regionFacts[region].ruralPopulation === 0;

/**
 * Generates the boundaries of regions and districts inside the real outline. They resemble the real ones only as far
 * as towns lie in the right region.
 */
export function divideCountry(towns: readonly Town[], seed: number): Divisions {
  const outline = readOutline();
  const inside = insideTest(outline);
  const [longitudes, latitudes] = [outline.map((p) => p[0]), outline.map((p) => p[1])];
  const box: Divisions['box'] = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  const cities = regionFacts.filter((fact) => fact.ruralPopulation === 0).map((fact) => capitalOf(fact.prefix, towns));
  const cityPoints = cities.map((city) => [city.longitude, city.latitude]);
  const cells = layCells(box, cityPoints, randomFor(seed, 'cells'));
  const within = cells.centres.map(([longitude, latitude]) => inside(longitude, latitude));

  const regionOf = regionsOfCells(cells, towns, cities);
  joinStragglers(cells, within, regionOf);
  const centres: Centre[] = [];
  const districtOf = cells.centres.map(() => -1);
  for (const region of regionFacts.keys()) {
    const members = [...regionOf.keys()].filter((cell) => regionOf[cell] === region);
    const chosen = isCity(region)
      ? [cityCentre(region, towns)]
      : chooseCentres(
          region,
          members.filter((cell) => within[cell]),
          cells,
          towns,
          randomFor(seed, `districts ${region}`),
        );
    for (const cell of members) districtOf[cell] = centres.length + nearestTo(cells.centres[cell], chosen);
    centres.push(...chosen);
  }
  joinStragglers(cells, within, districtOf, (cell, other) => regionOf[cell] === regionOf[other]);

  const borders = cutBorders(cells, outline, inside, districtOf);
  const regionShapes = shapesOf(borders, regionOf, regionFacts.length);
  const districtShapes = shapesOf(borders, districtOf, centres.length);
  return {
    regions: regionFacts.map(({ prefix, names }, i) => ({
      code: `${prefix}0000000`,
      names,
      boundary: regionShapes[i],
    })),
    districts: centres.map(({ region, code, names, position, village }, i) => ({
      region,
      code,
      names,
      centre: position,
      village,
      boundary: districtShapes[i],
    })),
    inside,
    districtAt: (longitude, latitude) => districtOf[cells.at(longitude, latitude)],
    regionCells: regionFacts.map((_fact, region) =>
      cells.centres.filter((_centre, cell) => within[cell] && regionOf[cell] === region),
    ),
    box,
  };
}

/** A cell is of the region of the nearest town; the cities keep only the cell that they stand in. */
function regionsOfCells(cells: Cells, towns: readonly Town[], cities: readonly Town[]): number[] {
  const regionIndex = new Map(regionFacts.map((fact, i) => [fact.prefix, i]));
  const rural = towns.filter((town) => !isCity(regionIndex.get(town.region)!));
  const positions = rural.map((town) => ({ position: [town.longitude, town.latitude] }));
  const regionOf = cells.centres.map((centre) => regionIndex.get(rural[nearestTo(centre, positions)].region)!);
  for (const city of cities) regionOf[cells.at(city.longitude, city.latitude)] = regionIndex.get(city.region)!;
  return regionOf;
}

/** The most populous town of a region. */
function capitalOf(prefix: string, towns: readonly Town[]): Town {
  return towns
    .filter((town) => town.region === prefix)
    .reduce((largest, town) => ((town.population ?? 0) > (largest.population ?? 0) ? town : largest));
}

function cityCentre(region: number, towns: readonly Town[]): Centre {
  const { prefix, names } = regionFacts[region];
  const { longitude, latitude } = capitalOf(prefix, towns);
  return { region, code: `${prefix}1000000`, names, position: [longitude, latitude], village: null };
}

function nearestTo(point: Position, candidates: readonly { position: Position }[]): number {
  let nearest = 0;
  let least = Infinity;
  for (const [i, { position }] of candidates.entries()) {
    const distance = kilometres(point[0], point[1], position[0], position[1]);
    if (distance < least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}
