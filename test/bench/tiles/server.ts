// server.ts ours BYTES|st-asmvt|geojson-vt|geojson-vt-cut|files DIRECTORY: serves tiles of the database at DATABASE_URL on the loopback, until its input ends.
// Prints a line of JSON when it is ready: its address, and the cookie to ask with.
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import GeoJSONVT from 'geojson-vt';
import pg from 'pg';
import { openDatabase } from '../../../server/database/database.ts';
import { startService } from '../../service.ts';
import { aggregates, settlementTags } from './tables.ts';
import { encodeLayer, type TilePoint } from './vector-tile.ts';

type Place = readonly [z: number, x: number, y: number];

/** A server that does nothing else; `/renew` has it forget what it has made. */
async function serveBare(
  tileOf: (place: Place) => Promise<Uint8Array> | Uint8Array,
  renew: () => void = () => {},
): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/renew') {
      renew();
      response.end();
      return;
    }
    const [z, x, y] = request.url!.match(/\d+/g)!.map(Number);
    Promise.resolve(tileOf([z, x, y])).then(
      (tile) => {
        response.setHeader('Content-Type', 'application/vnd.mapbox-vector-tile');
        response.setHeader('Content-Length', tile.length);
        response.end(tile);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return addressOf(server);
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const url = process.env.DATABASE_URL!;

/** The product itself, which keeps as many tiles as it is told. */
async function serveOurs(keptTileBytes: number) {
  const database = await openDatabase({ url });
  const { address } = await startService(database, undefined, undefined, { keptTileBytes });
  return address;
}

/** One prepared statement a zoom, four connections. */
function serveByDatabase(): Promise<string> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
  });
  const box = 'st_tileenvelope($1, $2, $3)';
  // The boxes of the index are in single precision: what lies beside the tile must be left out.
  const here = `place && ${box} and cell_x >> 12 - $1 = $2 and cell_y >> 12 - $1 = $3`;
  const settlements = `select st_asmvt(found, 'settlements', 4096, 'place') as tile from (
    select region, code, population, status, flagged, st_asmvtgeom(place, ${box}, 4096, 0, false) as place
    from bench.point where ${here}) as found`;
  const groups = `select st_asmvt(found, 'groups', 4096, 'place') as tile from (
    select ${aggregates}, st_asmvtgeom(st_setsrid(st_makepoint(avg(x), avg(y)), 3857), ${box}, 4096, 0, false) as place
    from bench.point where ${here} group by cell_x, cell_y) as found`;
  return serveBare(async (place) => {
    const [name, text] = place[0] < 8 ? ['groups', groups] : ['settlements', settlements];
    const { rows } = await pool.query<{ tile: Buffer }>({ name, text, values: [...place] });
    return rows[0].tile;
  });
}

/**
 * Two indexes, of groups for zoom 7 and of settlements for zoom 8: as the library has it, which cuts a tile when it is
 * first asked for, or with all of these tiles cut beforehand.
 */
async function serveByIndex(isCut: boolean): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const indexing = async (zoom: number, table: string, tags: string) => {
    const { rows } = await client.query<{ longitude: number; latitude: number; tags: Record<string, unknown> }>(
      `select st_x(st_transform(place, 4326)) as longitude, st_y(st_transform(place, 4326)) as latitude,
         json_strip_nulls(json_build_object(${tags})) as tags from bench.${table}`,
    );
    const features = rows.map(({ longitude, latitude, tags: properties }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
      properties,
    }));
    const cut = { maxZoom: zoom, indexMaxZoom: zoom, indexMaxPoints: 0 };
    return () =>
      new GeoJSONVT(
        { type: 'FeatureCollection', features },
        { buffer: 0, tolerance: 0, ...(isCut ? cut : { maxZoom: zoom }) },
      );
  };
  const pairs = (columns: readonly string[]) => columns.map((column) => `'${column}', "${column}"`).join();
  const groupTags = ['settlements', 'residents', 'flagged', 'flaggedResidents', 'assigned', 'overdue', 'served'];
  const groups = await indexing(7, 'cluster_7', pairs(groupTags));
  const settlements = await indexing(8, 'point', pairs(settlementTags));
  await client.end();
  let indexes = { groups: groups(), settlements: settlements() };
  return serveBare(
    ([z, x, y]) => {
      const name = z < 8 ? 'groups' : 'settlements';
      const tile = indexes[name].getTileRaw(z, x, y);
      return encodeLayer(name, (tile?.features ?? []) as unknown as TilePoint[]);
    },
    () => {
      if (!isCut) indexes = { groups: groups(), settlements: settlements() };
    },
  );
}

/** The least that a Node server can do: the files of a directory, read before anybody asks. */
async function serveFiles(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, path)}`, await readFile(path));
  }
  const server = createServer((request, response) => {
    const file = files.get(request.url!)!;
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': file.length }).end(file);
  });
  return addressOf(server);
}

const [kind, more] = process.argv.slice(2);
const serve = {
  ours: () => serveOurs(Number(more)),
  files: () => serveFiles(more),
  'st-asmvt': serveByDatabase,
  'geojson-vt': () => serveByIndex(false),
  'geojson-vt-cut': () => serveByIndex(true),
};
const address = await serve[kind as keyof typeof serve]();
console.log(JSON.stringify({ address }));
process.stdin.resume().on('end', () => process.exit());
