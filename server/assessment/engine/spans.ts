import type { Passages } from './passages.ts';

/** Up to so many numbers are sorted by insertion. */
const FEW = 24;

/**
 * The spans of longitude that the passages of a row take up, from west to east, those that meet joined.
 * Where they begin and where they end is sorted apart: a span is over when as many have ended as have begun.
 */
export class Spans {
  /** The span that `next` has come to. */
  west = 0;
  east = 0;
  #starts = new Float64Array(64);
  #ends = new Float64Array(64);
  #count = 0;
  #begun = 0;
  #ended = 0;

  /** Takes the passages of a row. */
  of(passages: Passages, row: number): void {
    const { west, east, next } = passages;
    let count = 0;
    for (let passage = passages.of(row); passage >= 0; passage = next[passage]) {
      if (count === this.#starts.length) this.#grow();
      this.#starts[count] = west[passage];
      this.#ends[count++] = east[passage];
    }
    const starts = this.#starts;
    const ends = this.#ends;
    sort(starts, count);
    sort(ends, count);
    this.#count = count;
    this.#begun = 0;
    this.#ended = 0;
  }

  /** Goes on to the next span; false where there is none. */
  next(): boolean {
    const starts = this.#starts;
    const ends = this.#ends;
    const count = this.#count;
    let begun = this.#begun;
    let ended = this.#ended;
    if (begun === count) return false;
    this.west = starts[begun];
    do {
      if (begun < count && starts[begun] <= ends[ended]) begun++;
      else ended++;
    } while (ended < begun);
    this.east = ends[ended - 1];
    this.#begun = begun;
    this.#ended = ended;
    return true;
  }

  #grow(): void {
    const starts = new Float64Array(2 * this.#starts.length);
    const ends = new Float64Array(starts.length);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }
}

function sort(numbers: Float64Array, count: number): void {
  if (count > FEW) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = numbers[i];
    let j = i;
    for (; j > 0 && numbers[j - 1] > value; j--) numbers[j] = numbers[j - 1];
    numbers[j] = value;
  }
}
