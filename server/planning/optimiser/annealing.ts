import type { Candidates } from './candidates.ts';
import { type Draft, priced } from './draft.ts';
import { type Prices, NO_SETTLEMENT, UNSERVED } from './model.ts';
import { Random } from './random.ts';

const HOTTEST = 0.3;
const COLDEST = 0.001;
const P = (_: string, or: number) => or;

export const stats: Record<string, number> = {};
const stat = (name: string, ok: boolean) => {
  const n = name + (ok ? '+' : '-');
  stats[n] = (stats[n] ?? 0) + 1;
};

export class Annealing {
  readonly #candidates: Candidates;
  readonly #draft: Draft;
  readonly #random: Random;
  readonly #ranked: Int32Array;
  readonly #unit: number;
  #fade = 0;
  #temperature = 0;

  constructor(candidates: Candidates, draft: Draft, prices: Prices, seed: number) {
    this.#candidates = candidates;
    this.#draft = draft;
    this.#random = new Random(seed);
    this.#ranked = rank(candidates, prices);
    this.#prices = prices;
    this.#unit = Math.abs(draft.cost) / Math.max(1, candidates.settlements);
  }
  #prices: Prices;

  /** So many moves, from this share of the whole run on. */
  run(moves: number, done: number): void {
    this.#temperature = this.#unit * HOTTEST * (COLDEST / HOTTEST) ** done;
    this.#fade = 1 - done;
    for (let i = 0; i < moves; i++) this.#move();
  }

  #move() {
    const { settlements, problem, first, operator } = this.#candidates;
    const draft = this.#draft;
    const random = this.#random;
    const s = random.below(settlements);
    const r = random.unit();
    const old = draft.link[s];
    let link = old;
    let quarter = draft.quarter[s];
    if (old < 0 || r < P0) {
      const count = first[s + 1] - first[s];
      if (count === 0) return;
      const u = random.unit();
      link = this.#ranked[first[s] + Math.floor(count * u * u * u)];
      if (old < 0 || random.bits() & 1) quarter = this.#anyQuarter(s, link);
      else quarter = Math.min(problem.quarters - 1, quarter);
    } else if (r < P1) {
      quarter = this.#anyQuarter(s, link);
    } else if (r < P2) {
      // swap with another of the same operator
      const o = operator[old];
      const q = random.below(problem.quarters);
      const members = draft.slots[o * problem.quarters + q];
      if (members.length === 0 || q === quarter) return;
      this.#exchange(s, link, q, members[random.below(members.length)]);
      return;
    } else if (r < P3) {
      this.#branch(s);
      return;
    } else {
      link = UNSERVED;
      quarter = problem.quarters;
    }
    if (quarter < 0) return;
    if (link === old && quarter === draft.quarter[s]) return;
    const change = draft.change(s, link, quarter);
    if (change === Infinity) return;
    const limit = this.#limit();
    if (draft.fits(s, link, quarter)) {
      if (change + this.#guided(s, link, quarter) <= limit) draft.make(s, link, quarter, change);
      return;
    }
    // room has to be made
    const other = this.#whoMightMakeRoom(s, link, quarter);
    if (other < 0 || other === s) return;
    this.#eject(s, link, quarter, change, other, limit);
  }

  #whoMightMakeRoom(s: number, link: number, quarter: number): number {
    const { problem, settlements, work } = this.#candidates;
    const draft = this.#draft;
    const slot = draft.slotOf(link, quarter);
    let members = draft.slots[slot];
    if (draft.work[slot] + work[link] <= problem.crews[slot]) {
      if (problem.objective.kind === 'service' && draft.money + draft.moneyChange(s, link) > problem.objective.budget) {
        const other = this.#random.below(settlements);
        return draft.link[other] < 0 ? -1 : other;
      }
      let q = quarter;
      do q = this.#random.below(problem.quarters);
      while (problem.yearOf[q] !== problem.yearOf[quarter]);
      members = draft.slots[this.#random.below(problem.operators) * problem.quarters + q];
    }
    return members.length === 0 ? -1 : members[this.#random.below(members.length)];
  }

  #anyQuarter(s: number, link: number): number {
    const { parent, problem } = this.#candidates;
    const draft = this.#draft;
    const p = parent[link];
    const from = p === NO_SETTLEMENT ? 0 : draft.quarter[p];
    let to = problem.quarters;
    for (let child = draft.firstChild[s]; child >= 0; child = draft.nextSibling[child]) {
      if (draft.quarter[child] + 1 < to) to = draft.quarter[child] + 1;
    }
    return from >= to ? -1 : from + this.#random.below(to - from);
  }

  #exchange(s: number, link: number, quarter: number, other: number) {
    const draft = this.#draft;
    const change = draft.change(s, link, quarter);
    if (change === Infinity) return;
    this.#eject(s, link, quarter, change, other, this.#limit());
  }

  /** s goes in, other goes to where s was or anywhere */
  #eject(s: number, link: number, quarter: number, change: number, other: number, limit: number) {
    const { first, problem, operator } = this.#candidates;
    const draft = this.#draft;
    const random = this.#random;
    const oldLink = draft.link[s];
    const oldQuarter = draft.quarter[s];
    const oldSlot = draft.slotOf(oldLink, oldQuarter);
    const guided = this.#guided(s, link, quarter);
    if (change + guided > limit + this.#temperature * 3 + BOLD * this.#temperature) {
      /* hopeless unless the other gains */
    }
    draft.make(s, link, quarter, change);
    const otherLink = draft.link[other];
    let target: number;
    let targetQuarter: number;
    if (oldLink >= 0 && random.unit() < 0.6) {
      targetQuarter = oldQuarter;
      target = operator[oldLink] === operator[otherLink] ? otherLink : this.#linkBy(other, operator[oldLink]);
    } else if (draft.firstChild[other] < 0 && random.unit() < UNS) {
      target = UNSERVED;
      targetQuarter = problem.quarters;
    } else {
      const u = random.unit();
      const count = first[other + 1] - first[other];
      target = random.bits() & 1 ? otherLink : this.#ranked[first[other] + Math.floor(count * u * u * u)];
      targetQuarter = this.#anyQuarter(other, target);
    }
    if (target !== NOWHERE && targetQuarter >= 0) {
      const second = draft.change(other, target, targetQuarter);
      if (second < Infinity && change + second + guided + this.#guided(other, target, targetQuarter) <= limit) {
        const otherQuarter = draft.quarter[other];
        const from = draft.slotOf(otherLink, otherQuarter);
        draft.make(other, target, targetQuarter, second);
        if (
          draft.holds(draft.slotOf(target, targetQuarter)) &&
          draft.holds(from) &&
          draft.holds(draft.slotOf(link, quarter)) &&
          draft.holds(oldSlot)
        )
          return;
        draft.make(other, otherLink, otherQuarter, -second);
      }
    }
    draft.make(s, oldLink, oldQuarter, -change);
  }

  #linkBy(s: number, by: number): number {
    const { first, operator } = this.#candidates;
    const count = first[s + 1] - first[s];
    if (count === 0) return NOWHERE;
    let at = this.#random.below(count);
    for (let tries = 0; tries < count; tries++) {
      const link = this.#ranked[first[s] + tries];
      if (operator[link] === by && (tries >= at || this.#random.unit() < 0.7)) return link;
    }
    return NOWHERE;
  }

  #branch(s: number) {
    const r = this.#random.unit();
    if (r < 0.5) this.#gather(s);
    else this.#scatter(s);
  }

  #undo: { s: number; link: number; quarter: number; change: number }[] = [];
  #do(s: number, link: number, quarter: number, change: number): number {
    const draft = this.#draft;
    const guided = this.#guided(s, link, quarter);
    this.#undo.push({ s, link: draft.link[s], quarter: draft.quarter[s], change });
    draft.make(s, link, quarter, change);
    return change + guided;
  }
  #undoAll() {
    for (let i = this.#undo.length - 1; i >= 0; i--) {
      const { s, link, quarter, change } = this.#undo[i];
      this.#draft.make(s, link, quarter, -change);
    }
    this.#undo.length = 0;
  }

  /** s becomes a carrier, and those near it that gain by it hang from it. */
  #gather(s: number) {
    const { carries, first, feedingFirst, feeding, pairChild, problem, parent } = this.#candidates;
    const draft = this.#draft;
    const count = first[s + 1] - first[s];
    if (count === 0) return;
    const u = this.#random.unit();
    const link = this.#ranked[first[s] + Math.floor(count * u * u)];
    if (carries[link] === 0) return;
    const p = parent[link];
    if (p >= 0 && draft.link[p] < 0) return;
    const quarter = this.#random.bits() & 1 && draft.link[s] >= 0 ? draft.quarter[s] : this.#anyQuarter(s, link);
    if (quarter < 0 || quarter >= problem.quarters || !draft.fits(s, link, quarter)) return;
    const change = draft.change(s, link, quarter);
    if (change === Infinity) return;
    this.#undo.length = 0;
    const limit = this.#limit();
    let total = link === draft.link[s] && quarter === draft.quarter[s] ? 0 : this.#do(s, link, quarter, change);
    for (let at = feedingFirst[s]; at < feedingFirst[s + 1]; at++) {
      const child = pairChild[feeding[at]];
      let bestChange = 0;
      let bestLink = -1;
      let bestQuarter = 0;
      const old = draft.quarter[child];
      for (let l = first[child]; l < first[child + 1]; l++) {
        if (parent[l] !== s) continue;
        let q = Math.max(quarter, Math.min(old, problem.quarters - 1));
        for (let tries = 0; tries < 2; tries++) {
          if (draft.fits(child, l, q)) {
            const c = draft.change(child, l, q);
            if (c < Infinity) {
              const g = c + this.#guided(child, l, q);
              if (g < bestChange) {
                bestChange = g;
                bestLink = l;
                bestQuarter = q;
              }
            }
          }
          q = quarter + this.#random.below(problem.quarters - quarter);
        }
      }
      if (bestLink >= 0) total += this.#do(child, bestLink, bestQuarter, draft.change(child, bestLink, bestQuarter));
    }
    if (total > limit) this.#undoAll();
    stat('gather', total <= limit);
  }

  /** All children of s find another parent, then s may take any link. */
  #scatter(s: number) {
    const { first, problem, carries, parent } = this.#candidates;
    const draft = this.#draft;
    if (draft.firstChild[s] < 0) return;
    this.#undo.length = 0;
    const limit = this.#limit();
    let total = 0;
    for (let child = draft.firstChild[s]; child >= 0; child = draft.firstChild[s]) {
      let best = Infinity,
        bestLink = -1,
        bestQuarter = 0;
      const end = Math.min(first[child + 1], first[child] + 12);
      const old = draft.quarter[child];
      for (let at = first[child]; at < end; at++) {
        const l = this.#ranked[at];
        if (parent[l] === s || (carries[l] === 0 && draft.firstChild[child] >= 0)) continue;
        let q = old;
        for (let tries = 0; tries < 2; tries++) {
          if (draft.fits(child, l, q)) {
            const c = draft.change(child, l, q);
            if (c < Infinity) {
              const g = c + this.#guided(child, l, q);
              if (g < best) {
                best = g;
                bestLink = l;
                bestQuarter = q;
              }
            }
          }
          q = this.#random.below(problem.quarters);
        }
      }
      if (bestLink < 0) {
        this.#undoAll();
        return;
      }
      total += this.#do(child, bestLink, bestQuarter, draft.change(child, bestLink, bestQuarter));
    }
    let best = 0,
      bestLink = -1,
      bestQuarter = 0;
    const end = Math.min(first[s + 1], first[s] + 12);
    for (let at = first[s]; at < end; at++) {
      const l = this.#ranked[at];
      let q = draft.quarter[s];
      for (let tries = 0; tries < 2; tries++) {
        if (draft.fits(s, l, q)) {
          const c = draft.change(s, l, q);
          if (c < Infinity) {
            const g = c + this.#guided(s, l, q);
            if (g < best) {
              best = g;
              bestLink = l;
              bestQuarter = q;
            }
          }
        }
        q = this.#random.below(problem.quarters);
      }
    }
    if (bestLink >= 0) total += this.#do(s, bestLink, bestQuarter, draft.change(s, bestLink, bestQuarter));
    if (total > limit) this.#undoAll();
    stat('scatter', total <= limit);
  }

  #guided(s: number, link: number, quarter: number): number {
    if (this.#fade === 0) return 0;
    const draft = this.#draft;
    const old = draft.link[s];
    const after = link < 0 ? 0 : priced(this.#candidates, this.#prices, link, quarter);
    const before = old < 0 ? 0 : priced(this.#candidates, this.#prices, old, draft.quarter[s]);
    return this.#fade * (after - before);
  }

  #limit(): number {
    return this.#temperature * EXPONENTIAL[this.#random.bits() & 4095];
  }
}
const NOWHERE = -2,
  UNS = P('UNS', 0.2);
const P0 = P('P0', 0.55),
  P1 = P('P1', 0.75),
  P2 = P('P2', 0.9),
  P3 = P('P3', 0.98),
  BOLD = 0;

const EXPONENTIAL = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

/** Links of each settlement, the cheapest by prices first */
function rank(candidates: Candidates, prices: Prices): Int32Array {
  const { settlements, first, money, moneyWeight, quarters, problem, time } = candidates;
  const value = new Float64Array(money.length);
  for (let s = 0; s < settlements; s++) {
    for (let link = first[s]; link < first[s + 1]; link++) {
      let least = Infinity;
      for (let q = 0; q < problem.quarters; q++) {
        if ((quarters[link] >>> q) & 1) {
          const cost = priced(candidates, prices, link, q) + time[s * (problem.quarters + 1) + q];
          if (cost < least) least = cost;
        }
      }
      value[link] = least + money[link] * moneyWeight;
    }
  }
  const ranked = Int32Array.from(money, (_, link) => link);
  for (let s = 0; s < settlements; s++) {
    ranked.subarray(first[s], first[s + 1]).sort((a, b) => value[a] - value[b] || a - b);
  }
  return ranked;
}
