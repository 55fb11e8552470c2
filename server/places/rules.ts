// How the columns of a country are read: the service writes them, the pages read them.

const unchanged = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);

/** What each letter becomes, by pairs written one after another: `аa` makes а an a; mutually, a an а too. */
export function letterTable(pairs: string, mutual = false): Uint16Array {
  const table = unchanged.slice();
  for (let i = 0; i < pairs.length; i += 2) {
    table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
    if (mutual) table[pairs.charCodeAt(i + 1)] = pairs.charCodeAt(i);
  }
  return table;
}

export function replaceLetters(text: string, table: Uint16Array): string {
  let replaced = '';
  for (let i = 0; i < text.length; i++) replaced += String.fromCharCode(table[text.charCodeAt(i)]);
  return replaced;
}

/** The most letters of a beginning or an end that an edit keeps: each count is one digit of base 36. */
export const mostKept = 35;

/**
 * What an edit makes of a text: nothing leaves it as it is; `32ск` keeps its first three and its last two letters and
 * has `ск` between them.
 */
export function editText(text: string, edit: string): string {
  if (edit === '') return text;
  const [head, tail] = [parseInt(edit[0], 36), parseInt(edit[1], 36)];
  return text.slice(0, head) + edit.slice(2) + text.slice(text.length - tail);
}

/** Running sums: the opposite of differences. */
export function sums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}
