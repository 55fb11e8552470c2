import { grown } from '../country/table/grown.ts';

const text = 0x0a;
const unsigned = 0x28;
const boolean = 0x38;
/** The field of a layer that holds a value, as protocol buffers tag it. */
const valueField = 0x22;

/** Writes a number of at most 53 bits seven bits at a time, the least first; gives the place after it. */
export function writeVarint(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  let rest = value;
  while (rest > 0x7fffffff) {
    bytes[at++] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
  }
  while (rest > 0x7f) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) length++;
  return length;
}

/** How long a text of so many bytes is as a value. */
export function textValueLength(size: number): number {
  const inside = 1 + varintLength(size) + size;
  return 1 + varintLength(inside) + inside;
}

/** Writes a text as a value; gives the place after it. */
export function writeTextValue(
  bytes: Uint8Array,
  start: number,
  source: Uint8Array,
  from: number,
  before: number,
): number {
  const size = before - from;
  bytes[start] = valueField;
  let at = writeVarint(bytes, start + 1, 1 + varintLength(size) + size);
  bytes[at++] = text;
  at = writeVarint(bytes, at, size);
  for (let i = from; i < before; i++) bytes[at++] = source[i];
  return at;
}

const spare = 64;
/** Whole numbers below this are written once; of larger ones few are alike. */
const small = 1 << 14;

/** The values of a layer, encoded, each known by its index. Texts, truth and small numbers are written once. */
export class Values {
  bytes = new Uint8Array(1 << 16);
  length = 0;
  #count = 0;
  /** Where value i begins, if it was not encoded already; the last ends at `length`. */
  #starts = new Uint32Array(1 << 12);
  /** One more than the index of a value, at a place that its bytes tell, or after. */
  #slots = new Int32Array(1 << 13);
  /** One more than the index of a small number, and of false and true. */
  readonly #numbers = new Int32Array(small);
  readonly #booleans = new Int32Array(2);

  begin(): void {
    this.length = 0;
    this.#count = 0;
    this.#slots.fill(0);
    this.#numbers.fill(0);
    this.#booleans.fill(0);
  }

  boolean(value: boolean): number {
    const which = value ? 1 : 0;
    if (this.#booleans[which] === 0) {
      const { bytes, length } = this.#room(spare);
      bytes[length] = valueField;
      bytes[length + 1] = 2;
      bytes[length + 2] = boolean;
      bytes[length + 3] = which;
      this.#booleans[which] = this.#add(length + 4) + 1;
    }
    return this.#booleans[which] - 1;
  }

  /** A whole number that is not negative. */
  number(value: number): number {
    const known = value < small ? this.#numbers[value] : 0;
    return known === 0 ? this.#newNumber(value) : known - 1;
  }

  #newNumber(value: number): number {
    const index = this.#add(this.#writeNumber(value));
    if (value < small) this.#numbers[value] = index + 1;
    return index;
  }

  #writeNumber(value: number): number {
    const { bytes, length } = this.#room(spare);
    bytes[length] = valueField;
    bytes[length + 2] = unsigned;
    const end = writeVarint(bytes, length + 3, value);
    bytes[length + 1] = end - length - 2;
    return end;
  }

  text(source: Uint8Array, from: number, before: number): number {
    const { bytes, length } = this.#room(before - from + spare);
    return this.#known(writeTextValue(bytes, length, source, from, before));
  }

  /** Adds so many values that are encoded already, without looking for them among the others; gives the index of the first. */
  addEncoded(count: number, encoded: Uint8Array): number {
    this.#room(encoded.length).bytes.set(encoded, this.length);
    const first = this.#add(this.length + encoded.length);
    this.#count = first + count;
    return first;
  }

  #room(size: number): this {
    const needed = this.length + size;
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, Math.max(needed, this.bytes.length * 2));
    return this;
  }

  #add(end: number): number {
    if (this.#count >= this.#starts.length) this.#starts = grown(this.#starts, this.#count * 2);
    this.#starts[this.#count] = this.length;
    this.length = end;
    return this.#count++;
  }

  /** The index of the value that was written from `length` on: of the same one before it, if there is one. */
  #known(end: number): number {
    const { bytes, length: start } = this;
    let hash = 0x811c9dc5;
    for (let i = start + 2; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] - 1;
      if (this.#isSame(index, start, end)) return index;
    }
    const index = this.#add(end);
    this.#slots[slot] = index + 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return index;
  }

  #isSame(index: number, start: number, end: number): boolean {
    const { bytes } = this;
    const other = this.#starts[index];
    const otherEnd = index + 1 < this.#count ? this.#starts[index + 1] : start;
    if (otherEnd - other !== end - start) return false;
    for (let i = 1; i < end - start; i++) if (bytes[other + i] !== bytes[start + i]) return false;
    return true;
  }

  #rehash(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (const entry of old) {
      if (entry === 0) continue;
      const start = this.#starts[entry - 1];
      const end = entry < this.#count ? this.#starts[entry] : this.length;
      let hash = 0x811c9dc5;
      for (let i = start + 2; i < end; i++) hash = Math.imul(hash ^ this.bytes[i], 0x01000193);
      hash ^= hash >>> 15;
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry;
    }
  }
}
