/**
 * A growing list of half-open ranges [first, last) of grid positions.
 * Ranges that touch are joined when they are pushed one after the other.
 */
export class Ranges {
  length = 0;
  first = new Uint32Array(64);
  last = new Uint32Array(64);

  clear(): void {
    this.length = 0;
  }

  /** Every position of the ranges, in their order. */
  *positions(): Generator<number> {
    for (let i = 0; i < this.length; i++) {
      for (let position = this.first[i]; position < this.last[i]; position++) yield position;
    }
  }

  push(first: number, last: number): void {
    if (first >= last) return;
    if (this.length > 0 && this.last[this.length - 1] === first) {
      this.last[this.length - 1] = last;
      return;
    }
    if (this.length === this.first.length) this.#grow();
    this.first[this.length] = first;
    this.last[this.length++] = last;
  }

  #grow(): void {
    const first = new Uint32Array(this.first.length * 2);
    const last = new Uint32Array(this.last.length * 2);
    first.set(this.first);
    last.set(this.last);
    this.first = first;
    this.last = last;
  }
}
