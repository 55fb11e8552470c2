import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { decodeNames, decodeOtherNames } from '../../client/store/names.ts';
import { editBetween, namesShown, otherNames } from '../../server/places/name-columns.ts';
import { editText, letterTable, replaceLetters } from '../../server/places/rules.ts';
import type { Names } from '../../server/places/schema.ts';
import { describeSharedData, sharedData } from '../shared-data.ts';

const languages = ['kk', 'ru', 'en'] as const;

/** What a page knows after the first reply, and after the second. */
function travelled(language: (typeof languages)[number], names: readonly Names[]): { first: Names[]; whole: Names[] } {
  const first = decodeNames(namesShown('h', language, names));
  return { first, whole: decodeOtherNames(otherNames('h', language, names), first) };
}

test('letters of two bytes change places with letters of one that are rarer', () => {
  const names = [{ kk: 'Арал', ru: '', en: '' }];
  expect(namesShown('h', 'kk', names)).toEqual({
    hash: 'h',
    language: 'kk',
    pairs: 'А~р}а|л{',
    separator: '\x7f',
    texts: '~}|{\x7f',
  });
  expect(namesShown('h', 'kk', [{ kk: 'Aral', ru: '', en: '' }])).toMatchObject({ pairs: '', texts: 'Aral\x7f' });
});

test('letters go by a table one way, or both ways', () => {
  expect(replaceLetters('қала', letterTable('қк'))).toBe('кала');
  expect(replaceLetters('кала', letterTable('қк'))).toBe('кала');
  expect(replaceLetters('кала', letterTable('қк', true))).toBe('қала');
});

test('an edit keeps the beginning and the end that two texts share', () => {
  expect(editBetween('Аккол', 'Аккол')).toBe('');
  expect(editBetween('Аккол', 'Акколь')).toBe('50ь');
  expect(editBetween('Аралтобе', 'Аралтюбе')).toBe('52ю');
  expect(editBetween('Аккол', '')).toBe('00');
  expect(editText('Аралтобе', '52ю')).toBe('Аралтюбе');
  expect(editText('Аккол', '00')).toBe('');
  expect(editBetween('а'.repeat(100), 'а'.repeat(99))).toBe(`zz${'а'.repeat(29)}`);
});

test('the other languages are told by substitutes of letters, and by edits where these do not do', () => {
  const names = [
    { kk: 'Қарақол', ru: 'Караколь', en: 'Karakol' },
    { kk: 'Қызылту', ru: 'Кызылту', en: '' },
    { kk: '', ru: 'Боровое', en: 'Borovoe' },
  ];
  const { ru } = otherNames('h', 'kk', names);
  expect(ru.substitutes).toBe('ҚК');
  const { first, whole } = travelled('kk', names);
  expect(first.map(({ kk }) => kk)).toEqual(['Қарақол', 'Қызылту', 'Боровое']);
  expect(whole).toEqual(names);
});

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'аәбвгғдеқкөоұуҮүіиыaeiou -"\\\n.ʼ1😀'), maxLength: 90 }),
);

test('any names arrive as they were sent, whichever language comes first', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.array(fc.record({ kk: name, ru: name, en: name })),
      (language, names) => {
        const { first, whole } = travelled(language, JSON.parse(JSON.stringify(names)));
        expect(whole).toEqual(names);
        const shown = names.map((one) => one[language] || one.kk || one.ru || one.en);
        expect(first.map((one) => one[language])).toEqual(shown);
      },
    ),
  );
});

describeSharedData('the names of a real country', () => {
  test('arrive as they were sent, every one of them', async () => {
    const file = await readFile(sharedData('kz/settlements-planning.csv'));
    const rows: Record<string, string>[] = parse(file, { columns: true });
    const names = rows.map((row) => ({ kk: row.name_kk, ru: row.name_ru, en: row.name_en }));
    expect(names).toHaveLength(8162);
    for (const language of languages) expect(travelled(language, names).whole).toEqual(names);
  });
});
