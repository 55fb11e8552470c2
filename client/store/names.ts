import { editText, letterTable, replaceLetters } from '../../server/places/rules.ts';
import type { CountryNames, CountryOtherNames, Names, SwappedTexts } from '../../server/places/schema.ts';
import type { Language } from '../i18n/language.ts';

function swapBack({ pairs, separator, texts }: SwappedTexts): string[] {
  const table = letterTable(pairs, true);
  return texts
    .split(separator)
    .slice(0, -1)
    .map((text) => replaceLetters(text, table));
}

/** Names as they are shown in one language; those in the others are not known yet. */
export function decodeNames(reply: CountryNames): Names[] {
  const unknown: Names = { kk: '', ru: '', en: '' };
  return swapBack(reply).map((shown) => ({ ...unknown, [reply.language]: shown }));
}

/** Names in all languages, from those that are shown in the language of `reply`. */
export function decodeOtherNames(reply: CountryOtherNames, names: readonly Names[]): Names[] {
  const exactly = (language: Language): string[] => {
    const table = letterTable(reply[language].substitutes);
    return swapBack(reply[language]).map((edit, i) => editText(replaceLetters(names[i][reply.language], table), edit));
  };
  const [kk, ru, en] = [exactly('kk'), exactly('ru'), exactly('en')];
  return names.map((_, i) => ({ kk: kk[i], ru: ru[i], en: en[i] }));
}
