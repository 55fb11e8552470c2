import type { Names } from '../../server/places/schema.ts';
import type { Cells } from '../checks/cells.ts';

const kazakh = /[әғқңөұүһіӘҒҚҢӨҰҮҺІ]/;
const cyrillic = /[а-яё]/i;

/**
 * The names of a record from `name_kk`, `name_ru`, `name_en`; `name`, of no
 * stated language, fills those that are empty and that its letters allow.
 */
export function namesOf(cells: Cells): Names {
  const names = { kk: cells.text('name_kk'), ru: cells.text('name_ru'), en: cells.text('name_en') };
  const name = cells.text('name');
  if (kazakh.test(name)) names.kk ||= name;
  else if (cyrillic.test(name)) {
    names.kk ||= name;
    names.ru ||= name;
  } else names.en ||= name;
  return names;
}

/** Those of these names that are known, else those. */
export function mergedNames(names: Names, others: Names): Names {
  return { kk: names.kk || others.kk, ru: names.ru || others.ru, en: names.en || others.en };
}

export const nameFields = [
  { name: 'name_kk', headers: ['name:kk', 'kaz_name'], about: 'name in Kazakh' },
  { name: 'name_ru', headers: ['name:ru', 'rus_name'], about: 'name in Russian' },
  { name: 'name_en', headers: ['name:en', 'asciiname'], about: 'name in English' },
] as const;
