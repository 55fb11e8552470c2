/**
 * Random numbers that are the same on every machine: sfc32 (Chris Doty-Humphrey, PractRand), integers alone.
 */
export class Random {
  #a = 0x9e3779b9 | 0;
  #b = 0x243f6a88 | 0;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#c = seed | 0;
    for (let i = 0; i < 15; i++) this.bits();
  }

  /** 32 random bits, as a signed integer. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum;
  }

  /** A whole number from 0 up to, but not, `end` (at most 2³¹). */
  below(end: number): number {
    return Math.floor((this.bits() >>> 0) * 2.3283064365386963e-10 * end);
  }

  /** From 0 up to, but not, 1. */
  unit(): number {
    return (this.bits() >>> 0) * 2.3283064365386963e-10;
  }
}
