import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import pg from 'pg';
import { lockDirectory } from './directory-lock.ts';
import { EmbeddedDatabase } from './embedded.ts';

/** The truth: PostgreSQL with PostGIS, over a network or embedded, spoken to in the same way. */
export interface Database {
  /** Runs one statement; inside `transaction` it belongs to that transaction. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` in one transaction: all of it is committed, or none. Inside another it joins that one. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** For libraries that speak to pg themselves; never inside a transaction. */
  readonly pool: pg.Pool;
  readonly embedded: EmbeddedDatabase | null;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL at `url`, or else the embedded database in `directory`
 * (in memory where neither is given). Throws where the directory has another owner.
 */
export async function openDatabase(
  where: { url?: string; directory?: string; snapshot?: string } = {},
): Promise<Database> {
  if (where.url !== undefined) {
    const database = new PooledDatabase(
      new pg.Pool({ connectionString: where.url, max: 10, types }),
      null,
      async () => {},
    );
    await database.query('select 1');
    return database;
  }
  const unlock = where.directory === undefined ? async () => {} : await lockDirectory(where.directory);
  try {
    const embedded = await EmbeddedDatabase.open({
      directory: where.directory && join(where.directory, 'database'),
      snapshot: where.snapshot,
    });
    const pool = new pg.Pool({
      max: 1,
      idleTimeoutMillis: 0,
      user: 'postgres',
      database: 'postgres',
      stream: () => embedded.connect(),
      types,
    } as pg.PoolConfig);
    return new PooledDatabase(pool, embedded, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

const { builtins } = pg.types;

/** bigint as a number (all of ours are below 2^53), date as the text that it is. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === builtins.INT8) return Number;
      if (oid === builtins.DATE) return (text: string) => text;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

class PooledDatabase implements Database {
  readonly pool: pg.Pool;
  readonly embedded: EmbeddedDatabase | null;
  readonly #unlock: () => Promise<void>;
  readonly #transaction = new AsyncLocalStorage<pg.PoolClient>();

  constructor(pool: pg.Pool, embedded: EmbeddedDatabase | null, unlock: () => Promise<void>) {
    this.pool = pool;
    this.embedded = embedded;
    this.#unlock = unlock;
    // An idle connection that breaks is replaced by the pool; the next query tells.
    pool.on('error', () => {});
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const connection = this.#transaction.getStore() ?? this.pool;
    const result = await connection.query(sql, parameters as unknown[]);
    return result.rows as Row[];
  }

  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#transaction.getStore() !== undefined) return work();
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await this.#transaction.run(client, work);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.embedded?.close();
    await this.#unlock();
  }
}
