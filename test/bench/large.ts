import type { Polygon } from 'geojson';
import { generateCountry } from '../../geodata/demonstration/country.ts';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { countCover } from '../../server/assessment/engine/counts.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import type { Database } from '../../server/database/database.ts';
import { versionOf } from './database.ts';
import { measure } from './measure.ts';
import { rowOf, type Row } from './row.ts';
import { clockOf } from './server-clock.ts';

/** How many polygons of how many vertices; of each the width in degrees. */
const sizes = [
  { polygons: 20, vertices: 10_000, width: 3 },
  { polygons: 5, vertices: 100_000, width: 8 },
  { polygons: 1, vertices: 1_000_000, width: 20 },
];
const cells = 5_000;

/** Polygons as ragged as coverage maps are, and the circles of cells: how many cover each settlement? */
export async function compareLarge(database: Database): Promise<Row[]> {
  const country = generateCountry({ settlements: 130_000 });
  const { longitudes, latitudes, count } = country;
  // Numbers in [0, 1) that are the same on every machine.
  const share = (i: number) => (Math.imul(i + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
  const somewhere = (i: number) => Math.floor(share(i) * count);

  const polygons = sizes.flatMap(({ polygons: number, vertices, width }, size) =>
    Array.from({ length: number }, (_, i) => {
      const place = somewhere(100 * size + i);
      return ragged(longitudes[place], latitudes[place], width, vertices);
    }),
  );
  const circles = Array.from({ length: cells }, (_, i) => {
    const place = somewhere(i);
    return { longitude: longitudes[place], latitude: latitudes[place], radius: 1_000 + 34_000 * share(i + cells) };
  });

  const countOurs = (shapes: readonly Shape[]) =>
    measure(5, () => {
      const grid = new PointGrid(longitudes, latitudes);
      const counts = new Int32Array(grid.count);
      countCover(grid, shapes, counts, 1);
      return Int32Array.from({ length: count }, (_, i) => counts[grid.position[i]]);
    });
  const ourPolygons = await countOurs(polygons.map((polygon) => ({ type: 'area', area: areaOf(polygon) })));
  const ourCircles = await countOurs(circles.map((circle) => ({ type: 'circle', ...circle })));

  await database.query('drop schema if exists bench cascade');
  await database.query('create schema bench');
  await database.query(
    `create table bench.settlement as
     select number::int - 1 as number, st_setsrid(st_makepoint(x, y), 4326) as location,
       st_makepoint(x, y)::geography as place
     from unnest($1::float8[], $2::float8[]) with ordinality as row (x, y, number)`,
    [Array.from(longitudes), Array.from(latitudes)],
  );
  await database.query('create table bench.shape (geometry geometry(Polygon, 4326))');
  for (const { coordinates } of polygons) {
    // As text of its own: GeoJSON of a million vertices takes the server longer to read.
    const text = coordinates[0].map(([x, y]) => `${x} ${y}`).join();
    await database.query(`insert into bench.shape values (st_geomfromtext('POLYGON((' || $1 || '))', 4326))`, [text]);
  }
  await database.query(
    `create table bench.cell as select st_makepoint(x, y)::geography as place, radius
     from unnest($1::float8[], $2::float8[], $3::float8[]) as row (x, y, radius)`,
    [
      circles.map(({ longitude }) => longitude),
      circles.map(({ latitude }) => latitude),
      circles.map(({ radius }) => radius),
    ],
  );
  await database.query('create index on bench.settlement using gist (location)');
  await database.query('create index on bench.settlement using gist (place)');
  await database.query('vacuum analyze bench.settlement');

  const countTheirs = async (from: string) =>
    measure(
      1,
      () =>
        database.transaction(async () => {
          await database.query('set local max_parallel_workers_per_gather = 0');
          await database.query('set local jit = off');
          const rows = await database.query<{ number: number; count: number }>(
            `select number, count(*) as count from ${from} group by number`,
          );
          const counts = new Int32Array(count);
          for (const row of rows) counts[row.number] = row.count;
          return counts;
        }),
      await clockOf(database),
    );
  const theirPolygons = await countTheirs(
    `bench.shape cross join lateral (
       select number from bench.settlement where location @ geometry and st_covers(geometry, location) offset 0) as s`,
  );
  const theirCircles = await countTheirs(
    `bench.cell cross join lateral (
       select number from bench.settlement as s where st_dwithin(s.place, cell.place, radius) offset 0) as s`,
  );
  await database.query('drop schema bench cascade');
  same(ourPolygons.result, theirPolygons.result, 'large polygons');
  same(ourCircles.result, theirCircles.result, 'circles');

  const about = { size: count, peer: 'PostGIS', peerVersion: await versionOf(database) };
  const works = {
    polygons: `how many cover each settlement: ${sizes.map((size) => `${size.polygons} polygons of ${size.vertices} vertices`).join(', ')}`,
    circles: `how many of ${cells} cells, 1 to 35 km, reach each settlement, along the ellipsoid`,
  };
  return [
    rowOf({ id: 'flag-large-polygons-postgis', work: works.polygons, ...about }, ourPolygons, theirPolygons),
    rowOf({ id: 'flag-circles-postgis', work: works.circles, ...about }, ourCircles, theirCircles),
  ];
}

/** A ring round a place that goes in and out, at many scales, and never meets itself. */
function ragged(longitude: number, latitude: number, width: number, vertices: number): Polygon {
  const ring = Array.from({ length: vertices - 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (vertices - 1);
    let distance = 0.6;
    for (let wave = 3, height = 0.15; wave < vertices / 4; wave *= 3, height *= 0.5) {
      distance += height * Math.cos(wave * angle + wave);
    }
    return [longitude + width * distance * Math.cos(angle), latitude + 0.5 * width * distance * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

function same(ours: Int32Array, theirs: Int32Array, name: string): void {
  const at = ours.findIndex((value, i) => value !== theirs[i]);
  if (at < 0) return;
  throw new Error(`Of ${name}, ${ours[at]} cover settlement ${at}, by PostGIS ${theirs[at]}`);
}
