import { grown } from './grown.ts';

const first = 1 << 16;

/** Many short texts as UTF-8 in one piece of memory. */
export class Texts {
  bytes: Buffer = Buffer.allocUnsafe(first);
  /** Where text i begins; one more says where the last ends. */
  #starts: Uint32Array = new Uint32Array(first >> 3);
  #size = 0;

  /** Texts that are there already, closed. */
  static of(bytes: Uint8Array, starts: Uint32Array): Texts {
    const texts = new Texts();
    texts.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    texts.#starts = starts;
    texts.#size = starts.length - 1;
    return texts;
  }

  get starts(): Uint32Array {
    return this.#starts;
  }

  get size(): number {
    return this.#size;
  }

  start(text: number): number {
    return this.#starts[text];
  }

  end(text: number): number {
    return this.#starts[text + 1];
  }

  /** Adds bytes from another piece of memory as a text, and gives its number. */
  add(source: Uint8Array, from: number, before: number): number {
    const start = this.#starts[this.#size];
    const end = start + before - from;
    if (end > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(end, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    if (this.#size + 2 > this.#starts.length) this.#starts = grown(this.#starts);
    for (let at = start, i = from; i < before; at++, i++) this.bytes[at] = source[i];
    this.#starts[this.#size + 1] = end;
    return this.#size++;
  }

  at(text: number): string {
    return this.bytes.toString('utf8', this.#starts[text], this.#starts[text + 1]);
  }

  /** How a text stands to these bytes in their order: below, the same, above. */
  compare(text: number, bytes: Uint8Array): number {
    return this.bytes.compare(bytes, 0, bytes.length, this.#starts[text], this.#starts[text + 1]);
  }

  isSame(one: number, other: number): boolean {
    const { bytes } = this;
    return bytes.compare(bytes, this.start(other), this.end(other), this.start(one), this.end(one)) === 0;
  }

  /** Gives back what was kept for further texts. */
  close(): this {
    // Memory of its own, which can go from thread to thread.
    this.bytes = Buffer.from(Uint8Array.from(this.bytes.subarray(0, this.#starts[this.#size])).buffer);
    this.#starts = this.#starts.slice(0, this.#size + 1);
    return this;
  }
}
