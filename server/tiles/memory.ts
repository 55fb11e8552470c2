import { grown } from '../country/table/grown.ts';

/** Memory that grows as it is written to, as bytes and as numbers of several bytes. */
export class Memory {
  readonly #length: number;
  bytes: Uint8Array;
  view: DataView;

  /** `length` bytes at first. */
  constructor(length: number) {
    this.#length = length;
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  /** So many bytes are there from now on; what was written stays. */
  reserve(length: number): void {
    if (length <= this.bytes.length) return;
    this.bytes = grown(this.bytes, Math.max(length, 2 * this.bytes.length));
    this.view = new DataView(this.bytes.buffer);
  }

  /** Leaves what was written to whoever reads it: what is written from now on is written elsewhere. */
  leave(): void {
    this.bytes = new Uint8Array(this.#length);
    this.view = new DataView(this.bytes.buffer);
  }
}
