/** No arc: an empty heap, or nothing beneath. */
export const NONE = -1;

/**
 * Heaps of numbered arcs that melt into one another and take a common addition, as contraction needs them: skew heaps
 * (Sleator and Tarjan 1986), whose operations take O(log n) in the mean. A heap is the number of its least arc.
 */
export class MergeableHeaps {
  /** Keys, as far as additions have come down to them. */
  readonly key: Float64Array;
  /** What is still to be added to all beneath. */
  readonly #pending: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  /** The way down of a melting: of no further meaning. */
  readonly #path: Int32Array;

  constructor(arcs: number) {
    this.key = new Float64Array(arcs);
    this.#pending = new Float64Array(arcs);
    this.#left = new Int32Array(arcs);
    this.#right = new Int32Array(arcs);
    this.#path = new Int32Array(arcs + 1);
  }

  /** A heap of one arc. */
  make(arc: number, key: number): number {
    this.key[arc] = key;
    this.#pending[arc] = 0;
    this.#left[arc] = NONE;
    this.#right[arc] = NONE;
    return arc;
  }

  /** Adds to every key of a heap. */
  add(heap: number, amount: number): void {
    if (heap === NONE) return;
    this.key[heap] += amount;
    this.#pending[heap] += amount;
  }

  /** One heap of two. */
  meld(a: number, b: number): number {
    if (a === NONE) return b;
    if (b === NONE) return a;
    const key = this.key;
    const left = this.#left;
    const right = this.#right;
    const path = this.#path;
    let length = 0;
    while (a !== NONE && b !== NONE) {
      if (key[b] < key[a]) {
        const other = a;
        a = b;
        b = other;
      }
      this.#settle(a);
      path[length++] = a;
      a = right[a];
    }
    let melded = a === NONE ? b : a;
    while (length > 0) {
      const top = path[--length];
      right[top] = left[top];
      left[top] = melded;
      melded = top;
    }
    return melded;
  }

  /** The heap without its least arc. */
  pop(heap: number): number {
    this.#settle(heap);
    return this.meld(this.#left[heap], this.#right[heap]);
  }

  #settle(arc: number): void {
    const amount = this.#pending[arc];
    if (amount === 0) return;
    this.#pending[arc] = 0;
    this.add(this.#left[arc], amount);
    this.add(this.#right[arc], amount);
  }
}
