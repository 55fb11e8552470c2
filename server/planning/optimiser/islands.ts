import type { Candidates } from './candidates.ts';

/** An island has no more members than so many. */
const LARGEST = 12;
const SMALLEST = 3;

interface Island {
  members: number[];
  /** By member: the price, and the sum of squares of past subgradients. */
  price: Float64Array;
  past: Float64Array;
}

/**
 * Prices that keep settlements from carrying for each other in a ring which nothing carries to: who is served from
 * within a set needs a link that carries into the set. Such sets are without number; those are priced that a relaxed
 * plan was seen to break, a settlement that does not carry and who hangs from it (relax and cut: Lucena 2005).
 */
export class Islands {
  /** What the prices add: by pair to every link, by pair to links that carry, by settlement to those that carry from no settlement. */
  readonly ofPair: Float64Array;
  readonly ofCarrying: Float64Array;
  readonly ofRoot: Float64Array;
  readonly #candidates: Candidates;
  readonly #known = new Map<string, Island>();
  readonly #mark: Int32Array;
  #stamp = 0;

  constructor(candidates: Candidates) {
    this.#candidates = candidates;
    this.ofPair = new Float64Array(candidates.pairParent.length);
    this.ofCarrying = new Float64Array(candidates.pairParent.length);
    this.ofRoot = new Float64Array(candidates.settlements);
    this.#mark = new Int32Array(candidates.settlements);
  }

  /** Moves the prices by what a relaxed plan, the link of each settlement, breaks and keeps. */
  move(link: Int32Array, length: number): void {
    this.#discover(link);
    for (const island of this.#known.values()) this.#moveOne(island, link, length);
    this.#derive();
  }

  #moveOne({ members, price, past }: Island, link: Int32Array, length: number): void {
    const { parent, carries } = this.#candidates;
    this.#markAll(members);
    const isInside = (s: number) => link[s] >= 0 && parent[link[s]] >= 0 && this.#mark[parent[link[s]]] === this.#stamp;
    const isEntry = (s: number) => link[s] >= 0 && carries[link[s]] === 1 && !isInside(s);
    let entries = 0;
    for (const s of members) if (isEntry(s)) entries++;
    members.forEach((s, i) => {
      const over = isInside(s) ? 1 - entries : isEntry(s) ? 1 - entries : -entries;
      if (over === 0 || (over < 0 && price[i] === 0)) return;
      past[i] += over * over;
      price[i] = Math.max(0, price[i] + (length * over) / Math.sqrt(past[i]));
    });
  }

  #derive(): void {
    const { pairFirst, pairParent } = this.#candidates;
    this.ofPair.fill(0);
    this.ofCarrying.fill(0);
    this.ofRoot.fill(0);
    for (const [key, { members, price }] of this.#known) {
      let whole = 0;
      for (const one of price) whole += one;
      if (whole === 0) {
        this.#known.delete(key);
        continue;
      }
      this.#markAll(members);
      members.forEach((s, i) => {
        const others = whole - price[i];
        this.ofRoot[s] -= others;
        for (let pair = pairFirst[s]; pair < pairFirst[s + 1]; pair++) {
          if (this.#mark[pairParent[pair]] === this.#stamp) this.ofPair[pair] += price[i];
          else this.ofCarrying[pair] -= others;
        }
      });
    }
  }

  /** Who does not carry, with those who hang from it. */
  #discover(link: Int32Array): void {
    const { parent, carries, settlements } = this.#candidates;
    const children = new Map<number, number[]>();
    for (let s = 0; s < settlements; s++) {
      const p = link[s] < 0 ? -1 : parent[link[s]];
      if (p < 0) continue;
      const siblings = children.get(p);
      if (siblings === undefined) children.set(p, [s]);
      else siblings.push(s);
    }
    for (const top of children.keys()) {
      if (link[top] >= 0 && carries[link[top]] === 1) continue;
      const members = [top];
      for (let at = 0; at < members.length && members.length < LARGEST; at++) {
        for (const child of children.get(members[at]) ?? []) if (members.length < LARGEST) members.push(child);
      }
      if (members.length < SMALLEST) continue;
      members.sort((a, b) => a - b);
      const key = members.join();
      if (this.#known.has(key)) continue;
      this.#known.set(key, {
        members,
        price: new Float64Array(members.length),
        past: new Float64Array(members.length),
      });
    }
  }

  #markAll(members: readonly number[]): void {
    this.#stamp++;
    for (const s of members) this.#mark[s] = this.#stamp;
  }
}
