import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { insertAccount } from '../server/accounts/queries.ts';
import type { Role } from '../server/accounts/schema.ts';
import { createApp, type Service } from '../server/app.ts';
import { DirectoryStore } from '../server/attachments/directory-store.ts';
import { ChangeFeed } from '../server/changes/feed.ts';
import { identifier } from '../server/changes/identifier.ts';
import type { ClientFiles } from '../server/client-files.ts';
import type { Database } from '../server/database/database.ts';
import { smallCountry, today } from './country.ts';
import { testDatabase } from './database.ts';

const password = 'correct horse battery';
/** Of this password, made at next to no cost: how passwords are kept is tested in accounts/password.test.ts. */
const passwordHash = 'scrypt$2$1$1$YmF5bGFueXMgaW4gdGVzdA==$3D/K8DYS6IN6SXBeu1412CTNX/S3DDfIvBZ32CDJAmU=';

/** A person who is signed in, or nobody. */
export interface Person {
  /** By which the service knows them; null is nobody. */
  cookie: string | null;
  /** Sends JSON, and gives the status and what came back. */
  send(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export interface TestService {
  address: string;
  nobody: Person;
  /** Signs this person in; the accounts are planner, planner2, operator (of the company `north`), deputy, administrator. */
  as(login: string): Promise<Person>;
  close(): Promise<void>;
}

/**
 * The real service over the small country, for all tests of a file: call it at
 * the top, use what it gives inside tests.
 */
export function serviceOfSmallCountry(): { database: Database; service: TestService; planner: Person } {
  const given = {} as { database: Database; service: TestService; planner: Person };
  beforeAll(async () => {
    given.database = await testDatabase();
    await smallCountry(given.database);
    given.service = await startService(given.database);
    given.planner = await given.service.as('planner');
  });
  afterAll(async () => {
    await given.service.close();
    await given.database.close();
  });
  return given;
}

/** The real service over this database, on a free port of the loopback. Needs the operator `north` in the database. */
export async function startService(
  database: Database,
  client: ClientFiles = new Map(),
  date: () => string = () => today,
  more: Partial<Service> = {},
): Promise<TestService> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'baylanys-'));
  const feed = new ChangeFeed(database);
  const log = pino({ level: 'silent' });
  const app = await createApp({
    database,
    feed,
    log,
    client,
    dataDirectory,
    attachments: new DirectoryStore(join(dataDirectory, 'attachments')),
    baseMap: null,
    sendsMail: false,
    openId: null,
    today: date,
    version: '0.0.0',
    ...more,
  });
  await addAccounts(database);
  const server = createServer(app);
  // Where a file fails before it could close the service, that must not keep the run from its end.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    nobody: person(address, null),
    async as(login) {
      const reply = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ login, password }),
      });
      // The session is kept before the last byte of the reply, not before its first.
      const text = await reply.text();
      if (reply.status !== 200) throw new Error(`${login} could not sign in: ${text}`);
      return person(address, reply.headers.get('Set-Cookie')!.split(';')[0]);
    },
    async close() {
      feed.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await rm(dataDirectory, { recursive: true });
    },
  };
}

function person(address: string, cookie: string | null): Person {
  const headers: Record<string, string> = cookie === null ? {} : { Cookie: cookie };
  return {
    cookie,
    fetch: (path, init = {}) =>
      fetch(address + path, { ...init, headers: { ...headers, ...(init.headers as object) } }),
    async send(method, path, body) {
      const json: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const reply = await fetch(address + path, {
        method,
        headers: { ...headers, ...json },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('Content-Type')?.includes('json') ?? false;
      return { status: reply.status, body: isJson && text !== '' ? JSON.parse(text) : text };
    },
  };
}

async function addAccounts(database: Database): Promise<void> {
  const people: [string, Role][] = [
    ['planner', 'planner'],
    ['planner2', 'planner'],
    ['operator', 'operator'],
    ['deputy', 'deputy'],
    ['administrator', 'administrator'],
  ];
  for (const [login, role] of people) await addAccount(database, login, role, role === 'operator' ? 'north' : null);
}

/** A person of the company `south`, to sign in as `southerner`. */
export const addSoutherner = (database: Database): Promise<void> =>
  addAccount(database, 'southerner', 'operator', 'south');

async function addAccount(database: Database, login: string, role: Role, operatorCode: string | null): Promise<void> {
  await insertAccount(database, {
    id: identifier(),
    login,
    displayName: login,
    role,
    operatorCode,
    regionCode: null,
    districtCode: null,
    passwordHash,
  });
}
