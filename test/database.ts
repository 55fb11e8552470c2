import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../server/database/database.ts';
import { migrate } from '../server/database/migrate.ts';

const url = process.env.DATABASE_URL;

/** Which database the tests run on. */
export const engine = url === undefined ? 'PGlite' : 'PostgreSQL';

/** Where the run keeps the migrated, empty database that each test file begins with. */
const run = process.env.BAYLANYS_TEST_RUN ?? String(process.ppid);
const snapshotPath = join(tmpdir(), `baylanys-test-${run}.tar`);
const templateName = `baylanys_test_${run}`;

/** Makes the migrated, empty database once a run; called by Jest before any test. */
export async function prepareTemplate(): Promise<void> {
  if (url === undefined) {
    const database = await openDatabase();
    await migrate(database);
    const partial = `${snapshotPath}.${process.pid}`;
    await writeFile(partial, await database.embedded!.snapshot());
    await rename(partial, snapshotPath);
    await database.close();
  } else {
    await administer(url, `create database ${templateName}`);
    const database = await openDatabase({ url: at(url, templateName) });
    await migrate(database);
    await database.close();
  }
}

/** Drops what `prepareTemplate` made; called by Jest after the last test. */
export async function removeTemplate(): Promise<void> {
  if (url === undefined) await rm(snapshotPath, { force: true });
  else await administer(url, `drop database if exists ${templateName} with (force)`);
}

/** A migrated, empty database of the caller's own; close it after use. */
export async function testDatabase(): Promise<Database> {
  if (url === undefined) {
    const snapshot = existsSync(snapshotPath) ? new Uint8Array(await readFile(snapshotPath)) : undefined;
    return openDatabase({ snapshot });
  }
  const own = await ownDatabase(`template ${templateName}`);
  const database = await openDatabase({ url: own.settings.DATABASE_URL });
  const close = database.close.bind(database);
  database.close = async () => {
    await close();
    await own.drop();
  };
  return database;
}

/** A database for a process of its own: the settings by which it is found, and the way to be rid of it. */
export interface OwnDatabase {
  settings: { DATABASE_URL?: string };
  drop(): Promise<void>;
}

/** An empty database for another process; the embedded one is in that process's own directory. */
export async function ownDatabase(like = ''): Promise<OwnDatabase> {
  if (url === undefined) return { settings: {}, drop: async () => {} };
  const name = `baylanys_test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `create database ${name} ${like}`);
  return {
    settings: { DATABASE_URL: at(url, name) },
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

function at(base: string, name: string): string {
  const address = new URL(base);
  address.pathname = `/${name}`;
  return address.href;
}

async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
