import type { Database } from '../../../server/database/database.ts';

export const settlementTags = ['region', 'code', 'population', 'status', 'flagged'] as const;

/** What a group of settlements has, as the product's tiles have it; nothing is assigned in the country of the bench. */
export const aggregates = `count(*)::int as settlements, coalesce(sum(population), 0)::int as residents,
  (count(*) filter (where flagged))::int as flagged,
  coalesce(sum(population) filter (where flagged), 0)::int as "flaggedResidents", 0 as assigned, 0 as overdue,
  (count(*) filter (where status = 'served'))::int as served`;

/** Half the width of the world in Web Mercator, metres; and of a cell of which 32 make the side of a tile of zoom 7. */
const half = 20037508.342789244;
const cell = (2 * half) / 2 ** 12;

/** What the peers draw from: settlements as points in Web Mercator, in the order of a curve; groups of zoom 7. */
export async function prepareTables(database: Database): Promise<void> {
  await database.query('drop schema if exists bench cascade');
  await database.query('create schema bench');
  await database.query(
    `create table bench.point as
     select *, st_x(place) as x, st_y(place) as y, floor((st_x(place) + ${half}) / ${cell})::int as cell_x,
       floor((${half} - st_y(place)) / ${cell})::int as cell_y
     from (
       select region_code as region, code, population, status, flagged, st_transform(location, 3857) as place
       from settlement join assessment using (region_code)
       where assessment.settlement_code = settlement.code) as settled
     order by st_geohash(st_transform(place, 4326))`,
  );
  await database.query(
    `create table bench.cluster_7 as
     select row_number() over ()::int as number, ${aggregates},
       st_setsrid(st_makepoint(avg(x), avg(y)), 3857)::geometry(Point, 3857) as place
     from bench.point group by cell_x, cell_y`,
  );
  await database.query('alter table bench.point alter place type geometry(Point, 3857)');
  for (const table of ['point', 'cluster_7']) {
    await database.query(`create index on bench.${table} using gist (place)`);
    await database.query(`vacuum analyze bench.${table}`);
  }
}

/** Of the tiles of zoom 7 and 8 that have settlements, every third. */
export async function tilesOf(database: Database): Promise<string[]> {
  const rows = await database.query<{ tile: string }>(
    `select distinct z || '/' || (cell_x >> (12 - z)) || '/' || (cell_y >> (12 - z)) as tile
     from bench.point cross join (values (7), (8)) as zoom (z) order by tile`,
  );
  return rows.map(({ tile }) => tile).filter((_, i) => i % 3 === 0);
}
