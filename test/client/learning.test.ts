import { expect, test } from '@jest/globals';
import { language, learn, speak, t } from '../../client/i18n/index.ts';

test('parts that are asked for at once are all there, whichever comes first, and follow the language', async () => {
  globalThis.document = { documentElement: { lang: '' } } as Document;
  await speak('en');
  const outbox = learn('outbox');
  await Promise.all([learn('commitment'), learn('outbox').then(() => expect(t('outbox.title')).toBe('To be sent'))]);
  await outbox;
  expect([t('commitment.title'), t('outbox.title')]).toEqual(['Commitment', 'To be sent']);

  const deputy = learn('deputy');
  await Promise.all([speak('ru'), learn('sharing'), deputy]);
  expect(language.value).toBe('ru');
  const keys = ['outbox.title', 'coverage.country', 'commitment.title'] as const;
  expect(keys.map((key) => t(key))).toEqual(['К отправке', 'Вся страна', 'Обязательство']);
});
