import { Arborescence } from './arborescence.ts';
import { type Candidates, NO_PAIR } from './candidates.ts';
import type { Multipliers } from './multipliers.ts';

/**
 * The problem with its limits priced instead of kept (Lagrangian relaxation: Geoffrion 1974). Given the prices, each
 * link takes its best quarter, and what is left is a minimum-cost arborescence; its cost less what the limits are worth
 * is a bound: with any prices not less than 0, no plan costs less.
 *
 * Whatever was chosen last can be read by settlement until the next evaluation.
 */
export class Relaxation {
  /** By settlement: the link chosen, or -1 where it is left unserved; and its quarter, or the number of quarters. */
  readonly link: Int32Array;
  readonly quarter: Uint8Array;
  readonly #candidates: Candidates;
  readonly #multipliers: Multipliers;
  readonly #tree: Arborescence;
  /** Arcs of the tree: for each settlement the one from the root, then its pairs; with the best link of each. */
  readonly #first: Uint32Array;
  readonly #cost: Float64Array;
  readonly #best: Int32Array;
  readonly #bestQuarter: Uint8Array;
  /** By quarter, of the settlement at hand: what time costs, without and with the gains of being a parent. */
  readonly #leaf: Float64Array;
  readonly #carrier: Float64Array;

  constructor(candidates: Candidates, multipliers: Multipliers) {
    const { settlements, pairFirst, pairParent, problem } = candidates;
    this.#candidates = candidates;
    this.#multipliers = multipliers;
    const arcs = settlements + pairParent.length;
    this.#first = pairFirst.map((pair, s) => pair + s);
    const tail = new Int32Array(arcs).fill(-1);
    for (let s = 0; s < settlements; s++) {
      tail.set(pairParent.subarray(pairFirst[s], pairFirst[s + 1]), this.#first[s] + 1);
    }
    this.#tree = new Arborescence(this.#first, tail);
    this.#cost = new Float64Array(arcs);
    this.#best = new Int32Array(arcs);
    this.#bestQuarter = new Uint8Array(arcs);
    this.#leaf = new Float64Array(problem.quarters);
    this.#carrier = new Float64Array(problem.quarters);
    this.link = new Int32Array(settlements);
    this.quarter = new Uint8Array(settlements);
  }

  /** The bound that the multipliers give at present. */
  evaluate(): number {
    const { settlements } = this.#candidates;
    for (let s = 0; s < settlements; s++) this.#price(s);
    const total = this.#tree.solve(this.#cost) - this.#multipliers.worth();
    for (let s = 0; s < settlements; s++) {
      const arc = this.#tree.chosen[s];
      this.link[s] = this.#best[arc];
      this.quarter[s] = this.#bestQuarter[arc];
    }
    return total;
  }

  /** The cheapest link and quarter for each arc into a settlement. */
  #price(s: number): void {
    const candidates = this.#candidates;
    const multipliers = this.#multipliers;
    const { operators, quarters } = candidates.problem;
    const { operator, carries, work, subsidy, pair } = candidates;
    const { crews, subsidyByQuarter, order, orderUsed, access, islands } = multipliers;
    const time = candidates.time;
    const leaf = this.#leaf;
    const carrier = this.#carrier;
    const moneyWeight = candidates.moneyWeight + multipliers.budget[0];
    const timeAt = s * (quarters + 1);
    for (let q = 0; q < quarters; q++) {
      leaf[q] = time[timeAt + q] - multipliers.floorGain(s, q);
      carrier[q] = leaf[q] - multipliers.carrierGain[s * quarters + q];
    }
    const root = this.#first[s];
    for (let arc = root; arc < this.#first[s + 1]; arc++) this.#cost[arc] = Infinity;
    this.#cost[root] = time[timeAt + quarters];
    this.#best[root] = -1;
    this.#bestQuarter[root] = quarters;
    for (let link = candidates.first[s]; link < candidates.first[s + 1]; link++) {
      const o = operator[link];
      const ofPair = pair[link];
      const base = carries[link] === 1 ? carrier : leaf;
      const workHere = work[link];
      const subsidyHere = subsidy[link];
      const bits = candidates.quarters[link];
      const crewsAt = o * quarters;
      let least = Infinity;
      let at = 0;
      const back = ofPair !== NO_PAIR && carries[link] === 1 ? candidates.reverse[ofPair] : NO_PAIR;
      const isOrdered = ofPair !== NO_PAIR && orderUsed[ofPair] === 1;
      const isBackOrdered = back !== NO_PAIR && orderUsed[back] === 1;
      for (let q = 0; q < quarters; q++) {
        let cost = base[q] + workHere * crews[crewsAt + q] + subsidyHere * subsidyByQuarter[q];
        if (isOrdered) cost += order[ofPair * quarters + q];
        if (isBackOrdered) cost += order[back * quarters + q];
        if (cost < least && ((bits >>> q) & 1) === 1) {
          least = cost;
          at = q;
        }
      }
      least += candidates.money[link] * moneyWeight;
      if (carries[link] === 1) least -= multipliers.operatorGain[s * operators + o];
      if (ofPair !== NO_PAIR) least += access[ofPair * operators + o];
      if (back !== NO_PAIR) least += access[back * operators + o];
      if (ofPair !== NO_PAIR) least += islands.ofPair[ofPair];
      if (carries[link] === 1) least += ofPair === NO_PAIR ? islands.ofRoot[s] : islands.ofCarrying[ofPair];
      const arc = ofPair === NO_PAIR ? root : root + 1 + ofPair - candidates.pairFirst[s];
      if (least < this.#cost[arc]) {
        this.#cost[arc] = least;
        this.#best[arc] = link;
        this.#bestQuarter[arc] = at;
      }
    }
  }
}
