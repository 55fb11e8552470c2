import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { largeCountry } from '../large-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

let database: Database;
let service: TestService;
let planner: Person;

beforeAll(async () => {
  database = await testDatabase();
  await largeCountry(database, 3000);
  service = await startService(database);
  planner = await service.as('planner');
});

afterAll(async () => {
  await service.close();
  await database.close();
});

const paths = ['/api/tiles/4/10/5.mvt', '/api/tiles/4/11/5.mvt', '/api/tiles/3/5/2.mvt', '/api/tiles/5/22/11.mvt'];

async function plainTile(path: string): Promise<Buffer> {
  const reply = await planner.fetch(path, { headers: { 'Accept-Encoding': 'identity' } });
  return Buffer.from(await reply.arrayBuffer());
}

/** The bodies of the replies that are whole, of those that follow each other on one line. */
function bodiesOf(bytes: Buffer): Buffer[] {
  const bodies: Buffer[] = [];
  let from = 0;
  for (let head = 0; (head = bytes.indexOf('\r\n\r\n', from)) >= 0;) {
    const begin = head + 4;
    from = begin + Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', from, begin))![1]);
    if (from > bytes.length) break;
    bodies.push(bytes.subarray(begin, from));
  }
  return bodies;
}

test('who reads slowly gets each tile as it was made, however many others were made meanwhile', async () => {
  const expected = await Promise.all(paths.map(plainTile));
  expect(new Set(expected.map(({ length }) => length)).size).toBe(paths.length);
  const asked = 1200;
  // More than the line holds, so that tiles wait in the service.
  expect((asked / paths.length) * Buffer.concat(expected).length).toBeGreaterThan(10_000_000);

  const { port } = new URL(service.address);
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  socket.pause();
  for (let i = 0; i < asked; i++) {
    socket.write(`GET ${paths[i % paths.length]} HTTP/1.1\r\nHost: here\r\nCookie: ${planner.cookie}\r\n\r\n`);
  }
  for (let round = 0; round < 10; round++) {
    await setTimeout(20);
    for (const path of paths) await plainTile(path);
  }

  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.resume();
  let bodies: Buffer[] = [];
  while (bodies.length < asked) {
    await setTimeout(200);
    bodies = bodiesOf(Buffer.concat(chunks));
  }
  socket.destroy();
  expect(bodies.findIndex((body, i) => !body.equals(expected[i % paths.length]))).toBe(-1);
});
