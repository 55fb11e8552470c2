// npm run bench-plans [-- --json FILE]: the optimiser against HiGHS on small cases, each with the processor time that it
// took and its gap to the better of both bounds; then, each by the command and in a process of its own, the public
// instances of generalised assignment against the best known, and generated countries.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { readAssignment } from '../../server/planning/optimiser/assignment.ts';
import { check } from '../../server/planning/optimiser/checker.ts';
import { solveExactly } from '../../server/planning/optimiser/exact.ts';
import { generate, generatedCases } from '../../server/planning/optimiser/generated.ts';
import type { Problem } from '../../server/planning/optimiser/model.ts';
import { gapOf, solve } from '../../server/planning/optimiser/solve.ts';
import { ownClock } from './measure.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const command = fileURLToPath(new URL('../../server/baylanys.cjs', import.meta.url));
const data = process.env.BAYLANYS_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** HiGHS ends at the latest after so many steps of the simplex method: some tens of seconds. */
const HIGHS = { nodes: 100_000, iterations: 60_000 };

async function compare(name: string, problem: Problem): Promise<void> {
  const begun = ownClock()!;
  const ours = solve(problem, { seed: 1, moves: 4_000_000, steps: 250 });
  const between = ownClock()!;
  const theirs = await solveExactly(problem, HIGHS);
  const ended = ownClock()!;
  const bound = Math.max(ours.bound, theirs.bound);
  const gap = (cost: number) => `${gapOf(cost, bound).toFixed(2)} %`;
  const theirCost = theirs.plan === null ? Infinity : check(problem, theirs.plan).cost;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${name}: ours ${gap(ours.cost)} in ${seconds(between - begun)} s of processor,`);
  console.log(`  HiGHS 1.15.3 ${gap(theirCost)} in ${seconds(ended - between)} s; ${memory} MB in all at most`);
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

for (const settlements of [20, 40])
  await compare(
    `${settlements} settlements, 2 operators, 3 quarters`,
    generate({ settlements, operators: 2, quarters: 3, case: 'tight', seed: 1 }),
  );

/** What the command prints of one run. */
async function planned(...options: string[]): Promise<Record<string, any>> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'plan', ...options]);
  return JSON.parse(stdout);
}

const figures: object[] = [];
const instances = join(data, 'gap', 'bounds.txt');
if (existsSync(instances)) {
  await compare('c1060_1', readAssignment(readFileSync(join(data, 'gap', 'c1060_1'), 'utf8')));
  for (const line of readFileSync(instances, 'utf8').trim().split('\n')) {
    const [title, lower, best] = line.trim().split(/\s+/);
    const name = title.replace(/_Min$/, '');
    if (!existsSync(join(data, 'gap', name))) continue;
    const found = await planned('--gap', join(data, 'gap', name));
    const over = (100 * (found.value - Number(best))) / Number(best);
    console.log(
      `${name}: ${found.value}, ${over.toFixed(2)} % over the best known (${lower} to ${best}), ` +
        `bound ${found.bound}, ${found.cpuSeconds} s of processor`,
    );
    figures.push({ ...found, lower: Number(lower), best: Number(best), overPercent: over });
  }
} else console.log('No instances of generalised assignment lie beside the project: BAYLANYS_DATA names their folder.');

for (const settlements of [1_000, 6_500, 25_000]) {
  for (const hardness of settlements === 25_000 ? ['tight'] : generatedCases) {
    const found = await planned('--generated', String(settlements), '--case', hardness);
    const { gapPercent, seconds: elapsed, cpuSeconds, memoryMb, valid } = found;
    console.log(
      `${settlements} settlements, ${hardness}: gap ${gapPercent.toFixed(2)} %, ${elapsed} s, ` +
        `${cpuSeconds} s of processor, ${memoryMb} MB, ${valid ? 'valid' : 'NOT VALID'}, ${found.hash.slice(0, 12)}`,
    );
    figures.push(found);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
