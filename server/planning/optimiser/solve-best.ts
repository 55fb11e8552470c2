import { prepare } from './candidates.ts';
import { check } from './checker.ts';
import { columnsOf, solveExactly } from './exact.ts';
import type { Options, Problem, Solution } from './model.ts';
import { gapOf, solve } from './solve.ts';

/** More columns than so many HiGHS is not asked about: it would not end in the time that a person waits. */
const MOST_COLUMNS = 2_500;
const EXACTLY = { nodes: 500, iterations: 20_000 };

/** As `solve`; for small problems with the better bound, and the better plan, of that and HiGHS. */
export async function solveBest(problem: Problem, options: Options): Promise<Solution> {
  const candidates = prepare(problem);
  const solution = solve(problem, options, candidates);
  if (solution.cut || solution.unmetPins.length > 0) return solution;
  if (columnsOf(candidates) > MOST_COLUMNS) return solution;
  const exact = await solveExactly(problem, EXACTLY, candidates);
  const checked = exact.plan === null ? null : check(problem, exact.plan);
  const isBetter = checked !== null && checked.faults.length === 0 && checked.cost < solution.cost;
  const cost = isBetter ? checked.cost : solution.cost;
  // Where both agree but for rounding, the bound is the cost.
  const bound = Math.min(cost, Math.max(solution.bound, exact.bound));
  return { ...solution, plan: isBetter ? exact.plan! : solution.plan, cost, bound, gapPercent: gapOf(cost, bound) };
}
