import { textCode } from '../country/table/row-texts.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { Memory } from './memory.ts';
import type { Rows } from './rows.ts';
import { textValueLength, type Values, writeTextValue } from './values.ts';

/** The codes of a table's settlements as values of tiles, in the order of rows: those of a tile are one piece of memory. */
export class CodeValues {
  readonly #bytes: Uint8Array;
  /** Where the value of each row begins; one more says where the last ends. */
  readonly #starts: Uint32Array;

  constructor({ size, texts, text }: SettlementTable) {
    this.#starts = new Uint32Array(size + 1);
    for (let row = 0; row < size; row++) {
      const code = text[row] + textCode;
      this.#starts[row + 1] = this.#starts[row] + textValueLength(texts.end(code) - texts.start(code));
    }
    const memory = new Memory(this.#starts[size]);
    for (let row = 0; row < size; row++) {
      const code = text[row] + textCode;
      writeTextValue(memory, this.#starts[row], texts.bytes, texts.start(code), texts.end(code));
    }
    this.#bytes = memory.bytes;
  }

  /** Adds the codes of the rows to the values, one after the other; gives the index of the first. */
  write(values: Values, { rows, from, before }: Rows): number {
    const starts = this.#starts;
    if (rows === null) return values.addEncoded(before - from, this.#bytes.subarray(starts[from], starts[before]));
    const pieces = Array.from(rows.subarray(from, before), (row) => this.#bytes.subarray(starts[row], starts[row + 1]));
    return values.addEncoded(pieces.length, Buffer.concat(pieces));
  }
}
