import type { Candidates } from './candidates.ts';
import type { Draft } from './draft.ts';
import type { Prices } from './model.ts';
import { Moves } from './moves.ts';
import { Random } from './random.ts';

/** Temperatures, as shares of what a settlement costs in the mean: found by trial. */
const HOTTEST = 0.3;
const COLDEST = 0.001;
/** Prices count whole at first; in this last share of the run they fade, and the true cost alone remains. */
const FADING = 0.2;

/** How often each move is tried, in a thousand: found by trial. */
const SHARES = { relink: 540, retime: 200, exchange: 160, leave: 15, gather: 30, scatter: 20, shift: 25, rename: 10 };

/**
 * Improves a draft by random moves, of which those that make it dearer are taken the more seldom the cooler it gets
 * (simulated annealing: Kirkpatrick, Gelatt and Vecchi 1983), cooling by count, never by the clock.
 */
export class Annealing {
  readonly #settlements: number;
  readonly #random: Random;
  readonly #moves: Moves;
  /** What a settlement costs in the mean. */
  readonly #unit: number;
  readonly #kinds: readonly Kind[];

  /** `cost`: what a plan is thought to cost, about. */
  constructor(candidates: Candidates, draft: Draft, prices: Prices, cost: number, seed: number) {
    this.#settlements = candidates.settlements;
    this.#random = new Random(seed);
    this.#moves = new Moves(candidates, draft, prices, this.#random);
    this.#unit = Math.abs(cost) / Math.max(1, candidates.settlements);
    this.#kinds = kindsFor(candidates);
  }

  /** Makes so many moves, from this share of the whole run on. */
  run(moves: number, done: number): void {
    const temperature = this.#unit * HOTTEST * (COLDEST / HOTTEST) ** done;
    this.#moves.trial.fade = Math.min(1, (1 - done) / FADING);
    for (let made = 0; made < moves; made++) {
      const kind = this.#kinds[this.#random.below(this.#kinds.length)];
      const s = this.#random.below(this.#settlements);
      this.#moves[kind](s, temperature * EXPONENTIAL[this.#random.bits() & 4095]);
    }
  }
}

type Kind = keyof typeof SHARES;
const ABOUT_TIME: readonly Kind[] = ['retime', 'exchange', 'shift'];
const ABOUT_THE_TREE: readonly Kind[] = ['gather', 'scatter', 'rename'];

/** Each kind as often as its share; without those that a problem of one quarter, or without parents, has no use for. */
function kindsFor({ problem, pairParent }: Candidates): Kind[] {
  const useless = [...(problem.quarters === 1 ? ABOUT_TIME : []), ...(pairParent.length === 0 ? ABOUT_THE_TREE : [])];
  const kinds = (Object.keys(SHARES) as Kind[]).filter((kind) => !useless.includes(kind));
  return kinds.flatMap((kind) => Array<Kind>(SHARES[kind]).fill(kind));
}

/** Of the exponential distribution, by rank: what a move may cost, in temperatures. */
const EXPONENTIAL = Float64Array.from({ length: 4096 }, (_, rank) => -Math.log((rank + 0.5) / 4096));
