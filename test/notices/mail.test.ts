import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sendDue, type Sending } from '../../server/notices/mail.ts';
import { type Post, smtpPost } from '../../server/notices/post.ts';
import { aqsu, kokozek, qyzylzhar, reason } from '../schedules/story.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { toldParties } from './story.ts';

const told = toldParties();
const { given, ask, look, step } = told;
const publicUrl = 'https://baylanys.example.kz';
let mailbox: Mailbox;
let post: Post;
let failures: unknown[] = [];

const postTo = (smtpUrl: string): Post => smtpPost({ smtpUrl, from: 'Baylanys <no-reply@example.kz>', publicUrl });

beforeAll(async () => {
  mailbox = await openMailbox();
  post = postTo(mailbox.url);
});
beforeEach(async () => {
  mailbox.received.splice(0);
  failures = [];
  await given.database.query(
    `update account
     set mail = null, language = null, mail_digest = true, mail_urgent = true, muted_mail = '{}', muted_product = '{}'`,
  );
});
afterAll(async () => {
  post.close();
  await mailbox.close();
});

/** Sends what is due at a moment by the clock of the installation. */
function send(at: string, by: Post = post): Promise<void> {
  const sending: Sending = { post: by, publicUrl, failed: (error) => failures.push(error) };
  return sendDue(given.database, () => new Date(at), sending);
}

const subjects = () => mailbox.received.map(({ recipients, subject }) => `${recipients.join()}: ${subject}`);
const states = async () =>
  (await given.database.query<{ mail: string }>('select mail from notice order by login, id')).map(({ mail }) => mail);

const toPlanner = (more: object = {}) =>
  ask(given.planner, 'PATCH', '/api/account', { mail: 'planner@ministry.example', ...more });

/** North declines one settlement and counters another: two notices to each planner. */
async function twoAnswers(): Promise<void> {
  const proposed = await told.propose([aqsu, kokozek]);
  await step(told.north, 'decline', proposed.slice(0, 1), { reason });
  await step(told.north, 'counter', proposed.slice(1), { reason, counter: { finishQuarter: '2027-Q4' } });
  await look('2026-11-22', '09:30', true);
}

test.each([
  ['kk', 'Baylanys: 2 хабарлама', ['«Солтүстік» операторы тағайындаудан бас тартты: Ақсу.', '«Солтүстік» операторы басқа шарттар ұсынды: Көкөзек.']],
  ['ru', 'Baylanys: 2 уведомления', ['Оператор «Север» отклонил назначения: Аксу.', 'Оператор «Север» предложил другие условия: Кокозек.']],
  ['en', 'Baylanys: 2 notices', ['North declined: Аксу.', 'North proposes other terms: Кокозек.']],
])('a digest in %s goes out at eight the next morning, with its links, once', async (language, subject, lines) => {
  await toPlanner({ language });
  await twoAnswers();
  await send('2026-11-22T09:31');
  await send('2026-11-23T07:59');
  expect(subjects()).toEqual([]);
  await send('2026-11-23T08:00');
  await send('2026-11-23T08:01');
  await send('2026-11-24T08:00');
  expect(subjects()).toEqual([`planner@ministry.example: ${subject}`]);
  const [{ text, html, from, headers }] = mailbox.received;
  expect(from).toMatchObject({ name: 'Baylanys', address: 'no-reply@example.kz' });
  expect(text!.match(/^• .*/gm)!.toSorted()).toEqual(lines.map((line) => `• ${line}`).toSorted());
  for (const line of lines) expect(html).toContain(`>${line}</a>`);
  expect(html).toContain(`<html lang="${language}">`);
  expect(text).toContain(`${publicUrl}/schedules?operator=north`);
  expect(text).toContain(`${publicUrl}/account`);
  const header = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
  const link = /https:\/\/baylanys\.example\.kz\/api\/unsubscribe\/[\w.-]+/.exec(text!)![0];
  expect(header['list-unsubscribe']).toBe(`<${link}>`);
  expect(header['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
}); // prettier-ignore

test('what is urgent goes at once, the rest waits for the digest', async () => {
  await ask(told.north, 'PATCH', '/api/account', { mail: 'office@north.example', language: 'en' });
  await told.propose([aqsu]);
  await look('2026-11-22', '09:30', true);
  await look('2026-11-29', '00:10', true);
  await send('2026-11-29T00:11');
  expect(subjects()).toEqual(['office@north.example: Baylanys: urgent', 'office@north.example: Baylanys: 1 notice']);
  expect(mailbox.received[0].text).toContain(
    'Your answer is awaited: Аксу. Answer by 30 November 2026; 1 day is left.',
  );
});

test('whoever has no address, or does not want it, gets none, and none later', async () => {
  await toPlanner({ mutedMail: ['countered'], language: 'en' });
  const planner2 = await given.service.as('planner2');
  await ask(planner2, 'PATCH', '/api/account', { mail: 'second@ministry.example', mailDigest: false });
  await twoAnswers();
  await toPlanner({ mutedMail: [] });
  await ask(planner2, 'PATCH', '/api/account', { mailDigest: true });
  await send('2026-11-23T08:00');
  expect(subjects()).toEqual(['planner@ministry.example: Baylanys: 1 notice']);
  expect(mailbox.received[0].text).toContain('North declined: Аксу.');
});

test('what is turned off before the mail goes does not go', async () => {
  await toPlanner();
  await twoAnswers();
  await toPlanner({ mutedMail: ['countered', 'declined'] });
  await send('2026-11-23T08:00');
  expect(subjects()).toEqual([]);
  expect(new Set(await states())).toEqual(new Set(['none']));
});

test('a server that is down is tried again, later and later, and nothing is lost', async () => {
  await toPlanner({ language: 'en' });
  const planner2 = await given.service.as('planner2');
  await ask(planner2, 'PATCH', '/api/account', { mail: 'second@ministry.example', language: 'en' });
  await twoAnswers();
  const down = await openMailbox();
  const { port } = new URL(down.url);
  const broken = postTo(down.url);
  await down.close();
  await send('2026-11-23T08:00:00', broken);
  await send('2026-11-23T08:00:30', broken);
  await send('2026-11-23T08:00:59', broken);
  expect(failures).toHaveLength(2);
  await send('2026-11-23T08:01:00', broken);
  await send('2026-11-23T08:01:30', broken);
  expect(failures).toHaveLength(4);
  const up = await openMailbox(Number(port));
  await send('2026-11-23T08:10', broken);
  expect(up.received.map(({ recipients }) => recipients.join()).toSorted()).toEqual([
    'planner@ministry.example',
    'second@ministry.example',
  ]);
  for (const { text } of up.received) expect(text!.match(/^• /gm)).toHaveLength(2);
  broken.close();
  await up.close();
});

test('a reader whom the server refuses for good is not tried again, and holds nobody up', async () => {
  await toPlanner({ mail: 'gone@ministry.example' });
  const planner2 = await given.service.as('planner2');
  await ask(planner2, 'PATCH', '/api/account', { mail: 'second@ministry.example', language: 'en' });
  await twoAnswers();
  mailbox.refuse('gone@ministry.example', 550);
  await send('2026-11-23T08:00');
  await send('2026-11-24T08:00');
  expect(failures).toHaveLength(1);
  expect(subjects()).toEqual(['second@ministry.example: Baylanys: 2 notices']);
  expect((await told.notices(given.planner)).map(({ read }) => read)).toEqual([false, false]);
  mailbox.refuse('gone@ministry.example', null);
});

test('two processes that send at once send each mail once', async () => {
  await toPlanner({ language: 'en' });
  const planner2 = await given.service.as('planner2');
  await ask(planner2, 'PATCH', '/api/account', { mail: 'second@ministry.example', language: 'en' });
  await twoAnswers();
  const others = Array.from({ length: 4 }, () => postTo(mailbox.url));
  await Promise.all(others.map((one) => send('2026-11-23T08:00', one)));
  expect(subjects().toSorted()).toEqual([
    'planner@ministry.example: Baylanys: 2 notices',
    'second@ministry.example: Baylanys: 2 notices',
  ]);
  for (const one of others) one.close();
});

test('a process that is killed between handing over and noting it leaves nothing to be sent twice', async () => {
  await toPlanner({ language: 'en' });
  await twoAnswers();
  const silent = await openMailbox();
  const dying = postTo(silent.url);
  const taken = silent.hang();
  // It never comes back, as if it had been killed then.
  void send('2026-11-23T08:00', { ...dying, send: (letter) => dying.send(letter).catch(() => new Promise(() => {})) });
  await taken;
  dying.close();
  await silent.close();
  await send('2026-11-23T08:01');
  await send('2026-11-24T08:00');
  expect(subjects()).toEqual([]);
  expect(silent.received).toHaveLength(1);
  expect(await told.notices(given.planner)).toHaveLength(2);
});

test('the link in a mail asks first, ends that mail without signing in, and no other', async () => {
  await toPlanner({ language: 'ru' });
  await twoAnswers();
  await send('2026-11-23T08:00');
  const path = /\/api\/unsubscribe\/[\w.-]+/.exec(mailbox.received[0].text!)![0];
  const { nobody } = given.service;
  const asked = await nobody.fetch(path);
  expect([asked.status, asked.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await asked.text()).toContain('Больше не присылать вам ежедневную сводку?');
  expect(await ask(given.planner, 'GET', '/api/account')).toMatchObject({ mailDigest: true, mailUrgent: true });

  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const left = await nobody.fetch(path, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' });
  expect(await left.text()).toContain('Ежедневная сводка вам больше не отправляется.');
  expect(await ask(given.planner, 'GET', '/api/account')).toMatchObject({ mailDigest: false, mailUrgent: true });
  expect((await nobody.fetch(path, { method: 'POST' })).status).toBe(200);

  const altered = [
    path.slice(0, -1),
    path.replace('.digest.', '.urgent.'),
    path.replace(/unsubscribe\/\w/, 'unsubscribe/x'),
  ];
  for (const wrong of altered) {
    expect([wrong, (await nobody.fetch(wrong, { method: 'POST' })).status]).toEqual([wrong, 404]);
  }
  expect(await ask(given.planner, 'GET', '/api/account')).toMatchObject({ mailUrgent: true });
});

test('what people write cannot become markup in a mail, nor another line of its head', async () => {
  await toPlanner({ language: 'en' });
  await given.database.query(
    `update operator set name_en = '<b>North</b>' || chr(10) || 'Bcc: x@y.example' where code = 'north'`,
  );
  await given.database.query(`update account set display_name = '"><script>' where login = 'planner'`);
  const [one] = await told.propose([qyzylzhar]);
  await step(told.north, 'decline', [one], { reason });
  await look('2026-11-22', '09:30', true);
  await send('2026-11-23T08:00');
  const [{ html, headers, recipients }] = mailbox.received;
  expect(html).toContain('&lt;b&gt;North&lt;/b&gt;');
  expect(html).not.toMatch(/<script|<b>/);
  expect(headers.map(({ key }) => key)).not.toContain('bcc');
  expect(recipients).toEqual(['planner@ministry.example']);
  await given.database.query(`update operator set name_en = 'North' where code = 'north'`);
  await given.database.query(`update account set display_name = 'planner' where login = 'planner'`);
});
