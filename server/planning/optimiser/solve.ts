import { Annealing } from './annealing.ts';
import { Ascent } from './ascent.ts';
import { type Candidates, prepare } from './candidates.ts';
import { Draft } from './draft.ts';
import { extend } from './extension.ts';
import type { Options, Plan, Prices, Problem, Progress, Solution } from './model.ts';

/** It cools in so many stages, unless each were longer than so many moves: cancelling is looked at between them. */
const STAGES = 300;
const LONGEST_STAGE = 100_000;
/** A run that sets out from a finished plan begins so far on in the cooling, so as not to lose it. */
const RESUMED = 0.85;

/** How much work suits a size: a country of 6,500 takes about half a minute of processor time. */
export function effortFor(settlements: number): Pick<Options, 'moves' | 'steps'> {
  return { steps: 250, moves: Math.min(40_000_000, Math.max(2_000_000, 5_000 * settlements)) };
}

/**
 * Finds a plan and a bound that no plan can beat. The same problem and options give the same plan, bit for bit, as long
 * as it is not cancelled. To be run in a worker (`run`): it computes without a pause.
 */
export function solve(problem: Problem, options: Options, candidates = prepare(problem)): Solution {
  const run = new Run(options);
  const prices = run.findPrices(candidates);
  const draft = new Draft(candidates);
  if (options.from) adopt(candidates, draft, options.from.plan);
  extend(candidates, prices, draft);
  return run.improve(candidates, prices, draft);
}

/** Takes over a plan of the same links as far as pins, refusals and limits let it stand, parents first. */
function adopt(candidates: Candidates, draft: Draft, { link, quarter }: Plan): void {
  const { first, original, parent, settlements } = candidates;
  const placed = new Uint8Array(settlements);
  const place = (s: number) => {
    const way: number[] = [];
    for (let at = s; at >= 0 && placed[at] === 0;) {
      placed[at] = 1;
      way.push(at);
      const here = find(at);
      at = here < 0 ? -1 : parent[here];
    }
    for (const at of way.toReversed()) {
      const here = find(at);
      if (here < 0 || !draft.fits(at, here, quarter[at])) continue;
      const change = draft.change(at, here, quarter[at]);
      if (change < Infinity) draft.make(at, here, quarter[at], change);
    }
  };
  const find = (s: number) => {
    for (let at = first[s]; at < first[s + 1]; at++) if (original[at] === link[s]) return at;
    return -1;
  };
  for (let s = 0; s < settlements; s++) place(s);
}

class Run {
  readonly #options: Options;
  #bound: number;
  #cut = false;

  constructor(options: Options) {
    this.#options = options;
    this.#bound = options.from?.bound ?? -Infinity;
  }

  /** The prices of the best bound found. */
  findPrices(candidates: Candidates): Prices {
    const { steps, from } = this.#options;
    const ascent = new Ascent(candidates);
    if (from) ascent.multipliers.take(from.prices);
    else ascent.seekLevels(() => this.#isCancelled());
    let prices = ascent.multipliers.prices();
    let best = -Infinity;
    for (let step = 0; step < steps && !this.#isCancelled(); step++) {
      const bound = ascent.evaluate();
      if (bound > best) {
        best = bound;
        prices = ascent.multipliers.prices();
      }
      this.#bound = Math.max(this.#bound, bound);
      ascent.step(step / steps);
      this.#tell('prices', (step + 1) / steps, Infinity);
    }
    return prices;
  }

  improve(candidates: Candidates, prices: Prices, draft: Draft): Solution {
    const { moves, seed, from } = this.#options;
    // Whoever cancelled before there was a plan gets the first one, without waiting for what only a search needs.
    const annealing = this.#isCancelled()
      ? null
      : new Annealing(candidates, draft, prices, this.#bound > 0 ? this.#bound : draft.cost, seed);
    const stage = Math.min(LONGEST_STAGE, Math.ceil(moves / STAGES));
    const best = { cost: draft.cost, plan: draft.plan() };
    this.#tell('plan', 0, best.cost);
    for (let made = 0; annealing !== null && made < moves && !this.#isCancelled();) {
      const count = Math.min(stage, moves - made);
      const done = made / moves;
      annealing.run(count, from ? RESUMED + (1 - RESUMED) * done : done);
      made += count;
      if (draft.cost < best.cost) Object.assign(best, { cost: draft.cost, plan: draft.plan() });
      this.#tell('plan', made / moves, best.cost);
    }
    return {
      ...best,
      bound: this.#bound,
      gapPercent: gapOf(best.cost, this.#bound),
      prices,
      cut: this.#cut,
      unmetPins: [...candidates.pinned.keys()].filter((s) => candidates.pinned[s] === 1 && best.plan.link[s] < 0),
    };
  }

  #tell(phase: Progress['phase'], done: number, cost: number): void {
    const bound = this.#bound;
    this.#options.onProgress?.({ phase, done, bound, cost, gapPercent: gapOf(cost, bound) });
  }

  #isCancelled(): boolean {
    this.#cut ||= this.#options.cancelled?.() ?? false;
    return this.#cut;
  }
}

/** How far, in percent of its cost, a plan might be from the best. */
export function gapOf(cost: number, bound: number): number {
  if (cost === bound) return 0;
  return cost === Infinity || bound === -Infinity ? Infinity : (100 * (cost - bound)) / Math.abs(cost);
}
