import { Memory } from './memory.ts';
import { varintLength, writeVarint } from './varint.ts';

const text = 0x0a;
const unsigned = 0x28;
const boolean = 0x38;
/** The field of a layer that holds a value, as protocol buffers tag it. */
const valueField = 0x22;

/** How long a text of so many bytes is as a value. */
export function textValueLength(size: number): number {
  const inside = 1 + varintLength(size) + size;
  return 1 + varintLength(inside) + inside;
}

/** Writes a text as a value; gives the place after it. */
export function writeTextValue(memory: Memory, start: number, source: Uint8Array, from: number, before: number) {
  const { bytes, view } = memory;
  const size = before - from;
  bytes[start] = valueField;
  let at = writeVarint(view, start + 1, 1 + varintLength(size) + size);
  bytes[at++] = text;
  at = writeVarint(view, at, size);
  for (let i = from; i < before; i++) bytes[at++] = source[i];
  return at;
}

const spare = 64;
/** Whole numbers below this are written once; of larger ones few are alike. */
const small = 1 << 14;
/** Values from this index on are not looked for when they occur again. */
const sought = 0xffff;

/** The values of a layer, encoded, each known by its index. Texts, truth and small numbers are written once. */
export class Values {
  readonly #memory = new Memory(1 << 16);
  #length = 0;
  #count = 0;
  /** One more than the index of a text, at a place that its bytes tell, or after; and where it begins and ends. */
  #slots = new Uint32Array(1 << 13);
  #starts = new Uint32Array(1 << 13);
  #ends = new Uint32Array(1 << 13);
  #texts = 0;
  /** One more than the index of a small number, and of false and true. */
  readonly #numbers = new Uint16Array(small);
  readonly #booleans = new Uint16Array(2);

  begin(): void {
    this.#length = 0;
    this.#count = 0;
    if (this.#texts > 0) this.#slots.fill(0);
    this.#texts = 0;
    this.#numbers.fill(0);
    this.#booleans.fill(0);
  }

  /** All values, one after the other, until the next is added. */
  get encoded(): Uint8Array {
    return this.#memory.bytes.subarray(0, this.#length);
  }

  boolean(value: boolean): number {
    const which = value ? 1 : 0;
    const known = this.#booleans[which];
    if (known !== 0) return known - 1;
    this.#room(spare).setUint32(this.#length, valueField | (2 << 8) | (boolean << 16) | (which << 24), true);
    const index = this.#add(this.#length + 4);
    if (index < sought) this.#booleans[which] = index + 1;
    return index;
  }

  /** A whole number that is not negative. */
  number(value: number): number {
    const known = this.knownNumber(value);
    return known < 0 ? this.newNumber(value) : known;
  }

  /** The same in two steps, of which the first is so small that it is compiled into loops: -1 where it is not there, */
  knownNumber(value: number): number {
    return value < small ? this.#numbers[value] - 1 : -1;
  }

  /** and must be added. */
  newNumber(value: number): number {
    const at = this.#length;
    const view = this.#room(spare);
    const end = writeVarint(view, at + 3, value);
    view.setUint16(at, valueField | ((end - at - 2) << 8), true);
    view.setUint8(at + 2, unsigned);
    const index = this.#add(end);
    if (value < small && index < sought) this.#numbers[value] = index + 1;
    return index;
  }

  text(source: Uint8Array, from: number, before: number): number {
    this.#room(before - from + spare);
    return this.#known(writeTextValue(this.#memory, this.#length, source, from, before));
  }

  /** Adds so many values that are encoded already, without looking for them among the others; gives the index of the first. */
  addEncoded(count: number, encoded: Uint8Array): number {
    this.#room(encoded.length);
    this.#memory.bytes.set(encoded, this.#length);
    const first = this.#add(this.#length + encoded.length);
    this.#count = first + count;
    return first;
  }

  #room(size: number): DataView {
    this.#memory.reserve(this.#length + size);
    return this.#memory.view;
  }

  #add(end: number): number {
    this.#length = end;
    return this.#count++;
  }

  /** The index of the text that was written from `#length` on: of the same one before it, if there is one. */
  #known(end: number): number {
    const start = this.#length;
    const slot = this.#slotOf(start, end);
    if (this.#slots[slot] !== 0) return this.#slots[slot] - 1;
    const index = this.#add(end);
    this.#put(slot, index + 1, start, end);
    if (++this.#texts * 2 > this.#slots.length) this.#spread();
    return index;
  }

  /** Where the text is that was written there, or where it is to be. */
  #slotOf(start: number, end: number): number {
    const { bytes } = this.#memory;
    let hash = 0x811c9dc5;
    for (let i = start + 2; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0 && !this.#isThere(slot, start, end)) slot = (slot + 1) & mask;
    return slot;
  }

  #isThere(slot: number, start: number, end: number): boolean {
    const { bytes } = this.#memory;
    const other = this.#starts[slot];
    if (this.#ends[slot] - other !== end - start) return false;
    for (let i = 1; i < end - start; i++) if (bytes[other + i] !== bytes[start + i]) return false;
    return true;
  }

  #put(slot: number, entry: number, start: number, end: number): void {
    this.#slots[slot] = entry;
    this.#starts[slot] = start;
    this.#ends[slot] = end;
  }

  #spread(): void {
    const [slots, starts, ends] = [this.#slots, this.#starts, this.#ends];
    this.#slots = new Uint32Array(slots.length * 2);
    this.#starts = new Uint32Array(slots.length * 2);
    this.#ends = new Uint32Array(slots.length * 2);
    slots.forEach((entry, i) => {
      if (entry !== 0) this.#put(this.#slotOf(starts[i], ends[i]), entry, starts[i], ends[i]);
    });
  }
}
