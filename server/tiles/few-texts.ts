import { grown } from '../country/table/grown.ts';
import type { Values } from './values.ts';

/** Texts that occur again and again in a tile, by their numbers: each is written as a value when it is first met there. */
export class FewTexts {
  readonly #values: Values;
  readonly #textOf: (i: number) => string;
  readonly #bytes: (Buffer | undefined)[] = [];
  /** One more than the index of the value, of those that were met; 0 of others. */
  #indices = new Uint32Array(64);
  #met: number[] = [];

  constructor(values: Values, textOf: (i: number) => string) {
    this.#values = values;
    this.#textOf = textOf;
  }

  /** The values were forgotten. */
  begin(): void {
    for (const i of this.#met) this.#indices[i] = 0;
    this.#met = [];
  }

  /** The index of the value. */
  index(i: number): number {
    const known = i < this.#indices.length ? this.#indices[i] : 0;
    return known === 0 ? this.#meet(i) : known - 1;
  }

  #meet(i: number): number {
    if (i >= this.#indices.length) this.#indices = grown(this.#indices, 2 * i);
    const bytes = (this.#bytes[i] ??= Buffer.from(this.#textOf(i)));
    const index = this.#values.text(bytes, 0, bytes.length);
    this.#indices[i] = index + 1;
    this.#met.push(i);
    return index;
  }
}
