import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../client/i18n/messages.ts';

// What a machine would write and an official would not.
const folder = join(import.meta.dirname, '../../client/i18n');

async function textsIn(language: string): Promise<[key: string, text: string][]> {
  const files = readdirSync(folder).filter((name) => name === `${language}.ts` || name.endsWith(`-${language}.ts`));
  const parts = await Promise.all(files.map((name) => import(join(folder, name))));
  const messages = Object.entries<Message>(Object.assign({}, ...parts.map((part) => part[language])));
  return messages.flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[key, message] as [string, string]]
      : Object.values(message).map((text) => [key, text] as [string, string]),
  );
}

const kk = await textsIn('kk');
const ru = await textsIn('ru');
const en = await textsIn('en');
const all = [...kk, ...ru, ...en];
const cyrillic = [...kk, ...ru];

/** What of these texts has the form that none should have. */
const having = (texts: readonly (readonly [string, string])[], odd: RegExp): string[] =>
  texts.filter(([, text]) => odd.test(text)).map(([key, text]) => `${key}: ${text}`);

test('no word mixes alphabets', () => {
  expect(having(all, /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]/)).toEqual([]);
});

test('Russian has no Kazakh letter, English no Cyrillic one', () => {
  expect(having(ru, /[әғқңөұүһі]/i)).toEqual([]);
  expect(having(en, /[\u0400-\u04ff]/)).toEqual([]);
});

test('nothing of English is left in Kazakh and Russian', () => {
  // Names of formats, makers, keys and units; Roman numbers; what the reader is to type.
  const known =
    'Alt|CSV|Ctrl|DSL|Enter|EPSG|GeoJSON|GeoNames|HEIC|JPEG|KATO|M-Lab|Ookla|Open Fibre Data Standard|OpenCelliD|OpenStreetMap|PDF|prj|Shapefile|Shift|UTF-8|XLSX|(npx )?baylanys (account|import|verify)|zip|[2345]G';
  const without = cyrillic.map(
    ([key, text]) => [key, text.replace(/\{\w+\}/g, '').replace(new RegExp(`\\b(${known})\\b`, 'g'), '')] as const,
  );
  expect(having(without, /[A-Za-z]/)).toEqual([]);
});

test('spaces, quotation marks, dashes and dots are those of print', () => {
  expect(having(all, /\s\s|^\s|\s$|\s[,.;:?!…](?!prj)/)).toEqual([]);
  expect(having(all, /["`']|\.\.\.| - |--/)).toEqual([]);
  expect(having(cyrillic, /[“”„‘’]/)).toEqual([]);
  expect(having(en, /[«»]/)).toEqual([]);
});

test('a number is never parted from its unit by the end of a line', () => {
  expect(having(all, /[\d}] (?:₸|%|км|мс|Мбит|КБ|МБ|ГБ|km|ms|Mbit|kB|MB|GB)/)).toEqual([]);
  expect(having(all, /(?:№|No\.) \{/)).toEqual([]);
});

test('no ending is glued to a value, since its vowels would depend on it', () => {
  // `{number}-өлшем` is a Kazakh ordinal before its noun, and right whatever the number.
  expect(having(cyrillic, /\}[\u0400-\u04ff]/)).toEqual([]);
  const endings =
    'ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|ны|ні|ды|ді|ты|ті|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|ы|і|сы|сі|го|й|е|х|м|ти|мя';
  expect(having(cyrillic, new RegExp(`\\}-(?:${endings})(?![\\u0400-\\u04ff])`))).toEqual([]);
});

test('a Kazakh noun stays in the singular after its number', () => {
  expect(
    having(kk, /\{(?:count|of|served|total|skipped)\} [^\s.,:]+(?:лар|лер|дар|дер|тар|тер)(?![\u0400-\u04ff])/),
  ).toEqual([]);
});

test('Kazakh vowels within a word agree with its plural', () => {
  const broken =
    /(?:[әөүі][бвгғджзйкқлмнңпрстфхһцчшщ]*(?:лар|дар|тар))|(?:[аоұы][бвгғджзйкқлмнңпрстфхһцчшщ]*(?:лер|дер|тер))(?![\u0400-\u04ff])/;
  // Words from other languages take endings as their last syllable sounds.
  const foreign = /сүзгілерге|фильтрлер|тайлдар|операторлар/;
  expect(
    having(
      kk.map(([key, text]) => [key, text.replace(foreign, '')]),
      broken,
    ),
  ).toEqual([]);
});

test('Russian writes ё where it is read', () => {
  const withoutIt =
    /(?:^|[^\u0400-\u04ff])(?:населенн|учетн|отчет|утвержденн|измененн|определенн|прием[^а-я]|еще|ее[^а-я]|свое[^а-я])/i;
  expect(having(ru, withoutIt)).toEqual([]);
});

test('a text ends as a sentence in all languages, or in none', () => {
  // Russian dates end in a dot of their own: no other follows.
  const endingOf = (text: string) =>
    /[.!?]$/.test(text) ? '.' : text.endsWith('…') ? '…' : text.endsWith(':') ? ':' : '';
  const [inKazakh, inRussian] = [new Map(kk), new Map(ru)];
  const differing = en.filter(([key, text]) => {
    const ending = endingOf(text);
    const russian = inRussian.get(key)!;
    return (
      endingOf(inKazakh.get(key)!) !== ending || (endingOf(russian) !== ending && !/\{(?:date|since)\}$/.test(russian))
    );
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('what is the same word in Kazakh and Russian is so for a reason', () => {
  const inRussian = new Map(ru);
  const same = kk
    .filter(([key, text]) => /[\u0400-\u04ff]{2}/.test(text) && inRussian.get(key) === text)
    .map(([, text]) => text);
  const loanwords =
    'Бюджет,Депутат,Карта,Лицензия,Логин,Медиана,Норматив,Оператор,Спутник,Субсидия,Сценарий,Технология,Файл'
      .toLowerCase()
      .split(',');
  const others = new Set(same.filter((text) => !loanwords.includes(text.replace(/[:,.] .*$/, '').toLowerCase())));
  // Units are written alike.
  expect(
    [...others].filter((text) => !/^[^\u0400-\u04ff]*(?:Мбит\/с|КБ|мс|МБ|км|млн\u00a0₸|млрд\u00a0₸)$/.test(text)),
  ).toEqual([]);
});
