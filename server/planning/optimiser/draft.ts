import type { Candidates } from './candidates.ts';
import { type Plan, type Prices, NO_SETTLEMENT, UNSERVED } from './model.ts';

const NOBODY = -1;
/** Limits are kept up to rounding of sums. */
const ROUNDING = 1e-9;

/**
 * A plan in the making: what a change would cost is told before it is made, and a change is made in the time that it
 * takes to look at the children of one settlement. The tree is always sound; limits are for the caller to keep.
 *
 * A settlement without a link has the link -1 and the quarter `quarters`.
 */
export class Draft {
  readonly link: Int32Array;
  readonly quarter: Uint8Array;
  /** What is used of crews, at `operator × quarters + quarter`; of subsidy, by year; of money (links and fees). */
  readonly work: Float64Array;
  readonly subsidy: Float64Array;
  money = 0;
  /** In the unit of the objective; sums of many changes, so not to the last tenge. */
  cost: number;
  /** Who is finished by an operator in a quarter, in no order; the last: the unserved. */
  readonly slots: number[][];
  readonly #candidates: Candidates;
  readonly #place: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly #previousSibling: Int32Array;
  /** By floor: residents served in time. */
  readonly #served: Float64Array;
  readonly #quarters: number;
  readonly #budget: number;

  constructor(candidates: Candidates) {
    const { settlements, problem, time } = candidates;
    const { operators, quarters, years, objective, floors } = problem;
    this.#candidates = candidates;
    this.#quarters = quarters;
    this.#budget = objective.kind === 'service' ? objective.budget : Infinity;
    this.link = new Int32Array(settlements).fill(UNSERVED);
    this.quarter = new Uint8Array(settlements).fill(quarters);
    this.work = new Float64Array(operators * quarters);
    this.subsidy = new Float64Array(years);
    this.slots = Array.from({ length: operators * quarters + 1 }, () => []);
    const unserved = this.slots[operators * quarters];
    for (let s = 0; s < settlements; s++) unserved.push(s);
    this.#place = Int32Array.from(unserved);
    this.firstChild = new Int32Array(settlements).fill(NOBODY);
    this.nextSibling = new Int32Array(settlements).fill(NOBODY);
    this.#previousSibling = new Int32Array(settlements).fill(NOBODY);
    this.#served = new Float64Array(floors.length);
    this.cost = 0;
    for (let s = 0; s < settlements; s++) this.cost += time[s * (quarters + 1) + quarters];
    for (const { residents, price } of floors) this.cost += price * residents;
  }

  /** The slot of a link in a quarter; -1, any: that of the unserved. */
  slotOf(link: number, quarter: number): number {
    return link < 0 ? this.slots.length - 1 : this.#candidates.operator[link] * this.#quarters + quarter;
  }

  /** What the objective would gain or lose, were this settlement so connected; `Infinity` where the tree or the fees forbid it. */
  change(s: number, link: number, quarter: number): number {
    const { parent, carries, operator, quarters: bits } = this.#candidates;
    if (link >= 0) {
      if (((bits[link] >>> quarter) & 1) === 0) return Infinity;
      const p = parent[link];
      if (p !== NO_SETTLEMENT) {
        const ofParent = this.link[p];
        if (ofParent < 0 || carries[ofParent] === 0 || this.quarter[p] > quarter) return Infinity;
        for (let above = p; above !== NO_SETTLEMENT; above = parent[this.link[above]]) {
          if (above === s) return Infinity;
        }
      }
    }
    let change = this.#own(s, link, quarter) - this.#own(s, this.link[s], this.quarter[s]);
    let child = this.firstChild[s];
    if (child !== NOBODY) {
      if (link < 0 || carries[link] === 0) return Infinity;
      const before = operator[this.link[s]];
      const after = operator[link];
      for (; child !== NOBODY; child = this.nextSibling[child]) {
        if (this.quarter[child] < quarter) return Infinity;
        if (before !== after) change += this.#feeChange(child, before, after);
      }
    }
    return this.#served.length === 0 ? change : change + this.#floorChange(s, quarter, false);
  }

  /** Whether the limits would hold. */
  fits(s: number, link: number, quarter: number): boolean {
    if (link < 0) return true;
    if (!this.hasCrews(s, link, quarter)) return false;
    const { subsidy, problem } = this.#candidates;
    const old = this.link[s];
    const year = problem.yearOf[quarter];
    const isSameYear = old >= 0 && problem.yearOf[this.quarter[s]] === year;
    const subsidyAfter = this.subsidy[year] + subsidy[link] - (isSameYear ? subsidy[old] : 0);
    if (subsidyAfter > problem.subsidy[year] * (1 + ROUNDING)) return false;
    return this.#budget === Infinity || this.money + this.moneyChange(s, link) <= this.#budget * (1 + ROUNDING);
  }

  /** Whether the operator's crews could do it in that quarter. */
  hasCrews(s: number, link: number, quarter: number): boolean {
    const { work, problem } = this.#candidates;
    const old = this.link[s];
    const slot = this.slotOf(link, quarter);
    const isSame = old >= 0 && this.slotOf(old, this.quarter[s]) === slot;
    return this.work[slot] + work[link] - (isSame ? work[old] : 0) <= problem.crews[slot] * (1 + ROUNDING);
  }

  /** Whether the limits that a slot draws on hold now. */
  holds(slot: number): boolean {
    const { problem } = this.#candidates;
    if (slot === this.slots.length - 1) return true;
    const year = problem.yearOf[slot % this.#quarters];
    return (
      this.work[slot] <= problem.crews[slot] * (1 + ROUNDING) &&
      this.subsidy[year] <= problem.subsidy[year] * (1 + ROUNDING) &&
      this.money <= this.#budget * (1 + ROUNDING)
    );
  }

  /** Makes a change whose cost was told by `change`. */
  make(s: number, link: number, quarter: number, change: number): void {
    const { parent, work, subsidy, problem, operator } = this.#candidates;
    const old = this.link[s];
    if (this.#budget !== Infinity) this.money += this.moneyChange(s, link);
    if (this.#served.length > 0) this.#floorChange(s, quarter, true);
    if (old >= 0) {
      const slot = operator[old] * this.#quarters + this.quarter[s];
      this.work[slot] -= work[old];
      this.subsidy[problem.yearOf[this.quarter[s]]] -= subsidy[old];
      if (parent[old] !== NO_SETTLEMENT) this.#unhang(s, parent[old]);
    }
    this.#leaveSlot(s);
    this.link[s] = link;
    this.quarter[s] = quarter;
    if (link >= 0) {
      this.work[operator[link] * this.#quarters + quarter] += work[link];
      this.subsidy[problem.yearOf[quarter]] += subsidy[link];
      if (parent[link] !== NO_SETTLEMENT) this.#hang(s, parent[link]);
    }
    const members = this.slots[this.slotOf(link, quarter)];
    this.#place[s] = members.push(s) - 1;
    this.cost += change;
  }

  /** What a settlement pays for using its parent: nothing, or the access fee. */
  fee(s: number, link: number): number {
    const { parent, operator, problem } = this.#candidates;
    if (link < 0) return 0;
    const p = parent[link];
    return p === NO_SETTLEMENT || operator[this.link[p]] === operator[link] ? 0 : problem.settlements.accessFee[s];
  }

  /** Tenge more or less, in links and fees. */
  moneyChange(s: number, link: number): number {
    const { money, operator } = this.#candidates;
    const old = this.link[s];
    let change = this.fee(s, link) - this.fee(s, old);
    if (link >= 0) change += money[link];
    if (old >= 0) change -= money[old];
    if (old >= 0 && link >= 0 && operator[old] !== operator[link]) {
      for (let child = this.firstChild[s]; child !== NOBODY; child = this.nextSibling[child]) {
        change += this.#feeOf(child, operator[link]) - this.#feeOf(child, operator[old]);
      }
    }
    return change;
  }

  /** The plan, in links of the problem. */
  plan(): Plan {
    const { original } = this.#candidates;
    return {
      link: this.link.map((link) => (link < 0 ? UNSERVED : original[link])),
      quarter: Int8Array.from(this.link, (link, s) => (link < 0 ? UNSERVED : this.quarter[s])),
    };
  }

  #own(s: number, link: number, quarter: number): number {
    const { time, money, moneyWeight } = this.#candidates;
    const waiting = time[s * (this.#quarters + 1) + quarter];
    if (link < 0) return waiting;
    const fee = this.fee(s, link);
    if (fee === Infinity) return Infinity;
    return moneyWeight === 0 ? waiting : waiting + money[link] + fee;
  }

  #feeOf(child: number, operatorOfParent: number): number {
    const { operator, problem } = this.#candidates;
    return operator[this.link[child]] === operatorOfParent ? 0 : problem.settlements.accessFee[child];
  }

  #feeChange(child: number, before: number, after: number): number {
    const fee = this.#feeOf(child, after);
    if (fee === Infinity) return Infinity;
    return this.#candidates.moneyWeight === 0 ? 0 : fee - this.#feeOf(child, before);
  }

  #floorChange(s: number, quarter: number, isMade: boolean): number {
    const { floors, settlements } = this.#candidates.problem;
    const people = settlements.residents[s];
    let change = 0;
    floors.forEach(({ region, quarter: last, residents, price }, floor) => {
      if (region !== settlements.region[s]) return;
      const before = this.#served[floor];
      const after = before + people * (Number(quarter <= last) - Number(this.quarter[s] <= last));
      change += price * (Math.max(0, residents - after) - Math.max(0, residents - before));
      if (isMade) this.#served[floor] = after;
    });
    return change;
  }

  #leaveSlot(s: number): void {
    const members = this.slots[this.slotOf(this.link[s], this.quarter[s])];
    const last = members.pop()!;
    if (last === s) return;
    members[this.#place[s]] = last;
    this.#place[last] = this.#place[s];
  }

  #hang(s: number, parent: number): void {
    const next = this.firstChild[parent];
    this.nextSibling[s] = next;
    this.#previousSibling[s] = NOBODY;
    if (next !== NOBODY) this.#previousSibling[next] = s;
    this.firstChild[parent] = s;
  }

  #unhang(s: number, parent: number): void {
    const next = this.nextSibling[s];
    const previous = this.#previousSibling[s];
    if (next !== NOBODY) this.#previousSibling[next] = previous;
    if (previous === NOBODY) this.firstChild[parent] = next;
    else this.nextSibling[previous] = next;
  }
}

/** What limits are worth to a link in a quarter, at prices. */
export function priced(
  { operator, work, subsidy, money, problem }: Candidates,
  prices: Prices,
  link: number,
  quarter: number,
): number {
  return (
    work[link] * prices.crews[operator[link] * problem.quarters + quarter] +
    subsidy[link] * prices.subsidy[problem.yearOf[quarter]] +
    money[link] * prices.budget
  );
}
