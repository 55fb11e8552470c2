import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Database, openDatabase } from '../server/database/database.ts';
import { migrate } from '../server/database/migrate.ts';

const url = process.env.DATABASE_URL;

/** Which database the tests run on. */
export const engine = url === undefined ? 'PGlite' : 'PostgreSQL';

/** The migrated, empty database that each test file begins with: kept from run to run until what it is made from changes. */
const kept = join(import.meta.dirname, '../node_modules/.cache');
const snapshotPath = join(kept, `baylanys-database-${hashOfOrigin()}.tar`);
const templateName = `baylanys_test_${process.env.BAYLANYS_TEST_RUN ?? String(process.ppid)}`;

function hashOfOrigin(): string {
  const root = join(import.meta.dirname, '..');
  const sources = readdirSync(join(root, 'server/database'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const path of [join(root, 'package-lock.json'), ...sources.sort()]) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

/** Makes the migrated, empty database where there is none; called by Jest before any test. */
export async function prepareTemplate(): Promise<void> {
  if (url === undefined) {
    if (existsSync(snapshotPath)) return;
    await mkdir(kept, { recursive: true });
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

/** Drops what `prepareTemplate` made on a server; called by Jest after the last test. */
export async function removeTemplate(): Promise<void> {
  if (url !== undefined) await administer(url, `drop database if exists ${templateName} with (force)`);
}

/** A migrated, empty database of the caller's own; close it after use. */
export async function testDatabase(): Promise<Database> {
  if (url === undefined) return openDatabase({ snapshot: snapshotPath });
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
  settings: { DATABASE_URL?: string; DATA_DIR?: string };
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

/** A migrated, empty database for another process, for which the embedded one has a directory: an empty country. */
export async function migratedDatabase(directory: string): Promise<OwnDatabase> {
  if (url === undefined) {
    const database = join(directory, 'database');
    await mkdir(database, { recursive: true });
    await promisify(execFile)('tar', ['-xf', snapshotPath, '-C', database]);
  }
  const own = await ownDatabase(`template ${templateName}`);
  return { ...own, settings: { DATA_DIR: directory, ...own.settings } };
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
