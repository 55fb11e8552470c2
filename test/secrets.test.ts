import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { identifier } from '../server/changes/identifier.ts';
import type { Database } from '../server/database/database.ts';
import { follow } from '../server/notices/give.ts';
import { beginOnThread } from '../server/planning/begin.ts';
import { keepPlanning } from '../server/planning/runner.ts';
import { leavingToken, unsubscribeKey } from '../server/notices/unsubscribe.ts';
import { pdf, photograph } from './attachments/files.ts';
import { testDatabase } from './database.ts';
import { loadText, recordedCountry, registerOf } from './recorded-country.ts';
import { addSoutherner, type Person, startService, type TestService } from './service.ts';

/**
 * What stands in the affairs of the company `south` and nowhere else: `north` must find none of it, whatever it asks.
 * 12.345 is the speed that its evidence tells of; the numbers are its costs.
 */
const secrets = ['SOUTH-REASON', 'SOUTH-OFFICER', 'SOUTH-TEXT', 'southerner', '12.345', '77000001', '77000002'];

let database: Database;
let service: TestService;
const people = new Map<string, Person>();
const person = (name: string) => people.get(name)!;

/** What stands for `:parameter` in the path of a route: of the south's, wherever it is somebody's. */
const samples: Record<string, readonly string[]> = {
  regionCode: ['west'],
  code: ['a', 'b'],
  number: ['1'],
  operatorCode: ['south', 'north'],
  version: ['1'],
  // Where a and b are.
  z: ['8'],
  x: ['178'],
  y: ['85'],
};

/** Sends a request that must be met. */
async function ask(who: string, method: string, path: string, body?: unknown): Promise<any> {
  const reply = await person(who).send(method, path, body);
  expect([path, reply.status, reply.status < 300 ? '' : reply.body]).toEqual([path, reply.status, '']);
  return reply.body;
}

const a = { regionCode: 'west', code: 'a' };
const b = { regionCode: 'west', code: 'b' };
const d = { regionCode: 'east', code: 'd' };
const secret = { code: 'cost', text: 'SOUTH-REASON' };

const present = async (...settlements: object[]) =>
  (await ask('planner', 'POST', '/api/country/rows', { settlements })).rows.flatMap((row: any) => row.assignments);
const seen = ({ regionCode, code, number, version }: any) => ({ regionCode, code, number, version });

const assign = (settlements: object[], operatorCode: string, costTenge: number, responsibleOfficer: string) =>
  ask('planner', 'POST', '/api/assignments', {
    settlements,
    commitment: {
      operatorCode,
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q3',
      costTenge,
      subsidyTenge: null,
      responsibleOfficer,
    },
  });

const step = (who: string, name: string, assignments: object[], more: object = {}) =>
  ask(who, 'POST', '/api/assignments/steps', { step: name, assignments: assignments.map(seen), ...more });

const approve = async (operatorCode: string) => {
  const { rows } = await ask('planner', 'GET', '/api/schedules');
  const { version } = rows.find((row: any) => row.operatorCode === operatorCode).versions[0];
  await ask('planner', 'POST', `/api/schedules/${operatorCode}/approval`, { version });
};

/** The south sends a file of its assignment in a. */
async function send(kind: string, bytes: Buffer): Promise<string> {
  const id = identifier();
  const about = new URLSearchParams({ region: 'west', code: 'a', number: '1', kind, fileName: 'SOUTH-TEXT' });
  const body = new Uint8Array(bytes);
  const { status } = await person('south').fetch(`/api/attachments/${id}?${about}`, { method: 'PUT', body });
  expect(status).toBe(200);
  return id;
}

/** Two plans that the ministry has weighed, of the network and the pins of the south. */
async function plans(): Promise<string[]> {
  await loadText(
    database,
    'nodes.csv',
    'operator,longitude,latitude,name,status\nsouth,73.1,51,SOUTH-TEXT,operational\n',
  );
  await ask('planner', 'PUT', '/api/planning/pins', { groups: [{ settlements: [b], pin: { operatorCode: 'north' } }] });
  const set = { value: 12.345, source: 'SOUTH-TEXT', dated: '2026' };
  await ask('planner', 'PUT', '/api/planning/parameters/access-fee-usd', { version: 0, set });
  const stop = keepPlanning(database, { begin: beginOnThread, failed: (error) => console.error(error) });
  const ids: string[] = [];
  for (const name of ['SOUTH-TEXT', 'Other']) {
    const request = { name, quarters: 2, parameters: { 'fibre-reach-km': 200 } };
    const { id } = await ask('planner', 'POST', '/api/planning/scenarios', request);
    while ((await ask('planner', 'GET', `/api/planning/scenarios/${id}`)).state !== 'done') await setTimeout(100);
    ids.push(id);
  }
  await stop();
  return ids;
}

const report = (assignment: object, told: object) =>
  ask('south', 'POST', '/api/progress-reports', {
    ...seen(assignment),
    id: identifier(),
    writtenAt: '2026-11-22T09:00:00.000Z',
    ...told,
  });

/** Of each kind of thing that a company has, the south has one; the north has an approved schedule of its own. */
async function affairs(): Promise<void> {
  await tell();
  const header = 'code,operator,technology,download,upload,date\n';
  const claims = `${header}a,south,fibre,12.345,5,2026-11-01\nc,south,4g,12.345,5,2026-11-01\n`;
  await loadText(database, 'south-claims.csv', claims);
  // Whoever's tests they are, they contradict the south's claim.
  const slow = 'longitude,latitude,technology,download,tests,devices,date\n71.5,51.5,4g,0.3,90,30,2026-11-01\n';
  await loadText(database, 'tests.csv', slow);
  const evidence = (await ask('planner', 'GET', '/api/settlements/west/a')).evidence[0].id;

  await assign([a, b], 'south', 77_000_001, 'SOUTH-OFFICER');
  await ask('planner', 'POST', '/api/schedules/south/versions', { responsibleOfficer: 'SOUTH-OFFICER' });
  await step('south', 'accept', await present(a));
  await step('south', 'decline', await present(b), { reason: secret });
  await approve('south');
  const changes = { finishQuarter: '2028-Q2', costTenge: 77_000_002 };
  await ask('south', 'POST', '/api/change-requests', {
    assignments: (await present(a)).map(seen),
    changes,
    reason: secret,
  });

  await assign([d], 'north', 5_000_000, 'Officer of the north');
  await ask('planner', 'POST', '/api/schedules/north/versions', { responsibleOfficer: 'Officer of the north' });
  await step('north', 'accept', await present(d));
  await approve('north');

  const attachment = await send('document', pdf);
  const photographed = await send('photograph', await photograph());

  const { assignment: begun } = await report((await present(a))[0], {
    milestones: [{ kind: 'design', forecast: '2027-12-01', reason: secret }],
    blockers: [{ id: identifier(), cause: 'power', owedBy: 'ministry', since: '2026-11-20', text: 'SOUTH-TEXT' }],
    step: 'start-construction',
  });
  const tests = [1, 2, 3].map((latency) => ({ download: 12.345, upload: 5, latency }));
  const proof = { tests, attachments: [photographed], note: 'SOUTH-TEXT', step: 'report-operational' };
  const { assignment: working } = await report(begun, proof);
  await ask('planner', 'POST', '/api/inspections', {
    ...seen(working),
    id: identifier(),
    inspectedOn: '2026-11-22',
    inspector: 'SOUTH-TEXT',
    tests,
    reason: secret,
  });

  const inquiry = await ask('deputy', 'POST', '/api/inquiries', {
    about: { subject: 'assignment', regionCode: 'west', settlementCode: 'a', assignmentNumber: 1 },
    addressee: 'operator',
    operatorCode: 'south',
    question: 'SOUTH-TEXT?',
  });
  await ask('south', 'POST', `/api/inquiries/west/${inquiry.number}/answers`, {
    version: inquiry.version,
    text: 'SOUTH-TEXT',
  });
  const challenge = await ask('deputy', 'POST', '/api/challenges', {
    regionCode: 'west',
    operatorCode: 'south',
    text: 'SOUTH-TEXT?',
    claims: [{ settlementCode: 'a', evidenceId: evidence }],
    tests: [{ settlementCode: 'a', download: 12.345, upload: 1, latency: 300 }],
  });
  await ask('south', 'POST', `/api/challenges/west/${challenge.number}/rebuttal`, {
    version: challenge.version,
    text: 'SOUTH-TEXT',
  });
  const link = await ask('deputy', 'POST', '/api/share-links', { address: '/', expiresOn: '2026-12-01' });
  const leaving = leavingToken({ login: 'operator', mailing: 'digest' }, await unsubscribeKey(database));
  const calendar = await ask('north', 'POST', '/api/calendar-feed');
  samples.token = [link.token, leaving, calendar.token];
  const upload = await person('planner').fetch('/api/imports?fileName=populations.csv&source=Census', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'code,population\na,-5\n',
  });
  const held = ((await upload.json()) as { id: string }).id;
  const scenarios = await plans();
  samples.number = ['1', String(inquiry.number), String(challenge.number)];
  const supposed = { evidence, operators: 'south' };
  const { id: whatIf } = await ask('planner', 'POST', '/api/what-ifs', { name: 'SOUTH-TEXT', supposed });
  samples.id = [evidence, attachment, photographed, held, whatIf, ...scenarios];
  await tell();
}

/** What the keeper of notices does again and again. */
const tell = () => follow(database, { now: new Date(), sendsMail: false });

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  await loadText(database, 'register-of-d.csv', registerOf('d,north,fibre,10,5,2026-01-15\n'));
  service = await startService(database);
  await addSoutherner(database);
  const logins = { north: 'operator', south: 'southerner', planner: 'planner', deputy: 'deputy' };
  people.set('nobody', service.nobody);
  for (const [name, login] of Object.entries(logins)) people.set(name, await service.as(login));
  await affairs();
});
afterAll(async () => {
  await service.close();
  await database.close();
});

/** Says nothing itself: people go through it to the sign-in service and back. */
const sendsOn = (route: string) => route.startsWith('/api/session/openid');

/** Every path that can be read, by its route, with each sample for each parameter. */
async function everyRead(): Promise<{ route: string; paths: string[] }[]> {
  const { paths } = await ask('nobody', 'GET', '/api/openapi.json');
  return Object.entries(paths as Record<string, { get?: { parameters?: any[] } }>)
    .filter(([route, { get }]) => get !== undefined && route !== '/api/live' && !sendsOn(route))
    .map(([route, { get }]) => {
      let made = [route];
      for (const [whole, name] of route.matchAll(/\{(\w+)\}/g)) {
        const formats = get!.parameters?.find((parameter) => parameter.name === name)?.schema.enum;
        made = made.flatMap((path) =>
          (formats ?? samples[name] ?? []).map((value: string) => path.replace(whole, encodeURIComponent(value))),
        );
      }
      return { route, paths: made.flatMap((path) => queriesOf(route).map((query) => path + query)) };
    });
}

/** The questions of a route that can be asked for another's. */
function queriesOf(route: string): string[] {
  if (route.startsWith('/api/schedules') && route.endsWith('/comparison')) return ['?from=1&to=1'];
  if (route.endsWith('/nearest')) return ['?longitude=70.5&latitude=51', '?longitude=70.5&latitude=51&operator=south'];
  if (route.endsWith('/planning/comparison')) return [`?ids=${samples.id.slice(-2).join(',')}`];
  if (route.includes('/document')) return ['', '?baseline=1'];
  if (route.includes('inspection')) return ['?teams=west:a'];
  if (route.includes('/what-ifs')) return [''];
  if (route.includes('/what-if')) return [`?operators=south&evidence=${samples.id[0]}`];
  return ['', '?operator=south', '?region=west&district=w1&operator=south', '?knownOn=2026-11-22', '?state=open'];
}

/** What a reply says, a workbook's sheets among it. */
async function textOf(reply: Response): Promise<string> {
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isArchive ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}

test('whatever an operator asks, no route and no export tells it of another', async () => {
  const leaks: string[] = [];
  const unanswered: string[] = [];
  const found = new Set<string>();
  for (const { route, paths } of await everyRead()) {
    let answered = false;
    for (const path of paths) {
      for (const [who, reader] of people) {
        const reply = await reader.fetch(path);
        const text = await textOf(reply);
        answered ||= reply.status === 200;
        for (const word of secrets.filter((one) => text.includes(one))) {
          if (who === 'north' || who === 'nobody') leaks.push(`${who} reads ${word} at ${path}`);
          else found.add(word);
        }
      }
    }
    if (!answered) unanswered.push(route);
  }
  expect(leaks).toEqual([]);
  // Each route was met for somebody, and what is secret is there to be found by whoever may.
  expect(unanswered).toEqual([]);
  expect([...found].sort()).toEqual([...secrets].sort());
});
