import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry, registerOf } from '../recorded-country.ts';
import { startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;

/** Every trace of the company `south` that north must never find. */
const secrets = /south|98765432|КОМПАНИЯ|Officer|Оңтүстік/i;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  await loadText(database, 'south-claims.csv', registerOf('d,south,fibre,300,100,2026-11-01\n'));
  await database.query(
    `insert into assignment (region_code, settlement_code, number, operator_code, technology, start_quarter, finish_quarter,
       cost_tenge, responsible_officer, stage, reason_code, reason_text, version)
     values ('west', 'a', 1, 'south', 'fibre', '2025-Q4', '2026-Q1', 98765432, 'Officer', 'returned', 'cost', 'КОМПАНИЯ', 0),
       ('west', 'b', 1, 'south', 'fibre', '2025-Q4', '2026-Q1', 98765432, 'Officer', 'declined', 'cost', 'КОМПАНИЯ', 0)`,
  );
  service = await startService(database);
  const deputy = await service.as('deputy');
  const planner = await service.as('planner');
  const about = { subject: 'assignment', regionCode: 'west', settlementCode: 'a', assignmentNumber: 1 };
  const question = { about, addressee: 'operator', operatorCode: 'south', question: 'КОМПАНИЯ?' };
  const { body } = await deputy.send('POST', '/api/inquiries', question);
  const answer = { version: body.version, text: 'КОМПАНИЯ 98765432', forOperator: true };
  await planner.send('POST', `/api/inquiries/west/${body.number}/answers`, answer);
  samples.number = String(body.number);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const samples: Record<string, string> = { regionCode: 'west' };
const ours = /^\/api\/(reports|inquiries|share-links)/;
const queries = ['', '?region=west', '?operator=south', '?region=west&district=w1&operator=south&knownOn=2026-11-22'];

test('no route of figures, inquiries or links tells an operator of another', async () => {
  const { body } = await service.nobody.send('GET', '/api/openapi.json');
  const paths = Object.entries(body.paths as Record<string, { get?: object }>)
    .filter(([path, { get }]) => ours.test(path) && get !== undefined)
    .map(([path]) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name]));
  expect(paths.length).toBe(8);
  const operator = await service.as('operator');
  const deputy = await service.as('deputy');
  const told = { operator: '', deputy: '' };
  for (const path of paths) {
    for (const query of queries) {
      told.operator += await (await operator.fetch(path + query)).text();
      told.deputy += await (await deputy.fetch(path + query)).text();
    }
  }
  expect(secrets.exec(told.operator)).toBeNull();
  // The same questions find it all for whoever may know.
  for (const secret of ['south', 'КОМПАНИЯ', 'Officer']) expect(told.deputy).toContain(secret);
});

test('an operator cannot write what is not its own', async () => {
  const operator = await service.as('operator');
  const path = `/api/inquiries/west/${samples.number}`;
  const statuses = [
    await operator.send('POST', `${path}/answers`, { version: 1, text: 'x' }),
    await operator.send('POST', `${path}/outcome`, { version: 1, outcome: 'satisfied' }),
    await operator.send('POST', '/api/inquiries', {}),
    await operator.send('POST', '/api/share-links', { address: '/', expiresOn: '2026-12-01' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([404, 403, 403, 403]);
});
