import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { engine } from '../database.ts';
import { scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
const reader = fileURLToPath(new URL('large-file-reader.ts', import.meta.url));

/** Writes blocks until the file has so many megabytes; how many it took. */
async function writeLarge(name: string, megabytes: number, parts: { head: string; block: string; tail: string }) {
  const stream = createWriteStream(scratch.path(name));
  stream.write(parts.head);
  let blocks = 0;
  for (let written = 0; written < megabytes * 1e6; written += parts.block.length, blocks += 1)
    if (!stream.write(parts.block)) await once(stream, 'drain');
  stream.end(parts.tail);
  await finished(stream);
  expect((await stat(scratch.path(name))).size).toBeGreaterThan(megabytes * 1e6);
  return blocks;
}

/** Reads a file through its source in a process of 100 MB of heap. */
async function readApart(name: string): Promise<{ kind: string; rows: number; faults: number }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=100', '--import', 'tsx', reader, scratch.path(name)],
    { timeout: 110_000 },
  );
  return JSON.parse(stdout);
}

/** Files alone, whichever database there is: the suite runs over both. */
const ofFiles = engine === 'PGlite' ? test : test.skip;

ofFiles(
  '300 MB of GeoJSON are read, checked and parsed in 100 MB of heap',
  async () => {
    const ring = Array.from({ length: 500 }, (_, at) => [
      Number((71 + Math.cos((at / 500) * 2 * Math.PI)).toFixed(9)),
      Number((51 + Math.sin((at / 500) * 2 * Math.PI)).toFixed(9)),
    ]);
    const feature = {
      type: 'Feature',
      properties: { operator: 'A', technology: '4G', download: 20 },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
    const block = `${JSON.stringify(feature)},\n`.repeat(20);
    const head = '{"type":"FeatureCollection","features":[\n';
    const blocks = await writeLarge('large.geojson', 300, { head, block, tail: `${JSON.stringify(feature)}]}` });
    expect(await readApart('large.geojson')).toEqual({ kind: 'coverage', rows: blocks * 20 + 1, faults: 0 });
  },
  120_000,
);

ofFiles(
  '30 MB of CSV are read in 100 MB of heap',
  async () => {
    const block = '401,LTE,1,10,20,71.43,51.13,1500,1700000000\n'.repeat(1000);
    const head = 'mcc,radio,net,area,cell,lon,lat,range,updated\n';
    const blocks = await writeLarge('large.csv', 30, { head, block, tail: '' });
    expect(await readApart('large.csv')).toEqual({ kind: 'opencellid', rows: blocks * 1000, faults: 0 });
  },
  120_000,
);
