import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';

/**
 * Runs `work` with a migrated, empty database of the same kind, and is rid of it
 * afterwards: beside the embedded one another in memory, beside PostgreSQL a schema of its own.
 */
export async function withScratch<Result>(
  database: Database,
  url: string | undefined,
  work: (scratch: Database) => Promise<Result>,
): Promise<Result> {
  if (url === undefined) return using(await openDatabase(), work);
  const schema = `baylanys_replay_${randomUUID().replaceAll('-', '')}`;
  const [{ path }] = await database.query<{ path: string }>(`select current_setting('search_path') as path`);
  await database.query(`create schema ${schema}`);
  try {
    const address = new URL(url);
    address.searchParams.set('options', `-c search_path=${schema},${path.replaceAll(' ', '')}`);
    return await using(await openDatabase({ url: address.href }), work);
  } finally {
    await database.query(`drop schema ${schema} cascade`);
  }
}

async function using<Result>(scratch: Database, work: (scratch: Database) => Promise<Result>): Promise<Result> {
  try {
    await migrate(scratch);
    return await work(scratch);
  } finally {
    await scratch.close();
  }
}
