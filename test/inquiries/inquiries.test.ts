import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { identifier } from '../../server/changes/identifier.ts';
import { firstAltered } from '../../server/changes/chain.ts';
import { changesAfter } from '../../server/changes/queries.ts';
import { stateOf } from '../../server/inquiries/rules.ts';
import type { Inquiry, ShownInquiry } from '../../server/inquiries/schema.ts';
import { replay } from '../../server/replay/replay.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let deputy: Person;
let planner: Person;
let north: Person;
let south: Person;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  [deputy, planner, north] = [await service.as('deputy'), await service.as('planner'), await service.as('operator')];
  await database.query(
    `insert into account (id, login, display_name, role, operator_code, password_hash, created_at)
     select $1, 'south', 'South', 'operator', 'south', password_hash, created_at from account where login = 'operator'`,
    [identifier()],
  );
  south = await service.as('south');
});
beforeEach(() => database.query('delete from assignment'));
afterAll(async () => {
  await service.close();
  await database.close();
});

const toNorth = {
  about: { subject: 'settlement', regionCode: 'west', settlementCode: 'a' },
  addressee: 'operator',
  operatorCode: 'north',
  question: 'Ақсу ауылында интернет қашан болады?\nКогда будет интернет?',
};

const ask = async (request: object): Promise<ShownInquiry> => {
  const { status, body } = await deputy.send('POST', '/api/inquiries', request);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};
const at = ({ regionCode, number }: ShownInquiry) => `/api/inquiries/${regionCode}/${number}`;
const answer = (by: Person, inquiry: ShownInquiry, more: object = {}) =>
  by.send('POST', `${at(inquiry)}/answers`, { version: inquiry.version, text: 'Жауап', ...more });

test('asked twice under one id, since the reply was lost, it is asked once; the id of another thing is refused', async () => {
  const id = identifier();
  const first = await ask({ ...toNorth, id });
  expect(await ask({ ...toNorth, id, question: 'Again?' })).toEqual(first);
  const other = await deputy.send('POST', at(first) + '/outcome', { version: first.version, outcome: 'withdrawn' });
  const used = await database.query<{ action_id: string }>("select action_id from change where verb = 'conclude'");
  expect(other.status).toBe(200);
  expect((await deputy.send('POST', '/api/inquiries', { ...toNorth, id: used.at(-1)!.action_id })).status).toBe(409);
});

test('a question of thirty days, its clock and its number', async () => {
  expect(await ask(toNorth)).toMatchObject({
    regionCode: 'west',
    subject: 'settlement',
    settlementCode: 'a',
    place: { settlement: { kk: 'Ақсу' }, district: { en: 'W one' }, region: { en: 'West' } },
    operatorCode: 'north',
    askedBy: 'deputy',
    askedOn: '2026-11-22',
    dueOn: '2026-12-22',
    daysLeft: 30,
    state: 'open',
    outcome: null,
    answers: [],
  });
  expect(await ask({ ...toNorth, within: { days: 3, kind: 'working' } })).toMatchObject({ dueOn: '2026-11-25' });
});

test.each([
  [{ answeredOn: null, outcome: null, dueOn: '2026-11-22' }, 'open'],
  [{ answeredOn: null, outcome: null, dueOn: '2026-11-21' }, 'overdue'],
  [{ answeredOn: '2026-11-22', outcome: null, dueOn: '2026-11-21' }, 'answered'],
  [{ answeredOn: null, outcome: 'withdrawn', dueOn: '2026-11-21' }, 'closed'],
])('%j on 2026-11-22 is %s', (inquiry, state) => {
  expect(stateOf(inquiry as Inquiry, '2026-11-22')).toBe(state);
});

test('the operator answers, the ministry answers, the deputy is satisfied', async () => {
  const inquiry = await ask(toNorth);
  const ministry = await answer(planner, inquiry, { text: 'Мердігер таңдалды' });
  expect(ministry.body).toMatchObject({ state: 'open', answeredOn: null });
  const operator = await answer(north, ministry.body, { text: 'До конца года' });
  expect(operator.body).toMatchObject({ state: 'answered', answeredOn: '2026-11-22', daysLeft: null });
  const conclusion = { version: operator.body.version, outcome: 'satisfied', text: 'Рақмет' };
  const closed = await deputy.send('POST', `${at(inquiry)}/outcome`, conclusion);
  expect(closed.body).toMatchObject({ state: 'closed', outcome: 'satisfied', outcomeOn: '2026-11-22' });
  expect(closed.body.answers.map(({ number, party, text }: any) => [number, party, text])).toEqual([
    [1, 'ministry', 'Мердігер таңдалды'],
    [2, 'operator', 'До конца года'],
  ]);
  expect((await answer(north, closed.body)).status).toBe(409);
});

test('an answer or outcome needs the version that the person saw', async () => {
  const inquiry = await ask(toNorth);
  expect((await answer(north, inquiry)).status).toBe(200);
  const late = await answer(planner, inquiry);
  expect([late.status, late.body.title, late.body.present.number]).toEqual([409, 'Changed since', inquiry.number]);
  const outcome = { version: inquiry.version, outcome: 'withdrawn' };
  expect((await deputy.send('POST', `${at(inquiry)}/outcome`, outcome)).status).toBe(409);
});

test('an operator sees only what it is asked, its own answers and those meant for it', async () => {
  const inquiry = await ask(toNorth);
  const first = await answer(planner, inquiry, { text: 'SECRET cost of south is 98765432' });
  const second = await answer(planner, first.body, { text: 'Жер бөлінді', forOperator: true });
  const third = await answer(north, second.body, { text: 'Көреміз' });
  expect(third.body.answers.map(({ text }: { text: string }) => text)).toEqual(['Жер бөлінді', 'Көреміз']);

  expect((await south.send('GET', at(inquiry))).status).toBe(404);
  expect((await answer(south, third.body)).status).toBe(404);
  expect((await south.fetch(`${at(inquiry)}/document.pdf`)).status).toBe(404);
  const lists = [
    await south.send('GET', '/api/inquiries'),
    await south.send('GET', '/api/inquiries?operator=north'),
    await south.send('GET', '/api/inquiries?settlement=a&region=west'),
  ];
  expect(lists.map(({ body }) => body.rows)).toEqual([[], [], []]);
  const own = await north.send('GET', '/api/inquiries?operator=north');
  expect(own.body.rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(own.body)).not.toContain('SECRET');
  expect(textIn(Buffer.from(await (await north.fetch(`${at(inquiry)}/document.pdf`)).arrayBuffer())).pages).toBe(1);
});

test('a question to the ministry about the whole country', async () => {
  const figure = 'Қамту: тұрғындардың 62,3 %-ы';
  const inquiry = await ask({ about: { subject: 'country' }, addressee: 'ministry', figure, question: 'Почему?' });
  expect(inquiry).toMatchObject({ regionCode: '*', figure, operatorCode: null });
  expect((await answer(north, inquiry)).status).toBe(404);
  expect((await answer(planner, inquiry)).body.state).toBe('answered');
  const { body } = await deputy.send('GET', '/api/inquiries?state=answered&region=*');
  expect(body.rows.map(({ number }: ShownInquiry) => number)).toEqual([inquiry.number]);
});

test.each([
  ['an unknown place', { about: { subject: 'region', regionCode: 'nowhere' } }],
  ['an unknown district', { about: { subject: 'district', regionCode: 'west', districtCode: 'e1' } }],
  ['an operator that is not', { operatorCode: 'nobody' }],
  ['no operator', { operatorCode: null }],
  ["another company's assignment", {
    about: { subject: 'assignment', regionCode: 'east', settlementCode: 'd', assignmentNumber: 1 },
  }],
])('%s is refused', async (_what, change) => {
  await database.query(
    `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter, finish_quarter,
       responsible_officer, stage, version)
     values ('east', 'd', 1, 'south', 'fibre', '2027-Q1', '2027-Q3', '', 'draft', 0)`,
  );
  expect((await deputy.send('POST', '/api/inquiries', { ...toNorth, ...change })).status).toBe(422);
}); // prettier-ignore

test('only the deputy who asked closes it', async () => {
  const inquiry = await ask(toNorth);
  await database.query(`update inquiry set asked_by = 'another' where number = $1 and region_code = 'west'`, [
    inquiry.number,
  ]);
  const outcome = { version: inquiry.version, outcome: 'withdrawn' };
  expect((await deputy.send('POST', `${at(inquiry)}/outcome`, outcome)).status).toBe(403);
  await database.query(`update inquiry set asked_by = 'deputy' where asked_by = 'another'`);
});

test('a list goes on from its cursor', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  do {
    const { body }: { body: { rows: ShownInquiry[]; next: string | null } } = await deputy.send(
      'GET',
      `/api/inquiries?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    seen.push(...body.rows.map(({ regionCode, number }) => `${regionCode}/${number}`));
    cursor = body.next;
  } while (cursor !== null);
  const [{ count }] = await database.query<{ count: number }>('select count(*) as count from inquiry');
  expect([seen.length, new Set(seen).size]).toEqual([count, count]);
});

/** What can be told of a PDF without drawing it: its pages, and the characters that its fonts map to. */
function textIn(pdf: Buffer): { head: string; pages: number; characters: string } {
  const latin = pdf.toString('latin1');
  let characters = '';
  for (const [, start] of [...latin.matchAll(/stream\r?\n/g)].map((match) => [0, match.index + match[0].length])) {
    let stream: string;
    try {
      stream = inflateSync(pdf.subarray(start, latin.indexOf('endstream', start))).toString('latin1');
    } catch {
      continue;
    }
    if (!stream.includes('beginbfrange')) continue;
    for (const [, code] of stream.matchAll(/<([0-9a-f]{4})>/g)) characters += String.fromCharCode(parseInt(code, 16));
  }
  return { head: latin.slice(0, 5), pages: [...latin.matchAll(/\/Type \/Page\b/g)].length, characters };
}

test.each(['kk', 'ru'])('the document in %s is on A4 and has every letter', async (language) => {
  const inquiry = await ask({ ...toNorth, question: `Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і ₸\n${'сөз '.repeat(2000)}` });
  const reply = await deputy.fetch(`${at(inquiry)}/document.pdf?language=${language}`);
  expect(reply.headers.get('Content-Type')).toBe('application/pdf');
  const pdf = Buffer.from(await reply.arrayBuffer());
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  const { head, pages, characters } = textIn(pdf);
  expect(head).toBe('%PDF-');
  expect(pages).toBeGreaterThan(1);
  for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі₸') expect(characters).toContain(letter);
});

test('everything is in the record, and the record rebuilds it', async () => {
  const scratch = await testDatabase();
  expect(await replay(database, scratch)).toMatchObject({ rows: { inquiry: expect.any(Number) } });
  await scratch.close();
  const chain = await changesAfter(database, new Map([['west', 0]]));
  expect(new Set(chain.map(({ verb }) => verb))).toEqual(new Set(['import', 'ask', 'answer', 'conclude']));
  expect(firstAltered(chain)).toBeNull();
});
