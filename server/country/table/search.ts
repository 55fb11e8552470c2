import { textCode, textEnglish, textKazakh, textRussian, textsOfRow } from './row-texts.ts';
import { Texts } from './texts.ts';

/** As the statement folds: lower case, with each Kazakh letter as the Russian one that people type for it. */
const letters: Record<string, string> = Object.fromEntries(
  Array.from('әғқңөұүһіё', (letter, i) => [letter, 'агкноуухие'[i]]),
);
const fold = (text: string): string => text.toLowerCase().replaceAll(/[әғқңөұүһіё]/g, (letter) => letters[letter]);

interface Written {
  bytes: Uint8Array;
  starts: Uint32Array;
}

/** Names, folded, a text for each row; codes, each before a zero. */
export interface SearchTexts {
  names: Written;
  codes: Written;
}

/** What so many rows can be found by, from their texts. */
export function searchTextsOf(size: number, texts: Texts): SearchTexts {
  const names = new Texts();
  const codes = new Texts();
  const zero = Uint8Array.of(0);
  for (let row = 0; row < size; row++) {
    const text = row * textsOfRow;
    const all = [textKazakh, textRussian, textEnglish].map((language) => texts.at(text + language)).join(' ');
    // No text has a zero in it: nothing that is looked for reaches from one settlement into the next.
    const folded = Buffer.from(`${fold(all)}\0`);
    names.add(folded, 0, folded.length);
    codes.add(texts.bytes, texts.start(text + textCode), texts.end(text + textCode));
    codes.add(zero, 0, 1);
  }
  return { names: names.close(), codes: codes.close() };
}

/** What a settlement can be found by: pieces of folded names, and of codes, in the order of rows. */
export class SearchIndex {
  readonly #names: Texts;
  readonly #codes: Texts;

  /** From what `searchTextsOf` made. */
  constructor({ names, codes }: SearchTexts) {
    this.#names = Texts.of(names.bytes, names.starts);
    this.#codes = Texts.of(codes.bytes, codes.starts);
  }

  /** The rows from `from` and before `before` that have this in a name or in the code, in ascending order. */
  rows(query: string, from: number, before: number): Uint32Array {
    const found = new Uint8Array(before - from);
    this.#mark(this.#names, Buffer.from(fold(query)), 1, from, before, found);
    this.#mark(this.#codes, Buffer.from(query), 2, from, before, found);
    let size = 0;
    for (const one of found) size += one;
    const rows = new Uint32Array(size);
    for (let i = 0, next = 0; i < found.length; i++) if (found[i] === 1) rows[next++] = from + i;
    return rows;
  }

  #mark(texts: Texts, wanted: Buffer, textsOfRow: number, from: number, before: number, found: Uint8Array): void {
    if (wanted.includes(0) || from === before) return;
    const end = texts.start(before * textsOfRow);
    let row = from;
    for (let at = texts.start(from * textsOfRow); ; at = texts.start(++row * textsOfRow)) {
      at = texts.bytes.indexOf(wanted, at);
      if (at < 0 || at >= end) return;
      row = rowAt(texts, textsOfRow, at, row, before);
      found[row - from] = 1;
      if (row + 1 >= before) return;
    }
  }
}

/** The row that byte `at` is of. */
function rowAt(texts: Texts, textsOfRow: number, at: number, first: number, before: number): number {
  let from = first;
  let to = before;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (texts.start(middle * textsOfRow) <= at) from = middle;
    else to = middle;
  }
  return from;
}
