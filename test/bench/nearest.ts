import { generateCountry } from '../../geodata/demonstration/country.ts';
import type { Database } from '../../server/database/database.ts';
import { NearestPoints } from '../../server/network/nearest.ts';
import { versionOf } from './database.ts';
import { measure } from './measure.ts';
import { rowOf, type Row } from './row.ts';
import { clockOf } from './server-clock.ts';

const nodeCount = 20_000;

/**
 * The nearest of 20,000 network nodes to each settlement: the tree against `<->` on geography
 * with its index. That operator orders by distance on a sphere; the answers are compared with the nearest by
 * ST_Distance, on the ellipsoid, among its first ten.
 */
export async function compareNearest(database: Database): Promise<Row[]> {
  const settlements = generateCountry({ settlements: 65_000 });
  const nodes = generateCountry({ settlements: nodeCount, seed: 2 });
  const { longitudes, latitudes, count } = settlements;
  const tree = new NearestPoints(nodes.longitudes, nodes.latitudes);
  const ours = await measure(9, () =>
    Int32Array.from({ length: count }, (_, i) => tree.nearest(longitudes[i], latitudes[i], 1)[0]),
  );

  await database.query('drop schema if exists bench cascade');
  await database.query('create schema bench');
  for (const [table, { longitudes, latitudes }] of [
    ['settlement', settlements],
    ['node', nodes],
  ] as const) {
    await database.query(
      `create table bench.${table} as
       select number::int - 1 as number, st_makepoint(x, y)::geography as place
       from unnest($1::float8[], $2::float8[]) with ordinality as row (x, y, number)`,
      [Array.from(longitudes), Array.from(latitudes)],
    );
  }
  await database.query('create index on bench.node using gist (place)');
  await database.query('vacuum analyze bench.node');
  await database.query('vacuum analyze bench.settlement');

  const nearest = `select s.number, n.number as node from bench.settlement as s
    cross join lateral (select number from bench.node order by place <-> s.place limit 1) as n`;
  const ask = () =>
    database.transaction(async () => {
      await database.query('set local max_parallel_workers_per_gather = 0');
      await database.query('set local jit = off');
      await database.query(`select count(node) from (${nearest}) as found`);
    });
  const theirs = await measure(1, ask, await clockOf(database));
  const exact = await database.query<{ distance: number }>(
    `select n.distance from bench.settlement as s
     cross join lateral (
       select st_distance(place, s.place) as distance
       from (select place from bench.node order by place <-> s.place limit 10) as near order by distance limit 1) as n
     order by s.number`,
  );
  exact.forEach(({ distance }, i) => {
    const found = tree.distance(longitudes[i], latitudes[i], ours.result[i]);
    if (Math.abs(found - distance) > 1e-6) {
      throw new Error(`The nearest node of settlement ${i} is ${found} m away, and by PostGIS ${distance} m`);
    }
  });
  const bySphere = await database.query<{ number: number; node: number }>(nearest);
  const misled = bySphere.filter(({ number, node }) => ours.result[number] !== node).length;
  console.log(`  <-> finds another node than the nearest on the ellipsoid for ${misled} of ${bySphere.length}`);
  await database.query('drop schema bench cascade');
  const about = {
    id: 'nearest-postgis',
    work: `the nearest of ${nodeCount.toLocaleString('en')} network nodes to each settlement`,
    size: count,
    peer: 'PostGIS, <-> on geography with its index',
    peerVersion: await versionOf(database),
  };
  return [rowOf(about, ours, theirs)];
}
