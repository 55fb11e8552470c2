import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { flagging, shapesOf } from './engine.ts';
import { equal, workOfFlagging } from './flag.ts';
import { measure } from './measure.ts';
import { peopled, type Problem } from './problem.ts';
import { rowOfFigures, type Row } from './row.ts';

const run = promisify(execFile);
const source = fileURLToPath(new URL('geos.c', import.meta.url));
const ourCold = fileURLToPath(new URL('cold.ts', import.meta.url));

/**
 * The engine against GEOS, which is compiled against Debian's library: with all indexes kept on either side, and from
 * nothing (ours in a process that has never run it before). No rows, and a word why, where there is no GEOS.
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
    const { version, cold, warm } = JSON.parse((await run(program, [input, output])).stdout) as Figures;
    const answer = new Uint32Array(Uint8Array.from(await readFile(output)).buffer);
    const theirs = answer.map((index) => asked.number[index]);

    const ours = await measure(9, flagging(problem, shapesOf(problem)));
    equal(ours.result, theirs, 'GEOS');
    const first = JSON.parse((await run(process.execPath, ['--import', 'tsx', ourCold, input])).stdout) as {
      cold: number;
    };
    const about = { work: workOfFlagging, size: problem.longitude.length, peerVersion: version };
    return [
      rowOfFigures(
        { id: 'flag-650k-geos-warm', ...about, peer: 'GEOS, tree and prepared polygons kept' },
        ours.processor!,
        warm,
        'ms of processor',
      ),
      rowOfFigures(
        { id: 'flag-650k-geos-cold', ...about, peer: 'GEOS, tree built and polygons prepared' },
        first.cold,
        cold,
        'ms of processor',
      ),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

interface Figures {
  version: string;
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
