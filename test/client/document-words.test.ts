import { expect, test } from '@jest/globals';
import { kk } from '../../client/i18n/kk.ts';
import { ru } from '../../client/i18n/ru.ts';
import type { Message } from '../../client/i18n/messages.ts';
import { documentWords } from '../../server/schedules/document/words.ts';

const ofPages: Record<'kk' | 'ru', Record<string, Message>> = { kk, ru };
const languages = ['kk', 'ru'] as const;

// Paper has less room: it may shorten what pages say, and calls nothing otherwise.
test.each(languages)('documents in %s call technologies and reasons as the pages do', (language) => {
  const { technologies, reasons } = documentWords[language];
  const differing = [
    ...Object.entries(technologies).map(([code, word]) => [`technology.${code}`, word]),
    ...Object.entries(reasons).map(([code, word]) => [`reason-code.${code}`, word]),
  ].filter(([key, word]) => !String(ofPages[language][key]).toLowerCase().includes(word.toLowerCase()));
  expect(differing).toEqual([]);
});
