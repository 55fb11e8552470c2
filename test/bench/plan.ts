// node --import tsx test/bench/plan.ts: the optimiser against HiGHS, each with the processor time that it took.
// The gaps are to the better of both bounds.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAssignment } from '../../server/planning/optimiser/assignment.ts';
import { check } from '../../server/planning/optimiser/checker.ts';
import { solveExactly } from '../../server/planning/optimiser/exact.ts';
import { generate } from '../../server/planning/optimiser/generated.ts';
import type { Problem } from '../../server/planning/optimiser/model.ts';
import { gapOf, solve } from '../../server/planning/optimiser/solve.ts';
import { ownClock } from './measure.ts';

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
for (const name of ['c0515_1', 'c1060_1', 'c05100', 'd05100', 'e05100', 'e10200']) {
  const path = join(data, 'gap', name);
  if (existsSync(path)) await compare(name, readAssignment(readFileSync(path, 'utf8')));
  else console.log(`${name}: no data beside the project.`);
}
