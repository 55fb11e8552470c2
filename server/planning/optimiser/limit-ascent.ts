import type { Candidates } from './candidates.ts';
import type { Multipliers } from './multipliers.ts';
import type { Relaxation } from './relaxation.ts';

/** How far a step goes, as a share of the size that the prices have: found by trial. */
const LENGTH = 0.2;
/** The share of the past in the mean of subgradients, and in that of their squares. */
const INERTIA = 0.8;
const MEMORY = 0.95;
/** The first price of a limit that is short, as a share of its natural size, and how often it is doubled at most. */
const FIRST_LEVEL = 1 / 8;
const MOST_DOUBLINGS = 16;

/** Limits that have prices of one size. */
interface Family {
  prices: Float64Array;
  /** What the relaxed plan uses of each, and what there is. */
  used: Float64Array;
  available: Float64Array;
  /** Those that are looked at together when their level is sought: from each to the next. */
  groups: number[];
  size: number;
  mean: Float64Array;
  square: Float64Array;
}

/**
 * The prices of crews, subsidy and budget on their way up: what is overdrawn becomes dearer, what is left over cheaper,
 * by the mean of what was seen lately (Adam: Kingma and Ba 2015). Where all can take the same cheapest quarter they all
 * do, in one step this one and in the next another: only the mean of steps tells which is short.
 */
export class LimitAscent {
  readonly #candidates: Candidates;
  readonly #families: Family[];

  /** `sizes`: what their prices are of the size of where nobody is left unserved. */
  constructor(candidates: Candidates, multipliers: Multipliers, sizes: Record<'crews' | 'subsidy' | 'budget', number>) {
    this.#candidates = candidates;
    const { operators, quarters, crews, subsidy, objective } = candidates.problem;
    const family = (prices: Float64Array, available: Float64Array, groups: number[], size: number): Family => ({
      prices,
      used: new Float64Array(prices.length),
      available,
      groups,
      size,
      mean: new Float64Array(prices.length),
      square: new Float64Array(prices.length),
    });
    const budget = Float64Array.of(objective.kind === 'service' ? objective.budget : Infinity);
    const ofOperators = Array.from({ length: operators + 1 }, (_, o) => o * quarters);
    this.#families = [
      family(multipliers.crews, crews, ofOperators, sizes.crews),
      family(multipliers.subsidy, subsidy, [0, subsidy.length], sizes.subsidy),
      family(multipliers.budget, budget, [0, 1], sizes.budget),
    ];
  }

  /**
   * Looks for the size of the prices, before the first step: of each operator's crews, of subsidy, and of the budget,
   * one price for all quarters, doubled as long as more is taken than there is in all. Where much must be left unserved
   * they are many times what links cost, and steps of that size would not come there.
   */
  seekLevels(relaxation: Relaxation, evaluate: () => void, isCancelled: () => boolean): void {
    for (let doublings = 0; doublings < MOST_DOUBLINGS && !isCancelled(); doublings++) {
      evaluate();
      this.#use(relaxation);
      let isShort = false;
      for (const { prices, used, available, groups, size } of this.#families) {
        for (let group = 0; group + 1 < groups.length; group++) {
          const [from, to] = [groups[group], groups[group + 1]];
          if (sum(used, from, to) <= sum(available, from, to)) continue;
          isShort = true;
          prices.fill(prices[from] === 0 ? size * FIRST_LEVEL : 2 * prices[from], from, to);
        }
      }
      if (!isShort) break;
    }
    for (const family of this.#families) family.size = family.prices.reduce((a, b) => Math.max(a, b), family.size);
  }

  /** Moves the prices by what a relaxed plan uses. `scale`: of this step against the first. */
  step(relaxation: Relaxation, scale: number): void {
    this.#use(relaxation);
    for (const { prices, used, available, size, mean, square } of this.#families) {
      for (let at = 0; at < prices.length; at++) {
        const over = used[at] - available[at];
        if (over === -Infinity) continue;
        mean[at] = INERTIA * mean[at] + (1 - INERTIA) * over;
        square[at] = square[at] === 0 ? over * over : MEMORY * square[at] + (1 - MEMORY) * over * over;
        if (square[at] === 0) continue;
        prices[at] = Math.max(0, prices[at] + (scale * LENGTH * size * mean[at]) / Math.sqrt(square[at]));
      }
    }
  }

  #use({ link, quarter }: Relaxation): void {
    const { problem, work, subsidy, money, operator } = this.#candidates;
    const [crews, years, budget] = this.#families.map(({ used }) => used.fill(0));
    for (let s = 0; s < link.length; s++) {
      const chosen = link[s];
      if (chosen < 0) continue;
      crews[operator[chosen] * problem.quarters + quarter[s]] += work[chosen];
      years[problem.yearOf[quarter[s]]] += subsidy[chosen];
      budget[0] += money[chosen];
    }
  }
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += values[at];
  return total;
}
