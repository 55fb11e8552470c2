import type { Candidates } from './candidates.ts';
import { Islands } from './islands.ts';
import type { Prices } from './model.ts';

/**
 * The prices of all limits: of crews, subsidy, budget and floors, which have a meaning to people, and of three families
 * that hold the tree together.
 *
 * *Order*, by pair and quarter: a settlement is served through its parent by the end of a quarter only if the parent
 * is served by then, by a link that carries. *Access*, by pair and operator: it is served through its parent by an
 * operator only if that operator serves the parent, or the access fee is paid; so its price never exceeds the fee. In
 * both, a parent that hangs from this very settlement does not count. *Islands* have a file of their own.
 */
export class Multipliers {
  /** At `operator × quarters + quarter`. */
  readonly crews: Float64Array;
  readonly subsidy: Float64Array;
  /** One entry. */
  readonly budget = new Float64Array(1);
  readonly floors: Float64Array;
  /** At `pair × quarters + quarter`: the price of each row; and summed from that quarter to the last. */
  readonly orderRow: Float64Array;
  readonly order: Float64Array;
  /** By pair: 1 where any of its rows has a price. */
  readonly orderUsed: Uint8Array;
  /** At `pair × operators + operator`. */
  readonly access: Float64Array;

  readonly islands: Islands;

  /** Derived: subsidy by quarter; what a settlement gains by being a possible parent, by quarter, and by operator. */
  readonly subsidyByQuarter: Float64Array;
  readonly carrierGain: Float64Array;
  readonly operatorGain: Float64Array;
  /** Derived: at `region × quarters + quarter`, what a resident served then is worth to the floors. */
  readonly #floorGain: Float64Array;
  readonly #candidates: Candidates;

  constructor(candidates: Candidates) {
    const { problem, pairParent, settlements } = candidates;
    const { operators, quarters, years, regions, floors } = problem;
    this.#candidates = candidates;
    this.islands = new Islands(candidates);
    this.crews = new Float64Array(operators * quarters);
    this.subsidy = new Float64Array(years);
    this.floors = new Float64Array(floors.length);
    this.orderRow = new Float64Array(pairParent.length * quarters);
    this.order = new Float64Array(pairParent.length * quarters);
    this.orderUsed = new Uint8Array(pairParent.length);
    this.access = new Float64Array(pairParent.length * operators);
    this.subsidyByQuarter = new Float64Array(quarters);
    this.carrierGain = new Float64Array(settlements * quarters);
    this.operatorGain = new Float64Array(settlements * operators);
    this.#floorGain = new Float64Array(regions * quarters);
  }

  /** To be called after prices were changed. */
  derive(): void {
    const { problem, pairParent } = this.#candidates;
    const { operators, quarters, yearOf, floors } = problem;
    for (let q = 0; q < quarters; q++) this.subsidyByQuarter[q] = this.subsidy[yearOf[q]];
    this.#floorGain.fill(0);
    floors.forEach(({ region, quarter }, floor) => {
      for (let q = 0; q <= quarter; q++) this.#floorGain[region * quarters + q] += this.floors[floor];
    });
    this.carrierGain.fill(0);
    this.operatorGain.fill(0);
    for (let pair = 0; pair < pairParent.length; pair++) {
      const parent = pairParent[pair];
      if (this.orderUsed[pair] === 1) {
        let sum = 0;
        for (let q = quarters - 1; q >= 0; q--) {
          sum += this.orderRow[pair * quarters + q];
          this.order[pair * quarters + q] = sum;
          this.carrierGain[parent * quarters + q] += sum;
        }
      }
      for (let o = 0; o < operators; o++)
        this.operatorGain[parent * operators + o] += this.access[pair * operators + o];
    }
  }

  floorGain(settlement: number, quarter: number): number {
    const { problem } = this.#candidates;
    if (problem.floors.length === 0) return 0;
    const { region, residents } = problem.settlements;
    return residents[settlement] * this.#floorGain[region[settlement] * problem.quarters + quarter];
  }

  /** What the limits are worth at these prices: to be taken from what the relaxed plan costs. */
  worth(): number {
    const { crews, subsidy, objective, floors } = this.#candidates.problem;
    let sum = 0;
    for (let at = 0; at < crews.length; at++) sum += this.crews[at] * crews[at];
    for (let year = 0; year < subsidy.length; year++) {
      if (this.subsidy[year] > 0) sum += this.subsidy[year] * subsidy[year];
    }
    if (objective.kind === 'service') sum += this.budget[0] * objective.budget;
    floors.forEach(({ residents }, floor) => (sum -= this.floors[floor] * residents));
    return sum;
  }

  /** Those with a meaning to people, as a copy. */
  prices(): Prices {
    return {
      crews: this.crews.slice(),
      subsidy: this.subsidy.slice(),
      budget: this.budget[0],
      floors: this.floors.slice(),
    };
  }

  /** Takes over prices of another run. */
  take({ crews, subsidy, budget, floors }: Prices): void {
    this.crews.set(crews);
    this.subsidy.set(subsidy);
    this.budget[0] = budget;
    if (floors.length === this.floors.length) this.floors.set(floors);
  }
}
