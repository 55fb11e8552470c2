import type { Choice, Options, Problem, Solution } from './model.ts';
import { solve } from './solve.ts';

export type Limit =
  { kind: 'crews'; operator: number; quarter: number } | { kind: 'subsidy'; year: number } | { kind: 'budget' };

export interface Compared {
  /** With the change. */
  solution: Solution;
  /** What the change costs more (or, less than 0, saves), in the unit of the objective. */
  difference: number;
  /** Settlements whose link or quarter is another, ascending. */
  changed: number[];
}

type Effort = Pick<Options, 'seed' | 'moves' | 'cancelled' | 'onProgress'>;

/** "Why not that one?": the finished plan against the same with a choice forced, both searched on in the same way. */
export function whyNot(problem: Problem, finished: Solution, choice: Choice, effort: Effort): Compared {
  const others = problem.pins.filter(({ settlement }) => settlement !== choice.settlement);
  return compare(problem, { ...problem, pins: [...others, choice] }, finished, effort);
}

/** What more of a limit (work, or tenge) would bring, found by solving with it. */
export function withMore(problem: Problem, finished: Solution, limit: Limit, amount: number, effort: Effort): Compared {
  return compare(problem, raised(problem, limit, amount), finished, effort);
}

function compare(before: Problem, after: Problem, from: Solution, effort: Effort): Compared {
  const options = { ...effort, steps: 0, from: { plan: from.plan, prices: from.prices } };
  const base = solve(before, options);
  const solution = solve(after, options);
  const reference = base.cost < from.cost ? base : from;
  const { link, quarter } = reference.plan;
  const changed = [...link.keys()].filter(
    (s) => solution.plan.link[s] !== link[s] || solution.plan.quarter[s] !== quarter[s],
  );
  return { solution, difference: solution.cost - reference.cost, changed };
}

function raised(problem: Problem, limit: Limit, amount: number): Problem {
  if (limit.kind === 'crews') {
    const crews = problem.crews.slice();
    crews[limit.operator * problem.quarters + limit.quarter] += amount;
    return { ...problem, crews };
  }
  if (limit.kind === 'subsidy') {
    const subsidy = problem.subsidy.slice();
    subsidy[limit.year] += amount;
    return { ...problem, subsidy };
  }
  const { objective } = problem;
  return objective.kind === 'cost'
    ? problem
    : { ...problem, objective: { ...objective, budget: objective.budget + amount } };
}
