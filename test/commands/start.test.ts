import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeCountry } from '../../client/store/country.ts';
import { sums } from '../../server/places/rules.ts';
import { type Running, run, startProcess } from '../process.ts';
import { engine, ownDatabase, type OwnDatabase } from '../database.ts';
import { bytesOfReply } from '../weight.ts';

const minutes = 60_000;

/** Only the embedded database has a directory with one owner. */
const onEmbedded = engine === 'PGlite' ? test : test.skip;

let directory: string;
let own: OwnDatabase;
let settings: Record<string, string>;
let service: Running & { address: string };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'baylanys-start-'));
  own = await ownDatabase();
  settings = { DATA_DIR: directory, ...own.settings };
  service = await startProcess(settings);
}, 3 * minutes);

afterAll(async () => {
  service?.child.kill('SIGKILL');
  await service?.ended;
  await own?.drop();
  await rm(directory, { recursive: true, force: true });
});

async function cookieOf(login: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ login, password: 'baylanys-demo' });
  const signedIn = await fetch(`${service.address}/api/session`, { method: 'POST', headers, body });
  return signedIn.headers.get('Set-Cookie')!.split(';')[0];
}

/** Signs in and gives a way to send JSON. */
async function planner() {
  const cookie = { Cookie: await cookieOf('planner') };
  return async (method: string, path: string, body?: unknown): Promise<any> => {
    const file = typeof body === 'string';
    const reply = await fetch(service.address + path, {
      method,
      headers: { ...cookie, 'Content-Type': file ? 'application/octet-stream' : 'application/json' },
      body: body === undefined || file ? (body as string | undefined) : JSON.stringify(body),
    });
    const json = await reply.json();
    if (!reply.ok) throw new Error(`${method} ${path}: ${JSON.stringify(json)}; ${service.output()}`);
    return json;
  };
}

const placesOf = async (send: Awaited<ReturnType<typeof planner>>) =>
  decodeCountry(await send('GET', '/api/country'), await send('GET', '/api/country/names/kk'));

const killAndRestart = async () => {
  service.child.kill('SIGKILL');
  await service.ended;
  service = await startProcess(settings);
};

test('a first start prints the figures of the demonstration and its address', () => {
  expect(service.output()).toMatch(/6500 settlements, \d+ flagged, \d+ with population missing/);
  expect(service.output()).toMatch(/(served|underserved|unserved|contested|unknown) \d+, /);
});

/** Asked for by every page; by those of the planner and of the operator. */
const always = ['session', 'installation', 'notices/unread'];
const basics = ['operators', 'programme'];
const never = ['country', 'country/names/kk', 'country/boundaries?districts=false'];
/** What pages ask for of a whole country, and the bytes that it may weigh; `npm run budgets` asks a browser. */
const dataBudgets: [page: string, login: string, asked: string[], budget: number][] = [
  ['planner', 'planner', [...always, ...basics, ...never, 'country/live', 'actions?limit=50'], 95_000],
  ['planner, again', 'planner', [...always, ...basics, 'country/live', 'actions?limit=50'], 25_000],
  ['deputy', 'deputy', [...always, 'reports/coverage', 'reports/curve', never[2]], 20_000],
  // Of ten thousand its commitments, some hundreds, take seven.
  ['operator, but for its commitments', 'operator', [...always, ...basics, 'change-requests?state=open'], 3000],
];

test.each(dataBudgets)('the data of a first view is within its budget: %s', async (_, login, asked, budget) => {
  const Cookie = await cookieOf(login);
  const bytes = await Promise.all(asked.map((path) => bytesOfReply(`${service.address}/api/${path}`, Cookie)));
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(budget);
});

test('a busy port is one clear line', async () => {
  const port = new URL(service.address).port;
  const second = run(['start'], { PORT: port, DATA_DIR: join(directory, 'another') });
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(`The port ${port} is in use. Stop what uses it, or set PORT to another.\n`);
});

onEmbedded('a second process on the same directory is one clear line', async () => {
  const second = run(['start'], { PORT: '0', DATA_DIR: directory });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `The data directory ${directory} is in use by another process. Stop that one first, or set DATA_DIR to another directory.\n`,
  );
});

test('a directory that cannot be made is one clear line', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  const refused = run(['migrate'], { DATA_DIR: join(file, 'data') });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toBe(
    `The data directory ${file}/data cannot be created (ENOTDIR). Set DATA_DIR to a directory that you may write.\n`,
  );
});

test.each([
  ['PORT', 'many', 'The setting PORT is "many" and cannot be used: must be a number from 0 to 65535.\n'],
  [
    'DATABASE_URL',
    'mysql://user:secret@host/name',
    'The setting DATABASE_URL cannot be used: must be like postgresql://user:password@host:5432/name.\n',
  ],
  [
    'DATABASE_URL',
    'postgresql://user:secret@127.0.0.1:9/name',
    'The database that DATABASE_URL names cannot be reached: connect ECONNREFUSED 127.0.0.1:9\n',
  ],
])('a setting that cannot be used is one clear line: %s=%s', async (name, value, line) => {
  const refused = run(['migrate'], { DATA_DIR: join(directory, 'unused'), [name]: value });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toBe(line);
});

test('an old Node is one clear line', () => {
  const entry = createRequire(import.meta.url).resolve('../../server/baylanys.cjs');
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); require(${JSON.stringify(entry)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--eval', pretend], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, 'Baylanys needs Node 20.15 or newer; this is Node 18.20.0.\n']);
});

test(
  'killed in the middle of assigning: what was acknowledged is there, and every action whole',
  async () => {
    const send = await planner();
    const country = await placesOf(send);
    const keys = country.code.map((_, i) => country.keyOf(i));
    const commitment = { operatorCode: '', technology: 'fibre', startQuarter: '2030-Q1', finishQuarter: '2030-Q2' };
    const operators = (await send('GET', '/api/operators')).rows;
    const unlimited = operators.find(({ quarterlyCapacity }: { quarterlyCapacity: number }) => quarterlyCapacity !== 0);
    commitment.operatorCode = unlimited.code;

    const acknowledged: { code: string; version: number }[] = [];
    const working = (async () => {
      for (let from = 0; from < keys.length; from += 5) {
        const { done } = await send('POST', '/api/assignments', {
          settlements: keys.slice(from, from + 5),
          commitment,
        });
        acknowledged.push(...done);
      }
    })().catch(() => {});
    while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 5));
    await killAndRestart();
    await working;

    const again = await planner();
    const live = await again('GET', '/api/country/live');
    const there = new Set(sums(live.assignments.settlement).map((settlement) => country.code[settlement]));
    expect(acknowledged.filter(({ code }) => !there.has(code))).toEqual([]);
    // One request may have been committed without its answer having arrived: then all of it is there.
    const history = (await again('GET', '/api/actions?limit=200')).rows.filter(
      ({ verb }: { verb: string }) => verb === 'assign',
    );
    const recorded = history.reduce((sum: number, { settlements }: { settlements: number }) => sum + settlements, 0);
    expect(recorded).toBe(there.size);
  },
  3 * minutes,
);

test(
  'killed in the middle of an import: it is not there at all',
  async () => {
    const send = await planner();
    const before = await send('GET', '/api/imports');
    const country = await placesOf(send);
    const rows = country.code.map((code: string) => `${code},${1000 + Number(code.slice(-3))},2026-01-01`);
    const file = ['code,population,population_date', ...rows].join('\n');
    const upload = await send('POST', '/api/imports?fileName=populations.csv&kind=populations', file);
    expect(upload.report.changed).toBeGreaterThan(5000);

    const loading = send('POST', `/api/imports/${upload.id}/load`, {}).catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await killAndRestart();
    expect(await loading).toBe('cut off');

    const again = await planner();
    expect(await again('GET', '/api/imports')).toEqual(before);
    expect((await again('GET', '/api/country')).population).toEqual(country.population);

    const report = await again('POST', `/api/imports/${upload.id}/load`, {});
    expect(report.changed).toBe(upload.report.changed);
  },
  3 * minutes,
);

test(
  'told to stop, it finishes what it began and ends well',
  async () => {
    const send = await planner();
    const slow = send('GET', '/api/exports/settlements.geojson');
    service.child.kill('SIGTERM');
    expect((await slow).features).toHaveLength(6500);
    expect(await service.ended).toBe(0);
    expect(service.output()).toContain('Stopping.');
  },
  3 * minutes,
);
