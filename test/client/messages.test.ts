import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill, type Message } from '../../client/i18n/messages.ts';
import { ru } from '../../client/i18n/ru.ts';

const client = join(import.meta.dirname, '../../client');
const textFiles = readdirSync(join(client, 'i18n')).filter((name) => /^(\w+-)?(kk|ru|en)\.ts$/.test(name));

/** All texts of a language: those of every page, and those that come with one. */
async function textsIn(language: string): Promise<Record<string, Message>> {
  const files = textFiles.filter((name) => name === `${language}.ts` || name.endsWith(`-${language}.ts`));
  const parts = await Promise.all(files.map((name) => import(join(client, 'i18n', name))));
  return Object.assign({}, ...parts.map((part) => part[language]));
}

const languages: Record<string, Record<string, Message>> = {
  kk: await textsIn('kk'),
  ru: await textsIn('ru'),
  en: await textsIn('en'),
};
const keys = Object.keys(languages.en);

/** What the client's source asks for: whole keys, and beginnings of keys that are finished when it runs. */
function asked(): { whole: Set<string>; beginnings: string[] } {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const source = files
    .filter((name) => !/^i18n.(\w+-)?(kk|ru|en)\.ts$/.test(name))
    .map((name) => readFileSync(join(client, name), 'utf8'))
    .join('\n');
  const beginnings = [...source.matchAll(/`([a-z-]+\.)\$\{/g)].map(([, beginning]) => beginning);
  const whole = new Set([...source.matchAll(/['"]([a-z-]+\.[\w-]+)['"]/g)].map(([, key]) => key));
  return { whole, beginnings };
}

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

test.each(Object.keys(languages))('%s has every key and no other, each with a text', (language) => {
  expect(Object.keys(languages[language]).toSorted()).toEqual(keys.toSorted());
  const empty = keys.filter((key) => forms(languages[language][key]).some((text) => text.trim() === ''));
  expect(empty).toEqual([]);
});

test('every key is used', () => {
  const { whole, beginnings } = asked();
  const unused = keys.filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
  expect(unused).toEqual([]);
});

test('every text is given the values that it names, in all languages the same', () => {
  const differing = keys.filter((key) => {
    const [first, ...others] = Object.values(languages).flatMap((messages) => forms(messages[key]).map(names));
    return others.some((other) => [...first].toSorted().join() !== [...other].toSorted().join());
  });
  expect(differing).toEqual([]);
});

test.each(Object.keys(languages))('%s has each plural form that its language asks for', (language) => {
  const rules = new Intl.PluralRules(language);
  const asks = new Set([0, 1, 2, 5, 11, 21, 22, 1.5].map((count) => rules.select(count)));
  const lacking = keys.filter((key) => {
    const message = languages[language][key];
    return typeof message !== 'string' && [...asks].some((form) => message[form] === undefined);
  });
  expect(lacking).toEqual([]);
});

test('values are filled in, numbers as the language writes them, by the form of the count', () => {
  const rules = new Intl.PluralRules('ru');
  const text = (count: number) => fill(ru['count.settlements'], { count }, rules, (value) => `<${value}>`);
  expect([1, 3, 37, 111].map(text)).toEqual([
    '<1> населённый пункт',
    '<3> населённых пункта',
    '<37> населённых пунктов',
    '<111> населённых пунктов',
  ]);
  expect(fill('{a} и {b}', { a: 'x' }, rules, String)).toBe('x и {b}');
});
