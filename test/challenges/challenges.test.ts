import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bringsNew, stateOf } from '../../server/challenges/rules.ts';
import type { Challenge, ChallengeStatement, ShownChallenge } from '../../server/challenges/schema.ts';
import { identifier } from '../../server/changes/identifier.ts';
import { changesAfter } from '../../server/changes/queries.ts';
import { liveEventsOf } from '../../server/changes/routes.ts';
import type { Database } from '../../server/database/database.ts';
import { follow, remind } from '../../server/notices/give.ts';
import { readPast } from '../../server/reports/past.ts';
import { replay } from '../../server/replay/replay.ts';
import { pdf } from '../attachments/files.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry, registerOf } from '../recorded-country.ts';
import { addSoutherner, type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let deputy: Person;
let planner: Person;
let planner2: Person;
let north: Person;
let south: Person;
let date = '2026-11-22';

const giving = { now: new Date('2026-11-22T10:00:00Z'), sendsMail: false };
const tell = () => follow(database, giving);

async function signIn(): Promise<void> {
  deputy = await service.as('deputy');
  planner = await service.as('planner');
  planner2 = await service.as('planner2');
  north = await service.as('operator');
  south = await service.as('southerner');
}

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  const claims = registerOf(
    'd,south,fibre,100,100,2026-02-01\nf,south,4g,2,1,2026-02-01\nf,north,4g,2,1,2026-02-01\nd,south,4g,2,1,2026-02-01\nd,south,5g,2,1,2026-02-01\n',
  );
  await loadText(database, 'claims.csv', claims);
  service = await startService(database, new Map(), () => date);
  await addSoutherner(database);
  await signIn();
  await tell();
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const detail = async (by: Person, code: string) => (await by.send('GET', `/api/settlements/east/${code}`)).body;
const evidenceOf = async (code: string, operatorCode: string, technology: string): Promise<string> =>
  (await detail(planner, code)).evidence.find(
    (piece: any) => piece.operatorCode === operatorCode && piece.technology === technology,
  ).id;
const slow = (settlementCode: string, download = 2) => ({ settlementCode, download, upload: 1, latency: 300 });

async function request(more: object = {}) {
  return {
    regionCode: 'east',
    operatorCode: 'south',
    claims: [{ settlementCode: 'f', evidenceId: await evidenceOf('f', 'south', 'fibre') }],
    text: 'Ауылда талшық жоқ.\nВ селе нет оптики.',
    tests: [slow('f')],
    ...more,
  };
}
async function raise(more: object = {}, by = deputy): Promise<ShownChallenge> {
  const { status, body } = await by.send('POST', '/api/challenges', await request(more));
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
}
const at = ({ regionCode, number }: ShownChallenge) => `/api/challenges/${regionCode}/${number}`;
const write = (by: Person, what: string, { version, ...key }: ShownChallenge, more: object = {}) =>
  by.send('POST', `${at({ version, ...key })}/${what}`, { version, text: 'Себебі', ...more });
const done = async (reply: Promise<{ status: number; body: any }>): Promise<ShownChallenge> => {
  const { status, body } = await reply;
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};
const noticesOf = async (by: Person, kind: string): Promise<string[]> =>
  (await by.send('GET', '/api/notices?language=en')).body.rows
    .filter((row: any) => row.kind === kind)
    .map(({ text }: { text: string }) => text);

test.each([
  [{ answer: null, outcome: null, dueOn: '2026-11-22' }, 'open'],
  [{ answer: null, outcome: null, dueOn: '2026-11-21' }, 'undefended'],
  [{ answer: 'rebutted', outcome: null, dueOn: '2026-11-21' }, 'rebutted'],
  [{ answer: 'conceded', outcome: null, dueOn: '2026-11-23' }, 'conceded'],
  [{ answer: null, outcome: 'upheld', dueOn: '2026-11-21' }, 'upheld'],
  [{ answer: 'rebutted', outcome: 'dismissed', dueOn: '2026-11-21' }, 'dismissed'],
  [{ answer: 'rebutted', outcome: 'retracted', dueOn: '2026-11-21' }, 'retracted'],
])('%j on 2026-11-22 is %s', (challenge, state) => {
  expect(stateOf(challenge as Challenge, '2026-11-22')).toBe(state);
});

test('new evidence is what was not shown before', () => {
  const shown = { tests: [slow('f')], attachments: ['one'], evidence: [{ settlementCode: 'f', evidenceId: 'e' }] };
  const before = [{ ...shown, attachments: [{ id: 'one' }] }] as unknown as ChallengeStatement[];
  expect(bringsNew(shown, before)).toBe(false);
  expect(bringsNew({ ...shown, tests: [slow('f', 3)] }, before)).toBe(true);
  expect(bringsNew({ ...shown, attachments: ['one', 'two'] }, before)).toBe(true);
  expect(bringsNew(shown, [])).toBe(true);
});

test('a claim is challenged, rebutted and withdrawn: the settlement is flagged; the decision reversed, it is served', async () => {
  expect((await detail(planner, 'f')).assessment).toMatchObject({ status: 'served', flagged: false });
  const challenge = await raise();
  expect(challenge).toMatchObject({
    regionCode: 'east',
    operatorCode: 'south',
    party: 'deputy',
    raisedOn: '2026-11-22',
    // Ten working days.
    dueOn: '2026-12-04',
    daysLeft: 12,
    state: 'open',
    claims: [{ settlementCode: 'f', claim: { kind: 'register', download: 100 }, outcome: null }],
    places: [{ settlementCode: 'f', settlement: { kk: 'Форт' }, district: { en: 'E one' }, region: { en: 'East' } }],
    statements: [{ step: 'raise', tests: [slow('f')], writtenByName: 'deputy', writtenOn: '2026-11-22' }],
  });
  const [piece] = (await detail(deputy, 'f')).evidence.filter((one: any) => one.challenge !== null);
  expect(piece.challenge).toEqual({ number: challenge.number, upheld: false });
  // While it waits nothing is changed.
  expect((await detail(planner, 'f')).assessment.status).toBe('served');

  const early = await write(planner, 'decision', challenge, { upheld: ['f'] });
  expect([early.status, early.body.refusal]).toEqual([409, 'too-early']);
  const seen = (await south.send('GET', at(challenge))).body;
  expect(Object.keys(seen)).not.toContain('raisedByName');
  expect([seen.party, seen.statements[0].writtenByName]).toEqual(['deputy', null]);
  const disputed = { evidence: [{ settlementCode: 'f', evidenceId: piece.id }] };
  expect((await write(south, 'rebuttal', seen, disputed)).body.refusal).toBe('unknown-evidence');
  const rebutted = await done(write(south, 'rebuttal', seen, { tests: [slow('f', 90)] }));
  expect(rebutted).toMatchObject({ state: 'rebutted', answeredOn: '2026-11-22', daysLeft: null });
  const again = await write(south, 'rebuttal', rebutted);
  expect([again.status, again.body.refusal]).toEqual([409, 'answered-already']);

  const stale = await write(planner, 'decision', challenge, { upheld: ['f'] });
  expect([stale.status, stale.body.title, JSON.stringify(stale.body).includes('raisedBy')]).toEqual([
    409,
    'Changed since',
    false,
  ]);
  const upheld = await done(write(planner, 'decision', rebutted, { upheld: ['f'] }));
  expect(upheld).toMatchObject({ state: 'upheld', decidedOn: '2026-11-22', claims: [{ outcome: 'upheld' }] });
  const after = await detail(planner, 'f');
  expect(after.assessment).toMatchObject({ status: 'underserved', flagged: true, best: { technology: '4g' } });
  expect(after.evidence.find((one: any) => one.id === piece.id)).toMatchObject({
    challenge: { number: challenge.number, upheld: true },
    deciding: false,
  });
  expect(after.history.slice(0, 3).map(({ verb }: any) => verb)).toEqual(['uphold', 'challenge', 'import']);
  const known = await readPast(database, new Date().toISOString().slice(0, 10));
  expect(known.settlements.find(({ code }) => code === 'f')!.status).toBe('underserved');
  const row = (await planner.send('GET', '/api/settlements?sort=name&query=Форт')).body.rows[0];
  expect(row).toMatchObject({ status: 'underserved', flagged: true });

  const reversed = await done(write(planner, 'reversal', upheld));
  expect(reversed).toMatchObject({ state: 'dismissed', claims: [{ outcome: 'dismissed' }] });
  expect(reversed.statements.map(({ step }) => step)).toEqual(['raise', 'rebut', 'decide', 'reverse']);
  expect((await detail(planner, 'f')).assessment).toMatchObject({ status: 'served', flagged: false });
  const none = await write(planner, 'reversal', reversed);
  expect([none.status, none.body.refusal]).toEqual([409, 'not-upheld']);
});

test('what was dismissed is challenged again only with evidence that is new; at once it is challenged once', async () => {
  const same = await deputy.send('POST', '/api/challenges', await request());
  expect([same.status, same.body.refusal]).toEqual([422, 'needs-new-evidence']);
  const nothing = await deputy.send('POST', '/api/challenges', await request({ tests: [] }));
  expect([nothing.status, nothing.body.refusal]).toEqual([422, 'needs-evidence']);
  const id = identifier();
  const second = await raise({ id, tests: [slow('f', 3)] });
  expect(await raise({ id, tests: [slow('f', 3)] })).toEqual(second);
  const third = await planner.send('POST', '/api/challenges', await request({ tests: [slow('f', 4)] }));
  expect([third.status, third.body.refusal]).toEqual([409, 'challenged-already']);
  const conceded = await done(write(south, 'rebuttal', second, { concede: true }));
  expect(conceded.state).toBe('conceded');
  await done(write(planner, 'decision', conceded, { upheld: ['f'] }));
  const withdrawn = await planner.send('POST', '/api/challenges', await request({ tests: [slow('f', 5)] }));
  expect([withdrawn.status, withdrawn.body.refusal]).toEqual([409, 'withdrawn-already']);
});

test('in several settlements it is decided in each; without a rebuttal, once the time is over', async () => {
  const claims = [
    { settlementCode: 'd', evidenceId: await evidenceOf('d', 'south', 'fibre') },
    { settlementCode: 'f', evidenceId: await evidenceOf('f', 'south', '4g') },
  ];
  const sent = { days: 3, kind: 'working' };
  expect((await planner.send('PUT', '/api/challenge-clock', sent)).body).toEqual(sent);
  const challenge = await raise({ claims, tests: [slow('d'), slow('f')] }, planner);
  expect([challenge.dueOn, challenge.party, challenge.places.length]).toEqual(['2026-11-25', 'ministry', 2]);
  await tell();
  await remind(database, '2026-11-24', giving);
  await remind(database, '2026-11-24', giving);
  expect(await noticesOf(south, 'challenge-raised')).toHaveLength(3);
  const { number } = challenge;
  expect(await noticesOf(south, 'challenge-wanted')).toEqual([
    `Your rebuttal of challenge No.\u00a0east/${number} is awaited by 25 November 2026; 1 day is left.`,
  ]);

  date = '2026-11-26';
  await signIn();
  const [first] = (await deputy.send('GET', '/api/challenges?state=undefended')).body.rows;
  expect([first.number, first.daysLeft]).toEqual([number, null]);
  const late = await write(south, 'rebuttal', challenge);
  expect([late.status, late.body.refusal]).toEqual([409, 'time-over']);
  expect((await planner.send('GET', at(challenge))).body.own).toBe('another-decides');
  const own = await write(planner, 'decision', challenge, { upheld: ['d'] });
  expect([own.status, own.body.refusal]).toEqual([409, 'own-challenge']);
  const decided = await done(write(planner2, 'decision', challenge, { upheld: ['d'] }));
  expect([decided.own, decided.decidedByRaiser]).toEqual([null, false]);
  expect(decided.claims.map(({ outcome }) => outcome)).toEqual(['upheld', 'dismissed']);
  expect((await detail(planner, 'd')).assessment.status).not.toBe('served');
  expect((await write(planner, 'decision', decided, { upheld: ['d'] })).body.refusal).toBe('decided-already');

  await tell();
  await remind(database, date, giving);
  expect(await noticesOf(south, 'challenge-decided')).toHaveLength(4);
  expect((await noticesOf(deputy, 'challenge-answered')).length).toBe(2);
  expect((await noticesOf(deputy, 'challenge-decided')).length).toBe(3);
  expect(await noticesOf(north, 'challenge-raised')).toEqual([]);
});

test('whoever raised it withdraws it before it is decided: the claims count, and may be challenged by the same evidence', async () => {
  const claims = [{ settlementCode: 'd', evidenceId: await evidenceOf('d', 'south', '5g') }];
  const first = await raise({ claims, tests: [slow('d')] });
  expect([first.own, (await planner.send('GET', at(first))).body.own]).toEqual(['another-decides', null]);
  expect((await write(planner, 'retraction', first)).status).toBe(403);
  const rebutted = await done(write(south, 'rebuttal', first));
  const retracted = await done(write(deputy, 'retraction', rebutted));
  expect(retracted).toMatchObject({ state: 'retracted', decidedOn: date, claims: [{ outcome: 'dismissed' }] });
  const [last] = (await south.send('GET', at(first))).body.statements.toReversed();
  expect([last.step, last.text, last.writtenByName]).toEqual(['retract', 'Себебі', null]);
  const none = await write(deputy, 'retraction', retracted);
  expect([none.status, none.body.refusal]).toEqual([409, 'decided-already']);
  expect((await write(planner, 'decision', retracted, { upheld: ['d'] })).body.refusal).toBe('decided-already');
  await tell();
  const text = [`Challenge No.\u00a0east/${first.number} (South) was withdrawn by whoever raised it.`];
  expect(await noticesOf(south, 'challenge-retracted')).toEqual(text);
  expect(await noticesOf(planner, 'challenge-retracted')).toEqual(text);

  // Where nobody else can decide it, whoever raised it does, and all who read it know.
  const second = await raise({ claims, tests: [slow('d')] }, planner);
  await done(write(south, 'rebuttal', second));
  await database.query("update account set role = 'deputy' where login in ('planner2', 'administrator')");
  const seen = (await planner.send('GET', at(second))).body;
  expect(seen.own).toBe('decides-alone');
  const decided = await done(write(planner, 'decision', seen, { upheld: [] }));
  expect([decided.state, decided.decidedByRaiser]).toEqual(['dismissed', true]);
  await database.query("update account set role = 'planner' where login in ('planner2', 'administrator')");
});

test('the list has what waits by its term, then the decided; it goes on from its cursor', async () => {
  await raise({
    operatorCode: 'north',
    claims: [{ settlementCode: 'f', evidenceId: await evidenceOf('f', 'north', '4g') }],
  });
  const seen: ShownChallenge[] = [];
  let cursor: string | null = '';
  do {
    const { body }: { body: { rows: ShownChallenge[]; next: string | null } } = await deputy.send(
      'GET',
      `/api/challenges?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    seen.push(...body.rows);
    cursor = body.next;
  } while (cursor !== null);
  expect(seen.map(({ state }) => state)).toEqual(['open', 'upheld', 'retracted', 'dismissed', 'dismissed', 'upheld']);
  const d = (await deputy.send('GET', '/api/challenges?settlement=d&operator=south&region=east')).body.rows;
  expect(d.map(({ places }: ShownChallenge) => places.length)).toEqual([2, 1, 1]);
});

test('an operator sees only challenges of its own claims; files are for the two sides', async () => {
  const [own] = (await north.send('GET', '/api/challenges')).body.rows;
  expect(own.operatorCode).toBe('north');
  expect((await south.send('GET', at(own))).status).toBe(404);
  expect((await write(south, 'rebuttal', own)).status).toBe(404);
  expect((await south.fetch(`${at(own)}/document.pdf`)).status).toBe(404);
  expect((await south.send('GET', '/api/challenges?operator=north')).body.rows).toEqual([]);
  const pieces = (await detail(south, 'f')).evidence;
  expect(pieces.some(({ operatorCode }: any) => operatorCode === 'north')).toBe(false);

  const send = (by: Person, id: string, code: string, number = '') =>
    by.fetch(
      `/api/attachments/${id}?${new URLSearchParams({ region: 'east', code, kind: 'document', fileName: 'a.pdf', ...(number && { number }) })}`,
      { method: 'PUT', body: new Uint8Array(pdf) },
    );
  const [proof, rebuttal] = [identifier(), identifier()];
  expect((await send(deputy, proof, 'd')).status).toBe(200);
  expect((await send(deputy, identifier(), 'd', '1')).status).toBe(403);
  expect((await send(deputy, identifier(), 'nowhere')).status).toBe(404);
  // Nothing of the south is challenged there now.
  expect((await send(south, rebuttal, 'd')).status).toBe(404);
  expect((await south.fetch(`/api/attachments/${proof}`)).status).toBe(404);
  const claims = [{ settlementCode: 'd', evidenceId: await evidenceOf('d', 'south', '4g') }];
  const commitment = { operatorCode: 'north', technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q2' };
  await planner.send('POST', '/api/assignments', { settlements: [{ regionCode: 'east', code: 'd' }], commitment });
  const inspectors = identifier();
  expect((await send(planner, inspectors, 'd', '1')).status).toBe(200);
  const body = await request({ claims, tests: [], attachments: [inspectors] });
  expect((await planner.send('POST', '/api/challenges', body)).body.refusal).toBe('unknown-file');
  const challenge = await raise({ claims, tests: [], attachments: [proof] });
  expect((await south.fetch(`/api/attachments/${proof}`)).status).toBe(200);
  expect((await north.fetch(`/api/attachments/${proof}`)).status).toBe(404);
  const another = await write(south, 'rebuttal', challenge, { attachments: [proof] });
  expect([another.status, another.body.refusal]).toEqual([422, 'unknown-file']);
  expect((await send(south, rebuttal, 'd')).status).toBe(200);
  const { statements } = await done(write(south, 'rebuttal', challenge, { attachments: [rebuttal] }));
  expect(statements.map(({ attachments }) => attachments.map(({ id }) => id))).toEqual([[proof], [rebuttal]]);
  expect((await deputy.fetch(`/api/attachments/${rebuttal}`)).status).toBe(200);
  for (const language of ['kk', 'ru']) {
    const document = await south.fetch(`${at(challenge)}/document.pdf?language=${language}`);
    expect([document.headers.get('Content-Type'), (await document.text()).slice(0, 5)]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
  }
});

test.each([
  ['evidence of no such id', { claims: [{ settlementCode: 'f', evidenceId: identifier() }] }, 'no-such-claim'],
  ["another company's claim", { operatorCode: 'north' }, 'no-such-claim'],
  ['a test of elsewhere', { tests: [slow('a')] }, 'unknown-evidence'],
  [
    'evidence that is not',
    { tests: [slow('d')], evidence: [{ settlementCode: 'f', evidenceId: identifier() }] },
    'unknown-evidence',
  ],
  ['a file that is not', { tests: [slow('d')], attachments: [identifier()] }, 'unknown-file'],
])('%s is refused', async (_what, more, refusal) => {
  const claims = [{ settlementCode: 'd', evidenceId: await evidenceOf('d', 'south', '5g') }];
  const { status, body } = await deputy.send('POST', '/api/challenges', await request({ claims, ...more }));
  expect([status, body.refusal]).toEqual([422, refusal]);
});

test('a company is told that a claim of its own is challenged, not by whom; of others, what everybody may know', async () => {
  const changes = await changesAfter(database, new Map([['east', 0]]));
  const told = (company: string) =>
    liveEventsOf(changes, company)
      .filter(({ verb }) => verb !== 'import')
      .map(({ actor, verb, settlements }) => [verb, actor, ...settlements!.map(({ code }) => code)].join(' '));
  expect(new Set(told('south'))).toEqual(
    new Set([
      'challenge  f',
      'rebut southerner',
      'uphold planner f',
      'reverse-decision planner f',
      'concede southerner',
      'challenge  d f',
      'uphold planner2 d f',
      'retract  d',
      'dismiss planner d',
      'attach southerner d',
      'challenge  d',
    ]),
  );
  expect(told('north')).toEqual([
    'edit-evidence  f',
    'edit-evidence  f',
    'edit-evidence  f',
    'edit-evidence  d',
    'challenge  f',
    'assign planner d',
  ]);
});

test('the record rebuilds it', async () => {
  const scratch = await testDatabase();
  const rebuilt = { rows: { challenge: 7, challenge_claim: 8, challenge_statement: 18, attachment: 3 }, others: [] };
  expect(await replay(database, scratch)).toMatchObject(rebuilt);
  await scratch.close();
});
