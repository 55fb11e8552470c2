import { solveExactly } from './exact.ts';
import type { Options, Plan, Problem } from './model.ts';
import { solve } from './solve.ts';

/** Up to so many jobs HiGHS is asked as well, for so much work: a few seconds. */
const MOST_JOBS = 60;
const EXACTLY = { nodes: 1_000, iterations: 15_000 };
const EFFORT = { moves: 8_000_000, steps: 300 };

export interface Assigned {
  /** The best assignment's cost; null where none was found that gives every job to an agent. */
  value: number | null;
  /** None costs less: proven. Rounded up, where all costs are whole numbers. */
  bound: number;
  plan: Plan | null;
}

/** Solves a generalised assignment problem, as `readAssignment` gives it, by the planning core and, if small, by HiGHS. */
export async function solveAssignment(
  problem: Problem,
  options: Pick<Options, 'seed'> & Partial<Options>,
): Promise<Assigned> {
  const exact =
    problem.settlements.residents.length <= MOST_JOBS
      ? await solveExactly(problem, EXACTLY)
      : { plan: null, bound: -Infinity };
  const valueOf = (plan: Plan | null) =>
    plan === null || plan.link.includes(-1) ? null : plan.link.reduce((sum, link) => sum + problem.links.cost[link], 0);
  const areWhole = problem.links.cost.every(Number.isInteger);
  const rounded = (bound: number) => (areWhole ? Math.ceil(bound - 1e-6 * Math.max(1, Math.abs(bound))) : bound);
  const exactValue = valueOf(exact.plan);
  if (exactValue !== null && exactValue <= rounded(exact.bound))
    return { value: exactValue, bound: exactValue, plan: exact.plan };
  const { plan, bound } = solve(problem, { ...EFFORT, ...options });
  const value = valueOf(plan);
  const isExactBetter = exactValue !== null && (value === null || exactValue < value);
  return {
    value: isExactBetter ? exactValue : value,
    plan: isExactBetter ? exact.plan : plan,
    bound: Math.max(rounded(bound), rounded(exact.bound)),
  };
}
