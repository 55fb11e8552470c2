import type { Options, Problem, Solution } from './model.ts';
import { solve } from './solve.ts';

type Finished = Pick<Solution, 'plan' | 'prices' | 'cost'>;
type Effort = Pick<Options, 'seed' | 'moves' | 'cancelled' | 'onProgress'>;

/**
 * What wider limits bring: the finished plan searched on within the limits that it has, and in the same way within the
 * wider ones, so that what more searching alone would gain is not taken for what the limits bring. `wider` differs in
 * limits alone. The second never costs more than the first, which fits within the wider limits too.
 */
export function withWider(problem: Problem, wider: Problem, finished: Finished, effort: Effort): [Solution, Solution] {
  const { plan, prices } = finished;
  const options = { ...effort, steps: 0 };
  const narrow = solve(problem, { ...options, from: { plan, prices } });
  const before = narrow.cost < finished.cost ? narrow : { ...narrow, plan, cost: finished.cost };
  const after = solve(wider, { ...options, from: { plan, prices } });
  return [before, after.cost < before.cost ? after : { ...after, plan: before.plan, cost: before.cost }];
}
