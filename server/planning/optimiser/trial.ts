import type { Candidates } from './candidates.ts';
import { type Draft, priced } from './draft.ts';
import type { Prices } from './model.ts';

/** Several changes of a draft that are kept together or taken back together. Limits are looked at when all are made. */
export class Trial {
  /** What the changes cost together, and what they use of limits, by prices, as far as these count. */
  total = 0;
  /** How much the prices count, 1 to 0. */
  fade = 1;
  readonly #candidates: Candidates;
  readonly #draft: Draft;
  readonly #prices: Prices;
  /** What was there before each change. */
  readonly #settlement: number[] = [];
  readonly #link: number[] = [];
  readonly #quarter: number[] = [];
  readonly #change: number[] = [];

  constructor(candidates: Candidates, draft: Draft, prices: Prices) {
    this.#candidates = candidates;
    this.#draft = draft;
    this.#prices = prices;
  }

  begin(): void {
    this.total = 0;
    this.#settlement.length = 0;
    this.#link.length = 0;
    this.#quarter.length = 0;
    this.#change.length = 0;
  }

  /** What a change costs, prices counted; `Infinity` where the tree forbids it. */
  cost(s: number, link: number, quarter: number): number {
    const change = this.#draft.change(s, link, quarter);
    return change === Infinity ? Infinity : change + this.#guidance(s, link, quarter);
  }

  /** Makes a change; false, and nothing made, where the tree forbids it. */
  make(s: number, link: number, quarter: number): boolean {
    const draft = this.#draft;
    if (draft.link[s] === link && draft.quarter[s] === quarter) return true;
    const change = draft.change(s, link, quarter);
    if (change === Infinity) return false;
    this.total += change + this.#guidance(s, link, quarter);
    this.#settlement.push(s);
    this.#link.push(draft.link[s]);
    this.#quarter.push(draft.quarter[s]);
    this.#change.push(change);
    draft.make(s, link, quarter, change);
    return true;
  }

  /** Keeps the changes where they cost no more than so much and the limits hold, or else takes them back. */
  end(limit: number): boolean {
    const isKept = this.total <= limit && this.#holds();
    if (!isKept) this.undo();
    return isKept;
  }

  undo(): void {
    for (let at = this.#settlement.length - 1; at >= 0; at--) {
      this.#draft.make(this.#settlement[at], this.#link[at], this.#quarter[at], -this.#change[at]);
    }
    this.begin();
  }

  #holds(): boolean {
    const draft = this.#draft;
    for (const s of this.#settlement) if (!draft.holds(draft.slotOf(draft.link[s], draft.quarter[s]))) return false;
    return true;
  }

  #guidance(s: number, link: number, quarter: number): number {
    if (this.fade === 0) return 0;
    const old = this.#draft.link[s];
    const after = link < 0 ? 0 : priced(this.#candidates, this.#prices, link, quarter);
    const before = old < 0 ? 0 : priced(this.#candidates, this.#prices, old, this.#draft.quarter[s]);
    return this.fade * (after - before);
  }
}
