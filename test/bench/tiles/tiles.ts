import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Database } from '../../../server/database/database.ts';
import { featuresOf } from '../../tiles/read-tile.ts';
import { versionOf } from '../database.ts';
import { type About, rowOfFigures, type Row, type Take } from '../row.ts';
import { answer, type Answered, ask } from './ask.ts';
import { mapServerVersion, startMapServer } from './mapserver.ts';
import { nginxVersion, startNginxOf, writeFiles } from './nginx.ts';
import { startServer, type TileServer } from './processes.ts';
import { prepareTables, tilesOf } from './tables.ts';

const size = 650_000;
const rounds = 9;
/** Units of a tile: ours rounds down, others to the nearest, and MapServer on the way as well. */
const rounding = 2;
const password = 'correct horse battery';

/**
 * Tiles over HTTP, each server in a process of its own: what one costs its processes and those of the database. On a
 * database that has the country of 650,000. A peer that is not installed is told of, and has no row.
 */
export async function compareTiles(database: Database, url: string, take: Take): Promise<void> {
  await prepareTables(database);
  const tiles = (await tilesOf(database)).map((tile) => `/api/tiles/${tile}.mvt`);
  /** The processes of the database that work for others than the bench itself. */
  const helpers = async () => {
    const rows = await database.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rows.map(({ pid }) => pid);
  };
  const ours = await signedIn(await startServer(['ours', '0'], url));
  let uncached: Answered;
  let expected: Map<string, Buffer>;
  try {
    uncached = await answer(ours, repeated(tiles), { rounds, helpers });
    expected = await allOf(ours, tiles);
    await take([memoryOf(ours)]);
  } finally {
    await ours.close();
  }
  tell('ours, uncached', uncached);

  const compare = async (peer: TileServer, about: Pick<About, 'id' | 'peer' | 'peerVersion'>, renews = false) => {
    try {
      for (const [path, tile] of await allOf(peer, tiles)) sameTile(path, expected.get(path)!, tile);
      // Who forgets before each round is asked but once for a tile in it.
      const theirs = await answer(peer, renews ? tiles : repeated(tiles), { rounds, helpers, renews });
      tell(about.peer, theirs);
      const work = `one tile of zoom 7 or 8 over HTTP, uncached, ${tiles.length} tiles in turn`;
      await take([rowOfFigures({ work, size, ...about }, uncached.processor, theirs.processor, 'ms of processor')]);
    } finally {
      await peer.close();
    }
  };
  const postgis = await versionOf(database);
  await compare(await startServer(['st-asmvt'], url), {
    id: 'tiles-650k-st-asmvt',
    peer: 'ST_AsMVT through node-pg',
    peerVersion: postgis,
  });
  const peerVersion = versionOfPackage('geojson-vt');
  await compare(
    await startServer(['geojson-vt'], url),
    { id: 'tiles-650k-geojson-vt', peer: 'geojson-vt, which cuts a tile when it is first asked for', peerVersion },
    true,
  );
  await compare(await startServer(['geojson-vt-cut'], url), {
    id: 'tiles-650k-geojson-vt-cut',
    peer: 'geojson-vt, all tiles cut beforehand',
    peerVersion,
  });
  const [mapServer, nginx] = [await mapServerVersion(), await nginxVersion()];
  if (nginx === null) {
    console.log('nginx is not installed (Debian: nginx-light): cached tiles and MapServer are not compared.');
    return;
  }
  if (mapServer === null) console.log('MapServer is not installed (Debian: mapserver-bin): it is not compared.');
  else
    await compare(await startMapServer(url), {
      id: 'tiles-650k-mapserver',
      peer: 'MapServer as FastCGI behind nginx, from PostGIS',
      peerVersion: mapServer,
    });
  await take(await compareCached(url, tiles, expected, helpers, nginx));
}

/** Tiles that are kept, compressed, against the same as files, and against what a Node server takes to send them at all. */
async function compareCached(
  url: string,
  tiles: readonly string[],
  expected: ReadonlyMap<string, Buffer>,
  helpers: () => Promise<number[]>,
  version: string,
): Promise<Row[]> {
  const headers = { 'Accept-Encoding': 'gzip' };
  const measured = async (server: TileServer, name: string, more = {}) => {
    try {
      const files = await allOf(server, tiles, headers);
      const answered = await answer(server, repeated(tiles), { rounds, headers, ...more });
      tell(name, answered);
      return { files, answered };
    } finally {
      await server.close();
    }
  };
  const ours = await measured(
    await signedIn(await startServer(['ours', String(512 * 1024 * 1024)], url)),
    'ours, kept',
    {
      helpers,
    },
  );
  for (const [path, tile] of ours.files) {
    if (!gunzipSync(tile).equals(expected.get(path)!)) throw new Error(`${path} is another when it is kept`);
  }
  const root = await writeFiles(ours.files);
  try {
    const rows: Row[] = [];
    for (const [id, peer, peerVersion, start] of [
      ['tiles-cached-nginx', 'nginx serving files', version, () => startNginxOf(root)],
      [
        'tiles-cached-node',
        'a Node server that does nothing else',
        process.version,
        () => startServer(['files', root], url),
      ],
    ] as const) {
      const theirs = await measured(await start(), peer);
      for (const [path, tile] of theirs.files) {
        if (!tile.equals(ours.files.get(path)!)) throw new Error(`${peer} has another ${path}`);
      }
      const about = { id, work: 'one tile that is kept, compressed, over HTTP', size, peer, peerVersion };
      rows.push(rowOfFigures(about, ours.answered.processor, theirs.answered.processor, 'ms of processor'));
    }
    return rows;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The most memory that the service ever held, which has the country as a table by now. */
function memoryOf({ processes }: TileServer): Row {
  const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${processes()[0]}/status`, 'utf8'))![1]);
  const about = { id: 'memory-650k-mb', work: 'the most memory of a service that has made tiles of the country', size };
  return rowOfFigures({ ...about, peer: 'the limit set', peerVersion: '1' }, kilobytes / 1024, 1_000, 'MB');
}

/** So that each round has its share of the collecting of garbage. */
const repeated = (tiles: readonly string[]) => Array.from({ length: 8 }, () => tiles).flat();

async function signedIn(server: TileServer): Promise<TileServer> {
  const reply = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 'planner', password }),
  });
  if (!reply.ok) throw new Error(`The planner could not sign in: ${reply.status} ${await reply.text()}`);
  return { ...server, cookie: reply.headers.get('Set-Cookie')!.split(';')[0] };
}

async function allOf(server: TileServer, paths: readonly string[], headers = {}): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const path of paths) found.set(path, await ask(server, path, headers));
  return found;
}

/**
 * Throws where two tiles differ by more than rounding. On its edge theirs may have what belongs to the next tile.
 */
function sameTile(path: string, ours: Uint8Array, theirs: Uint8Array): void {
  const places = new Map<string, { x: number; y: number }[]>();
  const told = featuresOf(theirs);
  for (const { properties, x, y } of told) {
    const key = keyOf(properties);
    const known = places.get(key);
    if (known) known.push({ x, y });
    else places.set(key, [{ x, y }]);
  }
  const features = featuresOf(ours);
  const missing = features.find(({ properties, x, y }) => {
    const there = places.get(keyOf(properties)) ?? [];
    const i = there.findIndex((place) => Math.abs(place.x - x) <= rounding && Math.abs(place.y - y) <= rounding);
    if (i < 0) return true;
    there.splice(i, 1);
    return false;
  });
  const onEdge = ({ x, y }: { x: number; y: number }) => x <= 0 || y <= 0 || x >= 4096 || y >= 4096;
  const surplus = [...places.values()].flat().filter((place) => !onEdge(place));
  if (missing === undefined && surplus.length === 0) return;
  throw new Error(`${path} differs: ${features.length} and ${told.length} features; ${JSON.stringify(missing)}`);
}

/** What MapServer has as empty texts others leave out, and truth it writes as a number. */
const keyOf = (properties: Record<string, unknown>): string =>
  Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key} ${String(typeof value === 'boolean' ? Number(value) : value)}`)
    .toSorted()
    .join();

const tell = (name: string, { processor, perSecond }: Answered) =>
  console.log(`  ${name}: ${processor.toFixed(3)} ms of processor a tile, ${perSecond.toFixed(0)} a second`);

function versionOfPackage(name: string): string {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
