import * as fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { geodesicDistance } from '../../server/assessment/engine/circle.ts';
import { cover, type Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { outlinesOf } from '../../server/assessment/engine/outlines.ts';
import { Ranges } from '../../server/assessment/engine/ranges.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { coversExactly, isMisjudgedByRounding } from './exact.ts';
import { randomFrom, star } from './generated.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

type Point = readonly [longitude: number, latitude: number];
type Geometry = Polygon | MultiPolygon;

const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const multi = (...polygons: Position[][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: polygons });
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Which of the points the engine finds covered. */
function coveredByEngine(points: readonly Point[], shape: Shape): boolean[] {
  const grid = new PointGrid(
    points.map(([longitude]) => longitude),
    points.map(([, latitude]) => latitude),
  );
  const ranges = new Ranges();
  cover(grid, shape, ranges);
  const times = points.map(() => 0);
  for (let i = 0; i < ranges.length; i++) {
    for (let position = ranges.first[i]; position < ranges.last[i]; position++) times[grid.order[position]]++;
  }
  expect(Math.max(0, ...times)).toBeLessThanOrEqual(1);
  expect([...uncovered(grid, outlinesOf([shape]))]).toEqual(times.map((time) => 1 - time));
  return times.map((time) => time === 1);
}

const covered = (points: readonly Point[], geometry: Geometry) =>
  coveredByEngine(points, { type: 'area', area: areaOf(geometry) });

/** Which of the points the database finds covered. */
async function coveredByDatabase(points: readonly Point[], geometry: Geometry): Promise<boolean[]> {
  const rows = await database.query<{ covered: boolean }>(
    `select st_covers(st_setsrid(st_geomfromgeojson($1), 4326), st_setsrid(st_makepoint(x, y), 4326)) as covered
     from unnest($2::float8[], $3::float8[]) with ordinality as point (x, y, number) order by number`,
    [JSON.stringify(geometry), points.map(([x]) => x), points.map(([, y]) => y)],
  );
  return rows.map((row) => row.covered);
}

const bytes = new DataView(new ArrayBuffer(8));

/** The next number in floating point above (1) or below (-1). */
function next(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  bytes.setFloat64(0, value);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return bytes.getFloat64(0);
}

/** The point and the eight that are nearest to it in floating point. */
const withNeighbours = ([x, y]: Point): Point[] =>
  [next(x, -1), x, next(x, 1)].flatMap((nearX) => [next(y, -1), y, next(y, 1)].map((nearY): Point => [nearX, nearY]));

/** Vertices, points on the edges, points beside both, and random ones round about. */
function adversarialPoints(geometry: Geometry, random: () => number): Point[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const onEdges: Point[] = rings.flatMap((ring) =>
    ring.slice(1).flatMap(([bx, by], i) => {
      const [ax, ay] = ring[i];
      return [0, 0.5, 0.25, random(), 1 / 3].map((share): Point => [ax + share * (bx - ax), ay + share * (by - ay)]);
    }),
  );
  const x = onEdges.map((point) => point[0]);
  const y = onEdges.map((point) => point[1]);
  const [west, east, south, north] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  const around = Array.from({ length: 60 }, (): Point => [
    west + (1.2 * random() - 0.1) * (east - west),
    south + (1.2 * random() - 0.1) * (north - south),
  ]);
  const inLine = onEdges.map(([, latitude], i): Point => [around[i % 60][0], latitude]);
  return [...onEdges.flatMap(withNeighbours), ...around, ...inLine];
}

const shapes: [string, Geometry][] = [
  ['a square', polygon(box(10, 10, 20, 20))],
  ['a square with a hole', polygon(box(10, 10, 20, 20), box(12, 12, 18, 18))],
  [
    'a hole that touches the shell at a vertex',
    polygon(box(0, 0, 10, 10), [
      [0, 5],
      [3, 4],
      [3, 6],
      [0, 5],
    ]),
  ],
  ['two polygons that touch at a corner', multi([box(0, 0, 1, 1)], [box(1, 1, 2, 2)])],
  ['a polygon inside the hole of another', multi([box(0, 0, 9, 9), box(3, 3, 6, 6)], [box(4, 4, 5, 5)])],
  ['both sides of the antimeridian', multi([box(178.5, -17, 180, -16)], [box(-180, -17, -179.5, -16)])],
  [
    'a sliver',
    polygon([
      [0, 0],
      [10, 1e-12],
      [10, 0],
      [0, 0],
    ]),
  ],
  [
    'a thin diagonal',
    polygon([
      [0.1, 0.1],
      [7.3, 5.9],
      [7.3, 5.900000001],
      [0.1, 0.1],
    ]),
  ],
  [
    'teeth with their points on one parallel',
    polygon([
      [0, 0],
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 0],
      [4, 2],
      [0, 2],
      [0, 0],
    ]),
  ],
  [
    'a repeated vertex',
    polygon([
      [0, 0],
      [5, 0],
      [5, 0],
      [5, 5],
      [0, 5],
      [0, 0],
    ]),
  ],
  [
    'decimals that binary does not have',
    polygon([
      [66.1, 48.3],
      [66.7, 48.1],
      [66.9, 48.9],
      [66.3, 48.7],
      [66.1, 48.3],
    ]),
  ],
  ['a star', star(randomFrom(3), 66.923, 48.005, 2)],
  ['many stars', multi(...[0, 3, 6, 9].map((shift) => star(randomFrom(shift), 60 + shift, 48, 1.4).coordinates))],
];

test.each(shapes)('%s: exact at, beside and around every vertex and edge', (_name, geometry) => {
  const points = adversarialPoints(geometry, randomFrom(11));
  const expected = points.map((point) => coversExactly(geometry, point));
  expect(differing(points, covered(points, geometry), expected)).toEqual([]);
  // A few at a time there is no grid to speak of.
  for (let i = 0; i < points.length; i += 30) {
    const few = points.slice(i, i + 30);
    expect(differing(few, covered(few, geometry), expected.slice(i, i + 30))).toEqual([]);
  }
});

test.each(shapes)('%s: as ST_Covers has it, but where its own rounding misleads it', async (_name, geometry) => {
  const points = adversarialPoints(geometry, randomFrom(11)).filter((point) => !isMisjudgedByRounding(geometry, point));
  expect(points.length).toBeGreaterThan(150);
  expect(differing(points, covered(points, geometry), await coveredByDatabase(points, geometry))).toEqual([]);
});

const differing = (points: readonly Point[], found: boolean[], expected: boolean[]) =>
  found.flatMap((value, i) => (value === expected[i] ? [] : [{ point: points[i], found: value }]));

test('the boundary of shell and hole is covered, the inside of the hole is not', () => {
  const ring = polygon(box(10, 10, 20, 20), box(12, 12, 18, 18));
  const points: Point[] = [
    [10, 10],
    [15, 20],
    [12, 15],
    [18, 18],
    [15, 15],
    [11, 11],
    [20.000001, 15],
  ];
  expect(covered(points, ring)).toEqual([true, true, true, true, false, true, false]);
});

test('random polygons and points, on a coarse lattice that makes ties, agree with ST_Covers', async () => {
  const lattice = fc.integer({ min: 0, max: 8 });
  const vertex = fc.tuple(lattice, lattice);
  await fc.assert(
    fc.asyncProperty(
      fc.array(vertex, { minLength: 3, maxLength: 7 }),
      fc.array(vertex, { minLength: 30 }),
      async (ring, points) => {
        const geometry = polygon([...ring, ring[0]]);
        const [{ valid }] = await database.query<{ valid: boolean }>(
          'select st_isvalid(st_geomfromgeojson($1)) as valid',
          [JSON.stringify(geometry)],
        );
        fc.pre(valid);
        expect(covered(points, geometry)).toEqual(await coveredByDatabase(points, geometry));
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

test('whatever the polygon, cells, runs and rows give what each point alone gives', () => {
  const coordinate = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -3, max: 3, noNaN: true }));
  const ring = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 9 });
  fc.assert(
    fc.property(fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 }), fc.integer(), (polygons, seed) => {
      const random = randomFrom(seed);
      const points = Array.from({ length: 200 }, (_, i): Point =>
        i % 2 === 0
          ? [6 * random() - 3, 6 * random() - 3]
          : [Math.round(6 * random()) - 3, Math.round(6 * random()) - 3],
      );
      const geometry = multi(...polygons);
      expect(covered(points, geometry)).toEqual(points.map((point) => covered([point], geometry)[0]));
    }),
    { numRuns: 200, seed: 9 },
  );
});

describe('any input is legal', () => {
  const somewhere: Point[] = [
    [0, 0],
    [1, 1],
    [2, 2],
  ];

  test('no points', () => expect(covered([], polygon(box(0, 0, 1, 1)))).toEqual([]));
  test('no rings', () => expect(covered(somewhere, polygon())).toEqual([false, false, false]));
  test('an empty ring', () => expect(covered(somewhere, polygon([]))).toEqual([false, false, false]));
  test('a ring of one point', () => expect(covered(somewhere, polygon([[1, 1]]))).toEqual([false, false, false]));
  test('a ring all at one point', () =>
    expect(
      covered(
        somewhere,
        polygon([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toEqual([false, true, false]));
  test('a ring out and back', () =>
    expect(
      covered(
        somewhere,
        polygon([
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
    ).toEqual([true, true, false]));
  test('a ring that is not closed', () =>
    expect(
      covered(
        [
          [0.5, 0.1],
          [2, 2],
        ],
        polygon([
          [0, 0],
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toEqual([true, false]));
  test('a hole outside its shell', () =>
    expect(
      covered(
        [
          [0.5, 0.5],
          [5.5, 5.5],
        ],
        polygon(box(0, 0, 1, 1), box(5, 5, 6, 6)),
      ),
    ).toEqual([true, false]));
  test('parts that overlap', () =>
    expect(covered([[1.5, 1.5]], multi([box(0, 0, 2, 2)], [box(1, 1, 3, 3)]))).toEqual([true]));
  test('all points at one place', () => {
    const same = Array.from({ length: 40 }, (): Point => [5, 5]);
    expect(covered(same, polygon(box(4, 4, 6, 6)))).toEqual(same.map(() => true));
    expect(covered(same, polygon(box(6, 6, 7, 7)))).toEqual(same.map(() => false));
  });
  test('all points on one meridian or one parallel', () => {
    const along = Array.from({ length: 40 }, (_, i) => i / 10);
    const inside = along.map((value) => value >= 1 && value <= 2);
    expect(
      covered(
        along.map((value): Point => [1, value]),
        polygon(box(1, 1, 2, 2)),
      ),
    ).toEqual(inside);
    expect(
      covered(
        along.map((value): Point => [value, 2]),
        polygon(box(1, 1, 2, 2)),
      ),
    ).toEqual(inside);
  });
  test('a polygon of a million vertices', () => {
    const corners = 1_000_000;
    const ring = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      const distance = i % 2 === 0 ? 10 : 9.99;
      return [60 + distance * Math.cos(angle), 50 + distance * Math.sin(angle)];
    });
    const random = randomFrom(1);
    const points = Array.from({ length: 6500 }, (): Point => [50 + 20 * random(), 40 + 20 * random()]);
    const found = covered(points, polygon([...ring, ring[0]]));
    points.forEach(([x, y], i) => {
      const distance = Math.hypot(x - 60, y - 50);
      if (distance < 9.98) expect(found[i]).toBe(true);
      if (distance > 10) expect(found[i]).toBe(false);
    });
  });
  test('a point that has no position is refused', () =>
    expect(() =>
      covered(
        [
          [0, 0],
          [Number.NaN, 1],
        ],
        polygon(box(0, 0, 1, 1)),
      ),
    ).toThrow('Point 1 has no usable position: longitude NaN, latitude 1'));
});

const centres: [string, Point][] = [
  ['in the steppe', [66.923, 48.005]],
  ['on the equator', [0, 0]],
  ['at the antimeridian', [179.99, -16.5]],
  ['on the antimeridian', [180, 65]],
  ['near the pole', [12, 89.5]],
  ['at the south pole', [0, -90]],
];

describe.each(centres)('circles %s', (_name, [longitude, latitude]) => {
  const random = randomFrom(17);
  const wrapped = (value: number) => ((((value + 180) % 360) + 360) % 360) - 180;
  const points = Array.from({ length: 400 }, (_, i): Point => {
    const reach = 10 ** (-3 + (i % 8) * 0.5);
    const shiftedLatitude = latitude + reach * (2 * random() - 1);
    return [
      wrapped(longitude + (reach * (2 * random() - 1)) / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)),
      Math.max(-90, Math.min(90, shiftedLatitude)),
    ];
  });
  const circle = (radius: number): Shape => ({ type: 'circle', longitude, latitude, radius });

  test('distances are those of ST_Distance on geography', async () => {
    const rows = await database.query<{ distance: number }>(
      `select st_distance(st_makepoint($1, $2)::geography, st_makepoint(x, y)::geography) as distance
       from unnest($3::float8[], $4::float8[]) with ordinality as point (x, y, number) order by number`,
      [longitude, latitude, points.map(([x]) => x), points.map(([, y]) => y)],
    );
    points.forEach(([x, y], i) => {
      expect(Math.abs(geodesicDistance(longitude, latitude, x, y) - rows[i].distance)).toBeLessThan(1e-6);
    });
  });

  test.each([100, 2000, 35_000, 300_000, 12_000_000, 21_000_000])('%d m, as ST_DWithin has it', async (radius) => {
    const rows = await database.query<{ within: boolean }>(
      `select st_dwithin(st_makepoint($1, $2)::geography, st_makepoint(x, y)::geography, $3) as within
       from unnest($4::float8[], $5::float8[]) with ordinality as point (x, y, number) order by number`,
      [longitude, latitude, radius, points.map(([x]) => x), points.map(([, y]) => y)],
    );
    const expected = rows.map(({ within }) => within);
    expect(differing(points, coveredByEngine(points, circle(radius)), expected)).toEqual([]);
  });

  test('a point is covered at its distance and a micrometre more, not at a micrometre less', () => {
    for (const [x, y] of points.slice(0, 80)) {
      const distance = geodesicDistance(longitude, latitude, x, y);
      expect(coveredByEngine(points, circle(distance))[points.findIndex((point) => point[0] === x)]).toBe(true);
      expect(coveredByEngine([[x, y]], circle(distance + 1e-6))).toEqual([true]);
      if (distance > 1e-6) expect(coveredByEngine([[x, y]], circle(distance - 1e-6))).toEqual([false]);
    }
  });
});
