/** Numbers by key, the least key first, of equals the least number first: a binary heap. */
export class PriorityQueue {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  get size(): number {
    return this.#values.length;
  }

  leastKey(): number {
    return this.#keys[0];
  }

  add(value: number, key: number): void {
    let at = this.#values.length;
    this.#keys.push(key);
    this.#values.push(value);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#precedes(at, above)) return;
      this.#exchange(at, above);
      at = above;
    }
  }

  /** Takes out the number of the least key. There must be one. */
  take(): number {
    const least = this.#values[0];
    const key = this.#keys.pop()!;
    const value = this.#values.pop()!;
    if (this.#values.length === 0) return least;
    this.#keys[0] = key;
    this.#values[0] = value;
    for (let at = 0; ;) {
      let below = 2 * at + 1;
      if (below >= this.#values.length) return least;
      if (below + 1 < this.#values.length && this.#precedes(below + 1, below)) below++;
      if (!this.#precedes(below, at)) return least;
      this.#exchange(at, below);
      at = below;
    }
  }

  #precedes(a: number, b: number): boolean {
    return this.#keys[a] < this.#keys[b] || (this.#keys[a] === this.#keys[b] && this.#values[a] < this.#values[b]);
  }

  #exchange(a: number, b: number): void {
    [this.#keys[a], this.#keys[b]] = [this.#keys[b], this.#keys[a]];
    [this.#values[a], this.#values[b]] = [this.#values[b], this.#values[a]];
  }
}
