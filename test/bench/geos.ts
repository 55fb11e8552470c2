import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { finding, shapesOf } from './engine.ts';
import { equal, workOfFlagging } from './flag.ts';
import { measure, median } from './measure.ts';
import { peopled, type Problem } from './problem.ts';
import { rowOfFigures, type Row } from './row.ts';

const run = promisify(execFile);
const source = fileURLToPath(new URL('geos.c', import.meta.url));
const ourFirst = fileURLToPath(new URL('first-run.ts', import.meta.url));

/**
 * The engine against GEOS, which is compiled against Debian's library: with all indexes kept on either side, with all
 * built anew, and that in the first run of a process, in which ours is compiled as it runs. No rows, and a word why, where
 * there is no GEOS.
 */
export async function compareWithGeos(problem: Problem): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-geos-'));
  try {
    const program = join(directory, 'geos');
    try {
      await run('cc', ['-O2', '-o', program, source, '-l:libgeos_c.so.1']);
    } catch (error) {
      console.log(`GEOS is not compared: ${String(error).split('\n').slice(0, 3).join(' ')}`);
      return [];
    }
    const asked = peopled(problem);
    const [input, output] = [join(directory, 'problem'), join(directory, 'answer')];
    await writeFile(input, encode(asked));
    const { version, ...theirs } = JSON.parse((await run(program, [input, output])).stdout) as Figures;
    const answer = new Uint32Array(Uint8Array.from(await readFile(output)).buffer);

    // Both mark the points that are covered and list nothing; only the answers that are compared are lists.
    const shapes = shapesOf(asked);
    const ours = await measure(9, finding(asked, shapes));
    equal(
      Uint32Array.from(ours.result.keys()).filter((index) => ours.result[index] === 1),
      answer,
      'GEOS',
    );
    const cold = await measure(9, () => finding(asked, shapes)());
    const first: number[] = [];
    for (let time = 0; time < 5; time++) {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', ourFirst, input]);
      first.push((JSON.parse(stdout) as { first: number }).first);
    }
    const about = { work: workOfFlagging, size: problem.longitude.length, peerVersion: version };
    const row = (id: string, peer: string, own: number, other: number) =>
      rowOfFigures({ id: `flag-650k-geos-${id}`, ...about, peer: `GEOS, ${peer}` }, own, other, 'ms of processor');
    return [
      row('warm', 'tree and prepared polygons kept', ours.processor!, theirs.warm),
      row('cold', 'tree built and polygons prepared', cold.processor!, theirs.cold),
      row('first', 'the same in the first run of a process', median(first), theirs.first),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface Figures {
  version: string;
  first: number;
  cold: number;
  warm: number;
}

/** As geos.c reads it. */
function encode({ longitude, latitude, shapes }: ReturnType<typeof peopled>): Uint8Array {
  const points = new Float64Array(2 * longitude.length);
  longitude.forEach((x, i) => points.set([x, latitude[i]], 2 * i));
  const rings = shapes.flatMap(({ coordinates: [ring] }) => [
    Uint32Array.of(ring.length),
    Float64Array.from(ring.flat()),
  ]);
  const parts = [Uint32Array.of(longitude.length, shapes.length), points, ...rings];
  return Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}
