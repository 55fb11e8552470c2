import { sortKey } from '../../client/i18n/alphabet.ts';
import { fold } from '../../client/i18n/fold.ts';
import { formatDate, formatMoment, formatNumber, formatQuarter } from '../../client/i18n/format.ts';
import { languages } from '../../client/i18n/language.ts';

// Node's Intl knows all three languages; a browser's may not.
const tags = { kk: 'kk', ru: 'ru', en: 'en-GB' } as const;

test.each(languages)('numbers in %s are as Intl writes them', (language) => {
  const intl = new Intl.NumberFormat(tags[language], { maximumFractionDigits: 1 });
  for (const value of [0, 7, 999, 1000, 12_400, 1_234_567, 0.5, 1234.56, -42_000.25, 99.96]) {
    expect(formatNumber(language, value)).toBe(intl.format(value));
  }
});

/** Intl lets a line end between a year and its unit; pages do not. */
const breakable = (text: string) => text.replaceAll('\u00a0', ' ');

test.each(languages)('dates of every month in %s are as Intl writes them', (language) => {
  const intl = new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) {
    const date = `2026-${String(month).padStart(2, '0')}-09`;
    expect(breakable(formatDate(language, date))).toBe(intl.format(new Date(date)));
  }
});

test.each(languages)('moments in %s are as Intl writes them', (language) => {
  const intl = new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeStyle: 'short' });
  const moment = '2026-11-22T04:05:00.000Z';
  expect(breakable(formatMoment(language, moment))).toBe(intl.format(new Date(moment)));
});

test('quarters as officials write them', () => {
  expect(formatQuarter('kk', '2027-Q3')).toBe('2027\u00a0ж. III тоқсан');
  expect(formatQuarter('ru', '2027-Q3')).toBe('III кв. 2027\u00a0г.');
  expect(formatQuarter('en', '2027-Q3')).toBe('Q3 2027');
});

// Literal, so that neither another ICU nor another browser moves them.
test('numbers, dates and moments are these in each language', () => {
  const written = languages.map((language) => [
    formatNumber(language, -1_234_567.89),
    formatDate(language, '2026-07-01'),
    formatMoment(language, '2026-07-01T04:05:00'),
  ]);
  expect(written).toEqual([
    ['-1\u00a0234\u00a0567,9', '2026\u00a0ж. 1 шілде', '2026\u00a0ж. 1 шілде, 04:05'],
    ['-1\u00a0234\u00a0567,9', '1 июля 2026\u00a0г.', '1 июля 2026\u00a0г. в 04:05'],
    ['-1,234,567.9', '1 July 2026', '1 July 2026 at 04:05'],
  ]);
});

test('text is searched without regard to case, the nine Kazakh letters and ё', () => {
  expect(fold('ӘҒҚҢӨҰҮҺІ әғқңөұүһі Ёлка')).toBe('агкноуухи агкноуухи елка');
  expect(fold('  Ақ\u00a0 көл ')).toBe('ак кол');
});

test('names are ordered as Intl orders Kazakh', () => {
  const names =
    'Үшарал,Ұзынкөл,Жаңақорған,Әулиекөл,Ақкөл,Екібастұз,Ёлкино,Ғабит,Горный,Қабанбай,Караганда,Өлеңті,Озёрное,Іле,Ыбырай,Шу,Щучинск,Һәкім,Хромтау'.split(
      ',',
    );
  const ours = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  expect(ours).toEqual(names.toSorted(new Intl.Collator('kk').compare));
});

test('the Kazakh letters have their own places, in words too', () => {
  const alphabetical =
    'Ақкөл Әулиекөл Бурабай Гагарин Ғабит Есик Ёлкино Иртыш Көкше Қабанбай Нұра Ңәр Озёрное Өлеңті ' +
    'Узень Ұзынкөл Үшарал Хромтау Һәкім Щучинск Ыбырай Іле Эмба';
  const words = alphabetical.split(' ');
  expect(words.toReversed().toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(words);
});
