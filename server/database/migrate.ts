import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const directory = new URL('./migrations/', import.meta.url);

/** Any number, the same in every process: who migrates holds this advisory lock. */
const migrationLock = 828_282;

/**
 * Brings the database to the newest migration, each in a transaction of its own.
 * Refuses a database whose applied migrations differ from the files here.
 * Returns the names of those applied now.
 */
export async function migrate(database: Database): Promise<string[]> {
  await database.query(
    `create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null)`,
  );
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const applied: string[] = [];
  for (const name of names) {
    const sql = await readFile(new URL(name, directory), 'utf8');
    if (await apply(database, name, sql)) applied.push(name);
  }
  return applied;
}

function apply(database: Database, name: string, sql: string): Promise<boolean> {
  const hash = createHash('sha256').update(sql).digest('hex');
  return database.transaction(async () => {
    await database.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const [before] = await database.query<{ hash: string }>('select hash from migration where name = $1', [name]);
    if (before?.hash === hash) return false;
    if (before !== undefined) {
      throw new Error(
        `The migration ${name} was changed after it was applied to this database. ` +
          'Use the release that the database was made with, or restore a backup.',
      );
    }
    await database.query(sql);
    await database.query('insert into migration (name, hash, applied_at) values ($1, $2, $3)', [
      name,
      hash,
      new Date(),
    ]);
    return true;
  });
}
