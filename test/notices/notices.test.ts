import { beforeAll, expect, test } from '@jest/globals';
import { follow, remind } from '../../server/notices/give.ts';
import { tick } from '../../server/schedules/clock.ts';
import type { Person } from '../service.ts';
import { aqsu, kokozek, qyzylzhar, reason, seen } from '../schedules/story.ts';
import { toldParties } from './story.ts';

const told = toldParties();
const { given, ask, look, step, texts } = told;
let planner2: Person;
let deputy: Person;
beforeAll(async () => {
  planner2 = await given.service.as('planner2');
  deputy = await given.service.as('deputy');
});

const nobodyBut = async (expected: Map<Person, string[]>) => {
  for (const person of [given.planner, planner2, told.north, told.south, deputy]) {
    expect(await texts(person)).toEqual(expected.get(person) ?? []);
  }
};

test('a schedule is news to its operator alone', async () => {
  await told.propose([aqsu, kokozek]);
  await look();
  const sent = ['A work schedule was sent to you: 2 settlements. Answer by 30 November 2026.'];
  await nobodyBut(new Map([[told.north, sent]]));
});

test('answers are news to all planners, in one notice for one action', async () => {
  const proposed = await told.propose([aqsu, kokozek, qyzylzhar]);
  await step(told.north, 'decline', proposed.slice(0, 2), { reason });
  await step(told.north, 'counter', proposed.slice(2), { reason, counter: { finishQuarter: '2027-Q4' } });
  await look();
  const answers = ['North declined: 2 settlements.', 'North proposes other terms: Кызылжар.'];
  for (const planner of [given.planner, planner2]) expect((await texts(planner)).toSorted()).toEqual(answers);
  expect(await texts(deputy)).toEqual([]);
  expect(await texts(told.south)).toEqual([]);
});

test('reminders, then the escalation with the officer who is called upon', async () => {
  await told.assign([aqsu, kokozek]);
  const { done } = await told.sent('north', { responsibleOfficer: 'planner2' });
  await step(told.north, 'accept', done.slice(0, 1));
  for (const today of ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-01']) {
    await tick(given.database, today);
    await look(today);
  }
  expect((await texts(told.north)).toReversed()).toEqual([
    'A work schedule was sent to you: 2 settlements. Answer by 30 November 2026.',
    'Your answer is awaited: Кокозек. Answer by 30 November 2026; 3 days are left.',
    'Your answer is awaited: Кокозек. Answer by 30 November 2026; 1 day is left.',
    'Your answer is awaited: Кокозек. Answer by 30 November 2026; today is the last day.',
    'North has not answered in time (by 30 November 2026): Кокозек. Called upon: planner2.',
  ]);
  const overdue = 'North has not answered in time (by 30 November 2026): Кокозек. Called upon: planner2.';
  expect(await texts(given.planner)).toEqual([overdue]);
  expect((await told.notices(planner2)).map(({ text, urgent }) => [text, urgent])).toEqual([[overdue, true]]);
});

test('whoever is called upon by name cannot turn that off', async () => {
  await ask(planner2, 'PATCH', '/api/account', { mutedProduct: ['answer-overdue'] });
  await ask(given.planner, 'PATCH', '/api/account', { mutedProduct: ['answer-overdue'] });
  await told.assign([aqsu]);
  await told.sent('north', { responsibleOfficer: 'planner2' });
  await tick(given.database, '2026-12-01');
  await look('2026-12-01');
  expect(await texts(planner2)).toHaveLength(1);
  expect(await texts(given.planner)).toEqual([]);
  for (const one of [given.planner, planner2]) await ask(one, 'PATCH', '/api/account', { mutedProduct: [] });
});

test('approval, a change asked for and its decision', async () => {
  await told.approved([aqsu]);
  await look();
  const [agreed] = await told.present();
  const change = { assignments: [seen(agreed)], changes: { finishQuarter: '2027-Q4' }, reason };
  const { requests } = await ask(told.north, 'POST', '/api/change-requests', change);
  await look();
  const [{ regionCode, id, version }] = requests;
  const decision = { requests: [{ regionCode, id, version }], decision: 'refuse', text: 'No' };
  await ask(given.planner, 'POST', '/api/change-requests/decisions', decision);
  await look();
  expect(await texts(told.north)).toEqual(
    expect.arrayContaining([
      'The change asked for was refused (North): Аксу.',
      'The work schedule was approved: Аксу.',
    ]),
  );
  expect(await texts(given.planner)).toEqual(['A change of what was approved is asked for (North): Аксу.']);
  expect(await texts(told.south)).toEqual([]);
});

test('an inquiry goes to whom it is put, its answer to who asked', async () => {
  const about = { subject: 'settlement', regionCode: '10', settlementCode: '1001' };
  const question = { about, addressee: 'operator', operatorCode: 'north', question: 'Қашан?' };
  const { number } = await ask(deputy, 'POST', '/api/inquiries', question);
  await look();
  const asked = [`Deputy’s inquiry No.\u00a010/${number} was put to you. Answer by 22 December 2026.`];
  await nobodyBut(new Map([[told.north, asked]]));

  await look('2026-12-23');
  const late = `Deputy’s inquiry No.\u00a010/${number} was not answered in time (by 22 December 2026).`;
  const all = [given.planner, planner2, deputy];
  await nobodyBut(
    new Map<Person, string[]>([[told.north, [late, ...asked]], ...all.map((one): [Person, string[]] => [one, [late]])]),
  );

  const at = `/api/inquiries/10/${number}`;
  const ministry = await ask(given.planner, 'POST', `${at}/answers`, { version: number, text: 'Білмейміз' });
  const own = await ask(told.north, 'POST', `${at}/answers`, { version: ministry.version, text: 'Көктемде' });
  await ask(deputy, 'POST', `${at}/outcome`, { version: own.version, outcome: 'satisfied' });
  await look('2026-12-23', '10:00');
  const answered = `Deputy’s inquiry No.\u00a010/${number} was answered.`;
  // The company may not read the ministry's answer, nor hear that there is one.
  expect((await texts(told.north)).slice(0, -2)).toEqual([`Deputy’s inquiry No.\u00a010/${number} was closed.`]);
  expect((await texts(deputy)).slice(0, -1)).toEqual([answered, answered]);
  expect((await texts(planner2)).slice(0, -1)).toEqual([answered, answered]);
  expect((await texts(given.planner)).slice(0, -1)).toEqual([answered]);
  await given.database.query('delete from inquiry_answer');
  await given.database.query('delete from inquiry');
});

test('deputies hear of a quarter that ended without its service, of their own region', async () => {
  await given.database.query(
    `insert into account (id, login, display_name, role, region_code, password_hash, created_at)
     select gen_random_uuid(), 'deputy11', 'deputy11', 'deputy', '11', password_hash, created_at
     from account
     where login = 'deputy'`,
  );
  const homely = await given.service.as('deputy11');
  await told.propose([aqsu, kokozek, qyzylzhar]);
  await look('2027-10-01');
  await look('2027-10-02');
  expect(await texts(deputy)).toEqual(['The whole country: planned for Q3 2027 and not connected: 3 settlements.']);
  expect(await texts(homely)).toEqual(['Region 11: planned for Q3 2027 and not connected: 1 settlement.']);
  expect(await texts(homely, 'ru')).toEqual([
    'Область 11: не подключено в запланированный срок (III кв. 2027 г.): 1 населённый пункт.',
  ]);
  expect(await texts(homely, 'kk')).toEqual([
    '11 облысы: жоспарланған мерзімде (2027 ж. III тоқсан) қосылмағаны: 1 елді мекен.',
  ]);
  expect(await texts(told.north)).not.toContain(expect.stringContaining('not connected'));
});

test('nothing of another company is told, counted, marked or to be guessed', async () => {
  await told.approved([aqsu], 'south');
  await told.assign([kokozek], 'south', { responsibleOfficer: 'operator' });
  const { done } = await told.sent('south', { responsibleOfficer: 'operator' });
  await step(told.south, 'decline', done, { reason });
  await told.assign([qyzylzhar], 'south');
  await told.sent('south', { responsibleOfficer: 'operator' });
  await tick(given.database, '2026-12-01');
  await look('2026-12-01');
  const theirs = await told.notices(told.south);
  expect(theirs.length).toBeGreaterThanOrEqual(4);
  expect(await told.notices(told.north)).toEqual([]);
  const ids = theirs.map(({ id }) => id);
  expect(await ask(told.north, 'POST', '/api/notices/read', { ids })).toEqual({ unread: 0 });
  await ask(told.north, 'POST', '/api/notices/read', { until: '2030-01-01T00:00:00Z' });
  expect(await ask(told.south, 'GET', '/api/notices/unread')).toEqual({ unread: theirs.length });
});

test('looks at the same time, in any number, tell once', async () => {
  await told.propose([aqsu]);
  const giving = { now: new Date('2026-11-28T09:00'), sendsMail: false };
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      await follow(given.database, giving);
      await remind(given.database, '2026-11-28', giving);
    }),
  );
  expect(await texts(told.north)).toHaveLength(2);
});

test('a look that fails half way tells all at the next, and once', async () => {
  await told.propose([aqsu]);
  await given.database.query('alter table notice add constraint refuse check (false) not valid');
  await expect(look()).rejects.toThrow('refuse');
  await given.database.query('alter table notice drop constraint refuse');
  await look();
  await look();
  expect(await texts(told.north)).toHaveLength(1);
});

test('a list goes on from its cursor; reading marks what was seen', async () => {
  const proposed = await told.propose([aqsu, kokozek, qyzylzhar]);
  for (const one of proposed) await step(told.north, 'decline', [one], { reason });
  await look();
  const first = await ask(given.planner, 'GET', '/api/notices?limit=2');
  expect([first.rows.length, first.unread]).toEqual([2, 3]);
  const second = await ask(given.planner, 'GET', `/api/notices?limit=2&cursor=${encodeURIComponent(first.next)}`);
  expect([second.rows.length, second.next]).toEqual([1, null]);
  const ids = [...first.rows, ...second.rows].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(await ask(given.planner, 'POST', '/api/notices/read', { ids: [ids[0]] })).toEqual({ unread: 2 });
  const until = first.rows[0].madeAt;
  expect(await ask(given.planner, 'POST', '/api/notices/read', { until })).toEqual({ unread: 0 });
  expect((await given.planner.send('GET', '/api/notices?cursor=nonsense')).status).toBe(422);
});

test('what a person chooses is kept; what cannot be is refused with its place', async () => {
  const account = await ask(told.north, 'GET', '/api/account');
  expect(account).toMatchObject({ login: 'operator', language: null, mail: null, mailDigest: true, mutedMail: [] });
  expect(account.kinds).toContain('schedule-sent');
  const changes = { language: 'ru', mail: 'office@north.example', mutedMail: ['approved'], mailDigest: false };
  expect(await ask(told.north, 'PATCH', '/api/account', changes)).toMatchObject(changes);
  expect(await ask(told.north, 'GET', '/api/account')).toMatchObject({ ...changes, mutedProduct: [] });
  const refused = await told.north.send('PATCH', '/api/account', { mail: 'nowhere', language: 'de' });
  expect([refused.status, refused.body.errors.map(({ path }: { path: string }) => path).toSorted()]).toEqual([
    422,
    ['language', 'mail'],
  ]);
  const recorded = await given.database.query<{ actor: string; items: unknown }>(
    `select actor, items from change where verb = 'edit-account'`,
  );
  const [before, after] = [null, 'office@north.example'].map((mail) => ({ login: 'operator', mail }));
  expect(recorded).toEqual([
    { actor: 'operator', items: [{ entity: 'account', key: { login: 'operator' }, before, after }] },
  ]);
  await ask(told.north, 'PATCH', '/api/account', { language: null, mail: null, mutedMail: [], mailDigest: true });
});
