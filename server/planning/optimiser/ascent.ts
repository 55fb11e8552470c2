import { type Candidates } from './candidates.ts';
import type { Floor } from './model.ts';
import { LimitAscent } from './limit-ascent.ts';
import { Multipliers } from './multipliers.ts';
import { Relaxation } from './relaxation.ts';

/** How far the first step goes, for each family of prices, as a share of what a link costs: found by trial. */
const LENGTH = { floors: 0.3, order: 1, access: 0.3, islands: 1 };
/** The last steps are e⁻⁵ as long as the first would be; without that, prices still swing when the run ends. */
const DECAY = 5;
/** Rings are looked for after this share of the steps, when the prices of pairs have shown which remain. */
const ISLANDS_FROM = 0.2;

/**
 * Looks for the prices with the best bound, by subgradients: those of limits by `LimitAscent`, the others scaled by
 * their own past (AdaGrad: Duchi, Hazan and Singer 2011).
 */
export class Ascent {
  readonly multipliers: Multipliers;
  readonly relaxation: Relaxation;
  readonly #candidates: Candidates;
  /** Sums of squares of past subgradients. */
  readonly #past: Record<'floors' | 'order' | 'access', Float64Array>;
  readonly #limits: LimitAscent;
  /** What a link costs in the mean. */
  readonly #size: number;

  constructor(candidates: Candidates) {
    this.#candidates = candidates;
    this.multipliers = new Multipliers(candidates);
    this.relaxation = new Relaxation(candidates, this.multipliers);
    const sizes = naturalSizes(candidates);
    this.#size = sizes.link;
    this.#limits = new LimitAscent(candidates, this.multipliers, sizes);
    const { floors, orderRow, access } = this.multipliers;
    const like = ({ length }: Float64Array) => new Float64Array(length);
    this.#past = { floors: like(floors), order: like(orderRow), access: like(access) };
  }

  /** The bound of the present prices. */
  evaluate(): number {
    this.multipliers.derive();
    return this.relaxation.evaluate();
  }

  /** Before the first step: prices of limits that are of the right size. */
  seekLevels(isCancelled: () => boolean): void {
    this.#limits.seekLevels(this.relaxation, () => this.evaluate(), isCancelled);
  }

  /** Moves the prices by what the plan of the last evaluation breaks and keeps. `done`: share of all steps, 0 to 1. */
  step(done: number): void {
    const scale = Math.exp(-DECAY * done);
    this.#limits.step(this.relaxation, scale);
    this.#moveFloors(scale);
    this.#moveTree(scale);
    if (done >= ISLANDS_FROM) {
      this.multipliers.islands.move(this.relaxation.link, scale * LENGTH.islands * this.#size);
    }
  }

  #moveFloors(scale: number): void {
    const { floors } = this.multipliers;
    this.#candidates.problem.floors.forEach((floor, at) => {
      move(floors, this.#past.floors, at, floor.residents - this.#servedBy(floor), scale * LENGTH.floors * floor.price);
      floors[at] = Math.min(floor.price, floors[at]);
    });
  }

  #servedBy({ region, quarter: last }: Floor): number {
    const { settlements } = this.#candidates.problem;
    const { quarter } = this.relaxation;
    let served = 0;
    for (let s = 0; s < quarter.length; s++) {
      if (settlements.region[s] === region && quarter[s] <= last) served += settlements.residents[s];
    }
    return served;
  }

  /** The prices of a parent before its child, and by the same operator. */
  #moveTree(scale: number): void {
    const { link, quarter } = this.relaxation;
    const { problem, pair, reverse, pairParent, pairChild, operator, carries } = this.#candidates;
    for (let one = 0; one < pairParent.length; one++) {
      const ofChild = link[pairChild[one]];
      const ofParent = link[pairParent[one]];
      const isChosen = ofChild >= 0 && pair[ofChild] === one;
      // A parent that hangs from its child is no parent.
      const isReady =
        ofParent >= 0 && carries[ofParent] === 1 && !(reverse[one] >= 0 && pair[ofParent] === reverse[one]);
      const from = isChosen ? quarter[pairChild[one]] : problem.quarters;
      const ready = isReady ? quarter[pairParent[one]] : problem.quarters;
      this.#moveOrder(one, from, ready, scale);
      this.#moveAccess(one, isChosen ? operator[ofChild] : -1, isReady ? operator[ofParent] : -1, scale);
    }
  }

  /** `from`: the quarter from which the child is served through the pair; `ready`: from which the parent is. */
  #moveOrder(pair: number, from: number, ready: number, scale: number): void {
    const { orderRow, orderUsed, order } = this.multipliers;
    if (from >= ready && orderUsed[pair] === 0) return;
    const { quarters } = this.#candidates.problem;
    const length = scale * LENGTH.order * this.#size;
    const begin = pair * quarters;
    for (let q = Math.min(from, ready); q < quarters; q++) {
      const lacking = Number(q >= from) - Number(q >= ready);
      if (lacking > 0 || orderRow[begin + q] > 0) move(orderRow, this.#past.order, begin + q, lacking, length);
    }
    orderUsed[pair] = 0;
    for (let at = begin; at < begin + quarters; at++) if (orderRow[at] > 0) orderUsed[pair] = 1;
    if (orderUsed[pair] === 0) order.fill(0, begin, begin + quarters);
  }

  #moveAccess(pair: number, byChild: number, byParent: number, scale: number): void {
    const { problem, pairChild, moneyWeight } = this.#candidates;
    const fee = problem.settlements.accessFee[pairChild[pair]];
    if (fee === 0) return;
    const { access, budget } = this.multipliers;
    const most = fee === Infinity ? Infinity : fee * (moneyWeight + budget[0]);
    const length = scale * LENGTH.access * Math.min(most, this.#size);
    for (let o = 0; o < problem.operators; o++) {
      const at = pair * problem.operators + o;
      const lacking = Number(byChild === o) - Number(byParent === o);
      if (lacking > 0 || access[at] > 0) move(access, this.#past.access, at, lacking, length);
      if (access[at] > most) access[at] = most;
    }
  }
}

function move(prices: Float64Array, past: Float64Array, at: number, over: number, length: number): void {
  if (over === 0) return;
  past[at] += over * over;
  prices[at] = Math.max(0, prices[at] + (length * over) / Math.sqrt(past[at]));
}

/** What prices are of the size of: what cheapest links, or all links, cost in the mean by what they take of each limit. */
function naturalSizes({ settlements, first, money, work, subsidy, time, moneyWeight, problem }: Candidates) {
  const { quarters } = problem;
  const nothing = { value: 0, money: 0, work: 0, subsidy: 0 };
  const cheapest = { ...nothing };
  const all = { ...nothing };
  const add = (sum: typeof nothing, link: number, waiting: number) => {
    sum.value += money[link] * moneyWeight + waiting;
    sum.money += money[link];
    sum.work += work[link];
    sum.subsidy += subsidy[link];
  };
  for (let s = 0; s < settlements; s++) {
    const waiting = (time[s * (quarters + 1) + quarters - 1] - time[s * (quarters + 1)]) / 2;
    let best = first[s];
    for (let link = first[s]; link < first[s + 1]; link++) {
      add(all, link, waiting);
      if (money[link] < money[best]) best = link;
    }
    if (best < first[s + 1]) add(cheapest, best, waiting);
  }
  const ratio = (of: 'money' | 'work' | 'subsidy') =>
    Math.max(...[cheapest, all].map((sum) => (sum[of] > 0 ? sum.value / sum[of] : 0)));
  return {
    crews: ratio('work'),
    subsidy: ratio('subsidy'),
    budget: ratio('money'),
    link: cheapest.value / Math.max(1, settlements),
  };
}
