import type { Database } from '../../server/database/database.ts';
import { flagAtBest, flagPlainly, load, unload, versionOf } from './database.ts';
import { compareEdits } from './edit.ts';
import { flagging, shapesOf } from './engine.ts';
import { measure, type Measured } from './measure.ts';
import type { Problem } from './problem.ts';
import { rowOf, type Row } from './row.ts';

export const workOfFlagging = 'flag settlements of more than 250 people that no claim covers, under 28,000 claims';

/**
 * The engine against a database on one problem, both with their indexes kept. Throws where an answer differs.
 */
export async function compare(
  database: Database,
  problem: Problem,
  {
    peer,
    best,
    plain,
    runs,
    edits = false,
  }: { peer: string; best: string; plain: string | null; runs: number; edits?: boolean },
): Promise<Row[]> {
  console.log(`Loading ${problem.longitude.length} settlements and ${problem.shapes.length} shapes into ${peer}`);
  await load(database, problem);
  const peerVersion = await versionOf(database);
  const ours = await measure(9, flagging(problem, shapesOf(problem)));
  const size = problem.longitude.length;

  const theirBest = await flagAtBest(database, runs);
  equal(ours.result, theirBest.result, theirBest.name);
  printProcessor('engine', ours);
  printProcessor(theirBest.name, theirBest);
  const rows = [
    rowOf({ id: best, work: workOfFlagging, size, peer: `${peer}, ${theirBest.name}`, peerVersion }, ours, theirBest),
  ];
  if (plain !== null) {
    const theirs = await flagPlainly(database, Math.min(runs, 3));
    equal(ours.result, theirs.result, 'not exists');
    rows.push(rowOf({ id: plain, work: workOfFlagging, size, peer: `${peer}, not exists`, peerVersion }, ours, theirs));
  }
  if (edits) rows.push(await compareEdits(database, problem));
  await unload(database);
  return rows;
}

export function equal(ours: Uint32Array, theirs: Uint32Array, name: string): void {
  const differing = ours.length === theirs.length ? ours.findIndex((number, i) => number !== theirs[i]) : -2;
  if (differing === -1) return;
  throw new Error(`The answers differ: the engine flags ${ours.length} settlements, "${name}" ${theirs.length}`);
}

function printProcessor(name: string, { elapsed, processor }: Measured<unknown>): void {
  if (processor !== null) console.log(`  ${name}: ${elapsed.toFixed(1)} ms, ${processor.toFixed(1)} ms of processor`);
}
