import type { Candidates } from './candidates.ts';
import type { Draft } from './draft.ts';
import { type Prices, NO_SETTLEMENT, UNSERVED } from './model.ts';
import type { Random } from './random.ts';
import { rankLinks } from './ranking.ts';
import { Trial } from './trial.ts';

const NOWHERE = -2;
/** Of the cheapest links by prices, so many are looked at where a settlement must find another. */
const LOOKED_AT = 12;

/** The random moves of the search, each tried on a draft and kept where it costs no more than a limit. */
export class Moves {
  readonly trial: Trial;
  readonly #candidates: Candidates;
  readonly #draft: Draft;
  readonly #random: Random;
  /** Links of each settlement, the cheapest by prices first. */
  readonly #ranked: Int32Array;
  /** Of the choice made last by `#cheapest`. */
  #choice = { link: NOWHERE, quarter: 0, cost: Infinity };
  readonly #branch: number[] = [];

  constructor(candidates: Candidates, draft: Draft, prices: Prices, random: Random) {
    this.#candidates = candidates;
    this.#draft = draft;
    this.#random = random;
    this.#ranked = rankLinks(candidates, prices);
    this.trial = new Trial(candidates, draft, prices);
  }

  /** Another link (parent, operator, technology), in the same or another quarter; the unserved get one. */
  relink(s: number, limit: number): void {
    const link = this.#anyLink(s, 3);
    if (link === NOWHERE) return;
    const isTimeKept = this.#draft.link[s] >= 0 && (this.#random.bits() & 1) === 1;
    this.#attempt(s, link, isTimeKept ? this.#draft.quarter[s] : this.#anyQuarter(s, link), limit);
  }

  /** The same link in another quarter. */
  retime(s: number, limit: number): void {
    const link = this.#draft.link[s];
    if (link >= 0) this.#attempt(s, link, this.#anyQuarter(s, link), limit);
  }

  /** Two of one operator exchange quarters. */
  exchange(s: number, limit: number): void {
    const draft = this.#draft;
    const link = draft.link[s];
    if (link < 0) return;
    const { operator, problem } = this.#candidates;
    const quarter = this.#random.below(problem.quarters);
    const other = this.#oneOf(draft.slots[operator[link] * problem.quarters + quarter]);
    if (other === NOWHERE || quarter === draft.quarter[s]) return;
    if (draft.change(s, link, quarter) < Infinity) this.#eject(s, link, quarter, other, limit);
  }

  /** No link: room for others. */
  leave(s: number, limit: number): void {
    if (this.#draft.link[s] >= 0) this.#attempt(s, UNSERVED, this.#candidates.problem.quarters, limit);
  }

  /** A settlement takes a link that carries, and those near it that gain by that hang themselves from it. */
  gather(s: number, limit: number): void {
    const { carries, first, feedingFirst, feeding, pairChild, parent } = this.#candidates;
    const draft = this.#draft;
    const link = this.#anyLink(s, 2);
    if (link === NOWHERE || carries[link] === 0) return;
    if (parent[link] !== NO_SETTLEMENT && draft.link[parent[link]] < 0) return;
    const isTimeKept = draft.link[s] >= 0 && (this.#random.bits() & 1) === 1;
    const quarter = isTimeKept ? draft.quarter[s] : this.#anyQuarter(s, link);
    this.trial.begin();
    if (quarter < 0 || !this.trial.make(s, link, quarter)) return;
    for (let at = feedingFirst[s]; at < feedingFirst[s + 1]; at++) {
      const child = pairChild[feeding[at]];
      this.#choice.cost = 0;
      this.#choice.link = NOWHERE;
      for (let one = first[child]; one < first[child + 1]; one++) {
        if (parent[one] === s) this.#consider(child, one, quarter);
      }
      if (this.#choice.link !== NOWHERE) this.trial.make(child, this.#choice.link, this.#choice.quarter);
    }
    this.trial.end(limit);
  }

  /** All who hang from a settlement find themselves another parent; then it may choose anew, no longer needing to carry. */
  scatter(s: number, limit: number): void {
    const draft = this.#draft;
    if (draft.firstChild[s] < 0) return;
    this.trial.begin();
    for (let child = draft.firstChild[s]; child >= 0; child = draft.firstChild[s]) {
      if (!this.#chooseAnew(child, s, Infinity)) return this.trial.undo();
    }
    this.#chooseAnew(s, NOWHERE, 0);
    this.trial.end(limit);
  }

  /** A settlement goes to another quarter, and whoever it waits for, or who waits for it, goes along as far as needed. */
  shift(s: number, limit: number): void {
    const { parent, problem } = this.#candidates;
    const draft = this.#draft;
    if (draft.link[s] < 0) return;
    const quarter = this.#random.below(problem.quarters);
    this.trial.begin();
    const group = this.#branch;
    group.length = 0;
    if (quarter > draft.quarter[s]) {
      group.push(s);
      for (let at = 0; at < group.length; at++) {
        for (let child = draft.firstChild[group[at]]; child >= 0; child = draft.nextSibling[child]) {
          if (draft.quarter[child] < quarter) group.push(child);
        }
      }
    } else {
      for (let at = s; at >= 0 && draft.quarter[at] > quarter; at = parent[draft.link[at]]) group.push(at);
    }
    // Those beneath first where all become later, those above first where all become earlier.
    for (let at = group.length - 1; at >= 0; at--) {
      if (!this.trial.make(group[at], draft.link[group[at]], quarter)) return this.trial.undo();
    }
    this.trial.end(limit);
  }

  /** A whole branch goes to another operator, by the same ways, in the same quarters. */
  rename(s: number, limit: number): void {
    const { problem } = this.#candidates;
    const draft = this.#draft;
    if (draft.link[s] < 0) return;
    const by = this.#random.below(problem.operators);
    this.trial.begin();
    const branch = this.#branch;
    branch.length = 0;
    branch.push(s);
    for (let at = 0; at < branch.length; at++) {
      const member = branch[at];
      const link = this.#sameWayBy(member, by);
      if (link === NOWHERE || !this.trial.make(member, link, draft.quarter[member])) {
        if (at === 0) return this.trial.undo();
        continue;
      }
      for (let child = draft.firstChild[member]; child >= 0; child = draft.nextSibling[child]) branch.push(child);
    }
    this.trial.end(limit);
  }

  #attempt(s: number, link: number, quarter: number, limit: number): void {
    const draft = this.#draft;
    if (quarter < 0 || (link === draft.link[s] && quarter === draft.quarter[s])) return;
    const change = draft.change(s, link, quarter);
    if (change === Infinity) return;
    if (draft.fits(s, link, quarter)) {
      if (this.trial.cost(s, link, quarter) <= limit) draft.make(s, link, quarter, change);
      return;
    }
    const other = this.#whoMightMakeRoom(s, link, quarter);
    if (other !== NOWHERE && other !== s) this.#eject(s, link, quarter, other, limit);
  }

  /** One change, and another settlement makes room for it: it goes to where the first was, or anywhere, or out. */
  #eject(s: number, link: number, quarter: number, other: number, limit: number): void {
    const { problem, operator } = this.#candidates;
    const draft = this.#draft;
    const random = this.#random;
    const left = { link: draft.link[s], quarter: draft.quarter[s] };
    const old = draft.link[other];
    this.trial.begin();
    if (!this.trial.make(s, link, quarter)) return;
    let target: number;
    let when: number;
    if (left.link >= 0 && random.unit() < 0.6) {
      target = operator[left.link] === operator[old] ? old : this.#linkBy(other, operator[left.link]);
      when = left.quarter;
    } else if (draft.firstChild[other] < 0 && random.unit() < 0.2) {
      target = UNSERVED;
      when = problem.quarters;
    } else {
      target = random.bits() & 1 ? old : this.#anyLink(other, 3);
      when = target === NOWHERE ? -1 : this.#anyQuarter(other, target);
    }
    if (target === NOWHERE || when < 0 || !this.trial.make(other, target, when)) return this.trial.undo();
    this.trial.end(limit);
  }

  /** Somebody who draws on the limit that stands in the way. */
  #whoMightMakeRoom(s: number, link: number, quarter: number): number {
    const { problem, settlements, work } = this.#candidates;
    const draft = this.#draft;
    const random = this.#random;
    const slot = draft.slotOf(link, quarter);
    if (draft.work[slot] + work[link] > problem.crews[slot]) return this.#oneOf(draft.slots[slot]);
    if (problem.objective.kind === 'service' && draft.money + draft.moneyChange(s, link) > problem.objective.budget) {
      const other = random.below(settlements);
      return draft.link[other] < 0 ? NOWHERE : other;
    }
    const other = random.below(problem.quarters);
    if (problem.yearOf[other] !== problem.yearOf[quarter]) return NOWHERE;
    return this.#oneOf(draft.slots[random.below(problem.operators) * problem.quarters + other]);
  }

  /** The cheapest of a few links but those from `without`, for less than `most`; made where there is one. */
  #chooseAnew(s: number, without: number, most: number): boolean {
    const { first, parent } = this.#candidates;
    this.#choice.cost = most;
    this.#choice.link = NOWHERE;
    const end = Math.min(first[s + 1], first[s] + LOOKED_AT);
    for (let at = first[s]; at < end; at++) {
      const link = this.#ranked[at];
      if (parent[link] !== without) this.#consider(s, link, 0);
    }
    return this.#choice.link !== NOWHERE && this.trial.make(s, this.#choice.link, this.#choice.quarter);
  }

  /** Remembers a link, in the settlement's quarter or another not before the earliest, if it is the cheapest yet. */
  #consider(s: number, link: number, earliest: number): void {
    const { problem } = this.#candidates;
    const draft = this.#draft;
    let quarter = Math.max(earliest, Math.min(draft.quarter[s], problem.quarters - 1));
    for (let tries = 0; tries < 2; tries++) {
      const cost = this.trial.cost(s, link, quarter);
      if (cost < this.#choice.cost && draft.hasCrews(s, link, quarter)) {
        this.#choice.cost = cost;
        this.#choice.link = link;
        this.#choice.quarter = quarter;
      }
      quarter = earliest + this.#random.below(problem.quarters - earliest);
    }
  }

  /** Any link of a settlement; the greater the power, the more often one of the cheapest. */
  #anyLink(s: number, power: 2 | 3): number {
    const { first } = this.#candidates;
    const count = first[s + 1] - first[s];
    if (count === 0) return NOWHERE;
    const u = this.#random.unit();
    return this.#ranked[first[s] + Math.floor(count * (power === 2 ? u * u : u * u * u))];
  }

  /** One of the cheapest links by an operator. */
  #linkBy(s: number, by: number): number {
    const { first, operator } = this.#candidates;
    for (let at = first[s]; at < first[s + 1]; at++) {
      const link = this.#ranked[at];
      if (operator[link] === by && this.#random.unit() < 0.7) return link;
    }
    return NOWHERE;
  }

  /** The cheapest link by an operator to the same parent, or from no settlement as now. */
  #sameWayBy(s: number, by: number): number {
    const { first, operator, parent } = this.#candidates;
    const from = parent[this.#draft.link[s]];
    for (let at = first[s]; at < first[s + 1]; at++) {
      const link = this.#ranked[at];
      if (operator[link] === by && parent[link] === from) return link;
    }
    return NOWHERE;
  }

  /** Any quarter between that of the parent and those of the children; -1 where there is none. */
  #anyQuarter(s: number, link: number): number {
    const { parent, problem } = this.#candidates;
    const draft = this.#draft;
    const from = parent[link] === NO_SETTLEMENT ? 0 : draft.quarter[parent[link]];
    let end = problem.quarters;
    for (let child = draft.firstChild[s]; child >= 0; child = draft.nextSibling[child]) {
      end = Math.min(end, draft.quarter[child] + 1);
    }
    return from >= end ? -1 : from + this.#random.below(end - from);
  }

  #oneOf(members: readonly number[]): number {
    return members.length === 0 ? NOWHERE : members[this.#random.below(members.length)];
  }
}
