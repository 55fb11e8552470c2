import { Writable } from 'node:stream';
import { jest } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../server/database/database.ts';
import { smallCountry } from '../country.ts';
import { testDatabase } from '../database.ts';
import { startService, type TestService } from '../service.ts';

const hour = 3_600_000;
const everythingButWaiting = [
  'Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate',
  'setInterval', 'clearInterval',
] as const as never; // prettier-ignore

let database: Database;
let service: TestService;
let logged = '';
let told: jest.Spied<typeof console.error>;

beforeAll(async () => {
  database = await testDatabase();
  await smallCountry(database);
  const lines = new Writable({
    write(line, _encoding, done) {
      logged += line;
      done();
    },
  });
  told = jest.spyOn(console, 'error').mockImplementation(() => {});
  // Only what waits is feigned, before anything does.
  jest.useFakeTimers({ doNotFake: everythingButWaiting });
  service = await startService(database, undefined, undefined, { log: pino({ level: 'error' }, lines) });
});
afterAll(() => {
  jest.useRealTimers();
  told.mockRestore();
});

const isThere = async (sid: string) => (await database.query('select from session where sid = $1', [sid])).length === 1;

const nextTurn = () => new Promise((done) => setImmediate(done));

test('sessions that have expired are removed, others stay', async () => {
  await database.query(`insert into session (sid, sess, expire) values
    ('long ago', '{}', now() - interval '1 day'), ('tomorrow', '{}', now() + interval '1 day')`);
  const planner = await service.as('planner');
  jest.advanceTimersByTime(2 * hour);
  for (let turns = 0; (await isThere('long ago')) && turns < 1000; turns++) await nextTurn();
  expect([await isThere('long ago'), await isThere('tomorrow')]).toEqual([false, true]);
  expect((await planner.send('GET', '/api/session')).status).toBe(200);
});

test('after its end the service asks its database nothing', async () => {
  await service.close();
  await database.close();
  jest.advanceTimersByTime(2 * hour);
  for (let turns = 0; turns < 100; turns++) await nextTurn();
  expect([told.mock.calls, logged]).toEqual([[], '']);
});
