// Numbers as protocol buffers have them: seven bits a byte, the least first.

/** Writes a number of at most 53 bits; gives the place after it. */
export function writeVarint(view: DataView, at: number, value: number): number {
  if (value < 0x80) {
    view.setUint8(at, value);
    return at + 1;
  }
  if (value < 0x4000) {
    view.setUint16(at, (value & 0x7f) | 0x80 | ((value >>> 7) << 8), true);
    return at + 2;
  }
  view.setUint8(at, (value & 0x7f) | 0x80);
  return writeVarint(view, at + 1, Math.floor(value / 0x80));
}

export function varintLength(value: number): number {
  return value < 0x80 ? 1 : 1 + varintLength(Math.floor(value / 0x80));
}
