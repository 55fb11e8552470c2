// Names as columns that compress well: they are half of what a country weighs.
import { hashOf } from './columns.ts';
import { letterTable, mostKept, replaceLetters } from './rules.ts';
import type { CountryNames, CountryOtherNames, NameLanguage, Names, SwappedTexts } from './schema.ts';

/** A name as it is shown in a language: in that, else in the first that has one. */
const shownIn = (language: NameLanguage) => (names: Names) => names[language] || names.kk || names.ru || names.en;

/** Of one byte, in no name, and nothing that JSON escapes. */
const usualSeparator = '\x7f';

/** What can stand for a letter: one byte, and nothing that JSON escapes. */
const shortLetters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (letter) => !'"\\'.includes(letter),
);

function count(keys: Iterable<string>): (key: string) => number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => counts.get(key) ?? 0;
}

/**
 * Pairs for a mutual `letterTable`: the most frequent letters of more than one byte, each with a rarer letter of one.
 * In Cyrillic every second byte says little, and parts from each other the letters that a compressor compares.
 */
function pairsFor(texts: readonly string[]): string {
  const letters = texts.join('').split('');
  const met = count(letters);
  const long = [...new Set(letters)].filter((letter) => letter > '~').sort((a, b) => met(b) - met(a));
  const short = shortLetters.toSorted((a, b) => met(a) - met(b) || (a < b ? 1 : -1));
  return long
    .slice(0, short.length)
    .map((letter, i) => (met(letter) > met(short[i]) ? letter + short[i] : ''))
    .join('');
}

/** A letter that none of the texts has. */
function separatorFor(texts: readonly string[]): string {
  let separator = usualSeparator;
  while (texts.some((text) => text.includes(separator))) {
    separator = String.fromCharCode(separator.charCodeAt(0) + 1);
  }
  return separator;
}

function swapped(texts: readonly string[]): SwappedTexts {
  const pairs = pairsFor(texts);
  const table = letterTable(pairs, true);
  const after = texts.map((text) => replaceLetters(text, table));
  const separator = separatorFor(after);
  return { pairs, separator, texts: after.map((text) => text + separator).join('') };
}

/** For each letter of `from` the one that stands most often in its place in `to`, where that is another; as pairs. */
function substitutesFor(from: readonly string[], to: readonly string[]): string {
  const pairs = from.flatMap((text, i) =>
    text.length === to[i].length ? text.split('').map((letter, at) => letter + to[i][at]) : [],
  );
  const met = count(pairs);
  const best = new Map<string, string>();
  for (const pair of [...new Set(pairs)].sort((a, b) => met(b) - met(a))) {
    if (!best.has(pair[0])) best.set(pair[0], pair);
  }
  return [...best.values()].filter(([letter, other]) => letter !== other).join('');
}

/** The edit by which `editText` makes one text of another. */
export function editBetween(from: string, to: string): string {
  if (from === to) return '';
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < Math.min(shorter, mostKept) && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(shorter - head, mostKept) && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return head.toString(36) + tail.toString(36) + to.slice(head, to.length - tail);
}

/** The hash that names a state of the names of these places. */
export const namesHash = (codes: readonly string[], names: readonly Names[]): string => hashOf([codes, names]);

/** All names as they are shown in a language. */
export function namesShown(hash: string, language: NameLanguage, names: readonly Names[]): CountryNames {
  return { hash, language, ...swapped(names.map(shownIn(language))) };
}

/** All names exactly, told to whoever knows those that are shown in a language. */
export function otherNames(hash: string, language: NameLanguage, names: readonly Names[]): CountryOtherNames {
  const shown = names.map(shownIn(language));
  const editsTo = (other: NameLanguage) => {
    const exact = names.map((all) => all[other]);
    const substitutes = substitutesFor(shown, exact);
    const table = letterTable(substitutes);
    return { substitutes, ...swapped(shown.map((text, i) => editBetween(replaceLetters(text, table), exact[i]))) };
  };
  return { hash, language, kk: editsTo('kk'), ru: editsTo('ru'), en: editsTo('en') };
}
