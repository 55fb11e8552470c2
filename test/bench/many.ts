import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rowOfFigures, type Row } from './row.ts';

const program = fileURLToPath(new URL('many-settlements.ts', import.meta.url));

/** What a process that flags so many settlements used. */
interface Used {
  /** Milliseconds of processor: the median of several runs, the grid included. */
  processor: number;
  /** The most memory that the process ever held, generation of the country included. */
  megabytes: number;
  flagged: number;
}

/**
 * The engine against itself at 6,500, 650,000 and ten million settlements under the same claims: `ratio` is what a
 * settlement took at the smaller size to what it takes at the larger. And the memory of the process, beside its limit.
 */
export async function compareSizes(): Promise<Row[]> {
  const used = new Map<number, Used>();
  for (const size of [6_500, 650_000, 10_000_000]) used.set(size, await flagInProcess(size));
  const row = (id: string, size: number, smaller: number): Row =>
    rowOfFigures(
      {
        id,
        work: 'flag settlements under 28,000 claims, for each thousand of them',
        size,
        peer: `the engine at ${smaller.toLocaleString('en')}`,
        peerVersion: process.version,
      },
      (used.get(size)!.processor / size) * 1000,
      (used.get(smaller)!.processor / smaller) * 1000,
      'ms of processor',
    );
  const ten = used.get(10_000_000)!;
  return [
    row('flag-650k-6500', 650_000, 6_500),
    row('flag-10m-650k', 10_000_000, 650_000),
    rowOfFigures(
      {
        id: 'flag-10m-memory-mb',
        work: `the most memory of a process that flags ${ten.flagged.toLocaleString('en')} of ten million settlements`,
        size: 10_000_000,
        peer: 'the limit set',
        peerVersion: '1',
      },
      ten.megabytes,
      1_000,
      'MB',
    ),
  ];
}

async function flagInProcess(size: number): Promise<Used> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, String(size)]);
  return JSON.parse(stdout) as Used;
}
