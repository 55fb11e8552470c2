import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { identifier } from '../../server/changes/identifier.ts';
import type { Database } from '../../server/database/database.ts';
import { replay } from '../../server/replay/replay.ts';
import { tokenOf } from '../../server/sharing/token.ts';
import type { OwnShareLink } from '../../server/sharing/schema.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { loadText, recordedCountry, registerOf } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let deputy: Person;

beforeAll(async () => {
  database = await testDatabase();
  feignDate('2026-10-01');
  await recordedCountry(database, '2026-10-01');
  feignDate('2026-11-20');
  await loadText(database, 'a.csv', registerOf('a,north,fibre,200,100,2026-11-19\n'));
  jest.useRealTimers();
  service = await startService(database);
  deputy = await service.as('deputy');
  await database.query(
    `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter, finish_quarter,
       cost_tenge, responsible_officer, stage, reason_code, reason_text, version)
     values ('west', 'b', 1, 'north', 'fibre', '2025-Q4', '2026-Q1', 98765432, 'А. Сәрсенов', 'returned', 'power', 'Phone Ерлан', 0),
       ('west', 'b', 2, 'south', 'fibre', '2027-Q1', '2027-Q4', null, '', 'approved', null, null, 0)`,
  );
  // What the state owed was done in time: no clock stood still.
  await database.query(
    `insert into milestone (region_code, settlement_code, number, operator_code, kind, actual, version)
     select 'west', 'b', 1, 'north', kind, '2025-10-01', 0 from unnest('{land,power,permits}'::text[]) as kind`,
  );
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const share = async (body: object): Promise<OwnShareLink> => {
  const reply = await deputy.send('POST', '/api/share-links', { address: '/?view=deputy&lang=kk', ...body });
  expect([reply.status, reply.body.detail]).toEqual([200, undefined]);
  return reply.body;
};
const open = (token: string, path = '') => service.nobody.send('GET', `/api/shared/${token}${path}`);

test('shared twice under one id, since the reply was lost, it is one link; nobody takes the id of another’s', async () => {
  const body = { id: identifier(), address: '/?view=deputy', expiresOn: '2026-12-31' };
  expect(await share(body)).toEqual(await share(body));
  expect((await (await service.as('planner')).send('POST', '/api/share-links', body)).status).toBe(409);
});

test('whoever bears a link sees the view as it is, and nothing about people or cost', async () => {
  const { token } = await share({ expiresOn: '2026-12-31' });
  const { status, body } = await open(token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ address: '/?view=deputy&lang=kk', frozenOn: null, asOf: '2026-11-22' });
  expect((await open(token)).body.state).toBe(body.state);
  expect(body.operators.map(({ code }: { code: string }) => code)).toEqual(['north', 'south']);
  expect((await open(token, '/coverage')).body.total.served).toEqual({ settlements: 2, residents: 1800 });
  const settlements = (await open(token, '/settlements?region=west&limit=2')).body;
  expect([settlements.total, settlements.next, settlements.rows[1]]).toEqual([3, 2, {
    regionCode: 'west', code: 'b', districtCode: 'w2', names: { kk: 'Бұлақ', ru: '', en: '' },
    population: 500, populationSource: null, populationDate: '2026-01-01', longitude: 71.5, latitude: 51,
    status: 'unknown', flagged: true,
    assignments: [{ number: 1, operatorCode: 'north', technology: 'fibre', startQuarter: '2025-Q4',
      finishQuarter: '2026-Q1', stage: 'returned' }, { number: 2, operatorCode: 'south', technology: 'fibre',
      startQuarter: '2027-Q1', finishQuarter: '2027-Q4', stage: 'approved' }],
  }]); // prettier-ignore
  const { rows } = (await open(token, '/overdue')).body;
  expect(rows.map((row: { code: string; cause: string }) => [row.code, row.cause])).toEqual([['b', 'power']]);
  const all = await Promise.all(
    ['', '/coverage', '/curve', '/overdue', '/settlements', '/boundaries'].map((path) => open(token, path)),
  );
  expect(all.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(JSON.stringify(all.map((reply) => reply.body))).not.toMatch(
    /Сәрсенов|Ерлан|98765432|responsibleOfficer|costTenge|deputy"/,
  );
});

test.each([
  ['region=west', ['a', 'b', 'c']],
  ['district=w2', ['b', 'c']],
  ['status=served', ['a', 'f']],
  ['flagged=true', ['d', 'b']],
  ['populationMissing=true', ['e']],
  ['populationFrom=500&populationTo=1000', ['a', 'f', 'b']],
  ['operator=north', ['b']],
  ['stage=none&region=west', ['a', 'c']],
  ['quarter=2026-Q1', ['b']],
  ['operator=south', ['b']],
  ['operator=south&quarter=2026-Q1', []],
  ['operator=south&stage=returned', []],
  [`query=${encodeURIComponent('АҚ')}`, ['a', 'b']],
])('the filter %s holds', async (filter, codes) => {
  const { token } = await share({ expiresOn: '2026-12-31' });
  const { rows } = (await open(token, `/settlements?${filter}`)).body;
  expect(rows.map(({ code }: { code: string }) => code)).toEqual(codes);
});

test('a frozen link shows its date for ever', async () => {
  const { token } = await share({ expiresOn: '2026-12-31', frozenOn: '2026-11-01' });
  expect((await open(token)).body.asOf).toBe('2026-11-01');
  expect((await open(token, '/coverage')).body.total.served).toEqual({ settlements: 1, residents: 800 });
  expect((await open(token, '/settlements?status=served')).body.rows.map(({ code }: any) => code)).toEqual(['f']);
  expect((await open(token, '/overdue')).body.rows).toEqual([]);
});

test('a link that was altered, has expired, was revoked or never was does not open, and says no more', async () => {
  const link = await share({ expiresOn: '2026-11-22', frozenOn: '2026-11-01' });
  expect((await open(link.token)).status).toBe(200);
  const other = link.token.endsWith('A') ? 'B' : 'A';
  const forged = tokenOf({ ...link, frozenOn: null }, 'another key');
  const never = link.token.replace(/^.{8}/, '00000000');
  for (const token of [link.token.slice(0, -1), link.token.slice(0, -2) + other + other, forged, never, 'none']) {
    const { status, body } = await open(token, '/coverage');
    expect([token, status, body.detail]).toEqual([
      token,
      404,
      'This link does not open: it has expired, was revoked or never was.',
    ]);
  }
  // What it grants is signed: a date that is moved in the database does not open either.
  await database.query(`update share_link set expires_on = '2030-01-01' where id = $1`, [link.id]);
  expect((await open(link.token)).status).toBe(404);
  await database.query(`update share_link set expires_on = '2026-11-22' where id = $1`, [link.id]);

  const past = tokenOf({ ...link, expiresOn: '2026-11-21' }, await key());
  await database.query(`update share_link set expires_on = '2026-11-21' where id = $1`, [link.id]);
  expect((await open(past)).status).toBe(404);
  await database.query(`update share_link set expires_on = '2026-11-22' where id = $1`, [link.id]);

  expect((await (await service.as('planner')).send('DELETE', `/api/share-links/${link.id}`)).status).toBe(403);
  expect((await deputy.send('DELETE', `/api/share-links/${link.id}`)).status).toBe(204);
  expect((await open(link.token)).status).toBe(404);
});

const key = async () =>
  (await database.query<{ value: string }>(`select value from installation where name = 'share-key'`))[0].value;

test.each([
  [{ expiresOn: '2026-11-21' }, 'expiresOn: 2026-11-21 is past.'],
  [{ expiresOn: '2026-12-01', frozenOn: '2026-11-23' }, 'frozenOn: 2026-11-23 is yet to come.'],
])('%j is refused', async (body, detail) => {
  const reply = await deputy.send('POST', '/api/share-links', { address: '/', ...body });
  expect([reply.status, reply.body.detail]).toEqual([422, detail]);
});

test.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', ''])(
  'an address outside the installation is refused: %j',
  async (address) => {
    expect((await deputy.send('POST', '/api/share-links', { address, expiresOn: '2026-12-01' })).status).toBe(422);
  },
);

test('a link opens nothing else, and cannot write', async () => {
  const { token, id } = await share({ expiresOn: '2026-12-31' });
  expect((await service.nobody.send('GET', '/api/country')).status).toBe(401);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await service.nobody.send(method, `/api/shared/${token}`, {})).status).toBe(404);
  }
  expect((await service.nobody.send('DELETE', `/api/share-links/${id}`)).status).toBe(401);
});

test('one sees the links that one has shared, and they are in the record', async () => {
  const { id, token } = await share({ expiresOn: '2026-12-31' });
  const { rows } = (await deputy.send('GET', '/api/share-links')).body;
  expect(rows.find((row: OwnShareLink) => row.id === id).token).toBe(token);
  expect((await (await service.as('planner')).send('GET', '/api/share-links')).body.rows).toEqual([]);
  for (const table of ['milestone', 'assignment']) await database.query(`delete from ${table}`);
  const scratch = await testDatabase();
  expect(await replay(database, scratch)).toHaveProperty('rows');
  await scratch.close();
  const [record] = await database.query<{ text: string }>(`select string_agg(items::text, '') as text from change`);
  expect(record.text).toContain(id);
  expect(record.text).not.toContain(token);
});
