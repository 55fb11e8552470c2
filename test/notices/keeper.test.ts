import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepNotices } from '../../server/notices/keeper.ts';
import { smtpPost } from '../../server/notices/post.ts';
import { aqsu, kokozek, qyzylzhar } from '../schedules/story.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { toldParties } from './story.ts';

const told = toldParties();
const { given, ask, texts } = told;
let mailbox: Mailbox;
beforeAll(async () => (mailbox = await openMailbox()));
afterAll(() => mailbox.close());

const publicUrl = 'https://baylanys.example.kz';
const keep = () =>
  keepNotices(given.database, {
    today: () => '2026-11-29',
    now: () => new Date('2026-11-29T12:00'),
    sending: {
      post: smtpPost({ smtpUrl: mailbox.url, from: 'no-reply@example.kz', publicUrl }),
      publicUrl,
      failed: (error) => expect(error).toBeNull(),
    },
    failed: (error) => expect(error).toBeNull(),
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 100));
}

test('keepers that run beside each other, stop and begin again tell once and send once', async () => {
  await ask(told.north, 'PATCH', '/api/account', { mail: 'office@north.example', language: 'en' });
  await told.propose([aqsu, kokozek]);
  const first = [keep(), keep()];
  await until(async () => (await texts(told.north)).length === 2 && mailbox.received.length === 1);
  await Promise.all(first.map((stop) => stop()));

  const second = [keep(), keep()];
  await told.propose([qyzylzhar]);
  await until(async () => (await texts(told.north)).length === 3);
  await Promise.all(second.map((stop) => stop()));
  expect((await texts(told.north)).toSorted()).toEqual([
    'A work schedule was sent to you: 2 settlements. Answer by 30 November 2026.',
    'A work schedule was sent to you: Кызылжар. Answer by 30 November 2026.',
    'Your answer is awaited: 2 settlements. Answer by 30 November 2026; 1 day is left.',
  ]);
  expect(mailbox.received.map(({ subject }) => subject)).toEqual(['Baylanys: urgent']);
});
