import type { Polygon } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { countCover, replaceCover } from '../../server/assessment/engine/counts.ts';
import type { Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import type { Database } from '../../server/database/database.ts';
import { versionOf } from './database.ts';
import { measure } from './measure.ts';
import type { Problem } from './problem.ts';
import { rowOf, type Row } from './row.ts';
import { clockOf } from './server-clock.ts';

const edits = 100;
const zooms = [7, 8, 9, 10, 11, 12, 13, 14];

/**
 * A claim is moved by a fifth of its width, a hundred different ones in turn: which settlements are covered now and were
 * not, or the other way round, and which tiles of zoom 7 to 14 they make dirty. On tables that are loaded. Then all are
 * moved back.
 */
export async function compareEdits(database: Database, problem: Problem): Promise<Row> {
  const { longitude, latitude, shapes } = problem;
  const chosen = Array.from({ length: edits }, (_, i) => (i * 277) % shapes.length);
  const moved = chosen.map((number) => moveEast(shapes[number]));
  const grid = new PointGrid(longitude, latitude);
  const counts = new Int32Array(grid.count);
  const former = shapes.map(shapeOf);
  countCover(grid, former, counts, 1);
  const editOurs = (from: readonly Shape[], to: readonly Shape[]) =>
    from.map((shape, i) => {
      const { lost, gained } = replaceCover(grid, counts, shape, to[i]);
      const changed = [...lost, ...gained].map((position) => grid.order[position]);
      return { changed, tiles: tilesOf(changed, problem).size };
    });
  const home = chosen.map((number) => former[number]);
  const ours = await measure(9, () => {
    const away = moved.map(shapeOf);
    const found = editOurs(home, away);
    editOurs(away, home);
    return found;
  });

  const editTheirs = async (polygons: readonly Polygon[]) => {
    const found: { changed: number[]; tiles: number }[] = [];
    for (const [i, number] of chosen.entries()) {
      found.push(await edit(database, number + 1, JSON.stringify(polygons[i])));
    }
    return found;
  };
  const theirs = await measure(
    1,
    async () => {
      const found = await editTheirs(moved);
      await editTheirs(chosen.map((number) => shapes[number]));
      return found;
    },
    await clockOf(database),
  );
  const inOrder = (numbers: number[]) => numbers.toSorted((a, b) => a - b).join();
  ours.result.forEach(({ changed, tiles }, i) => {
    const { changed: theirChanged, tiles: theirTiles } = theirs.result[i];
    if (inOrder(changed) !== inOrder(theirChanged) || tiles !== theirTiles) {
      throw new Error(`Edit ${i} changes ${changed.length} settlements and ${tiles} tiles, by PostGIS
        ${theirChanged.length} and ${theirTiles}`);
    }
  });
  const about = {
    id: 'edit-650k-postgis',
    work: `${edits} claims moved and moved back: settlements that changed, dirty tiles of zoom 7 to 14`,
    size: longitude.length,
    peer: 'PostGIS',
    peerVersion: await versionOf(database),
  };
  return rowOf(about, ours, theirs);
}

const shapeOf = (polygon: Polygon): Shape => ({ type: 'area', area: areaOf(polygon) });

function moveEast({ coordinates }: Polygon): Polygon {
  const x = coordinates[0].map(([longitude]) => longitude);
  const shift = (Math.max(...x) - Math.min(...x)) / 5;
  return {
    type: 'Polygon',
    coordinates: coordinates.map((ring) => ring.map(([longitude, latitude]) => [longitude + shift, latitude])),
  };
}

/** The tiles of the settlements, as numbers. */
function tilesOf(settlements: readonly number[], { longitude, latitude }: Problem): Set<number> {
  const tiles = new Set<number>();
  for (const i of settlements) {
    const x = (longitude[i] + 180) / 360;
    const y = 0.5 - Math.asinh(Math.tan((latitude[i] * Math.PI) / 180)) / (2 * Math.PI);
    for (const zoom of zooms) {
      tiles.add((zoom * 2 ** zoom + Math.floor(x * 2 ** zoom)) * 2 ** zoom + Math.floor(y * 2 ** zoom));
    }
  }
  return tiles;
}

/** The same in one statement, and the claim written. */
async function edit(database: Database, number: number, geometry: string) {
  const [found] = await database.query<{ changed: number[]; tiles: number }>(
    `with edit as (
       select geometry as former, st_setsrid(st_geomfromgeojson($2), 4326) as latter
       from bench.shape where number = $1),
     touched as (
       select s.number, s.location, latter from edit join bench.settlement as s
         on s.location @ former and st_covers(former, s.location) and not st_covers(latter, s.location)
       union all
       select s.number, s.location, latter from edit join bench.settlement as s
         on s.location @ latter and st_covers(latter, s.location) and not st_covers(former, s.location)),
     changed as materialized (
       select number, st_x(location) as x, st_y(location) as y from touched
       where not exists (
         select from bench.shape where number <> $1 and st_covers(geometry, touched.location))),
     written as (update bench.shape set geometry = latter from edit where number = $1)
     select (select coalesce(array_agg(number), '{}') from changed) as changed,
       (select count(*) from (
         select distinct z, floor((x + 180) / 360 * 2 ^ z),
           floor((0.5 - asinh(tan(radians(y))) / (2 * pi())) * 2 ^ z)
         from changed cross join unnest($3::int[]) as z) as tile) as tiles`,
    [number, geometry, zooms],
  );
  return found;
}
