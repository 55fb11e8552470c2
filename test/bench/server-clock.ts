import { readFileSync } from 'node:fs';
import type { Database } from '../../server/database/database.ts';
import { ownClock, type Clock } from './measure.ts';

/**
 * The processor time of the server process that answers this connection, as Linux counts it: a server process has one
 * thread, and the bench lets it have no helpers. Of the embedded database, that of this process. A clock that knows
 * nothing where the server runs on another machine.
 */
export async function clockOf(database: Database): Promise<Clock> {
  if (database.embedded) return ownClock;
  const [{ process }] = await database.query<{ process: number }>('select pg_backend_pid() as process');
  return () => {
    try {
      const isServer = readFileSync(`/proc/${process}/comm`, 'utf8').trim() === 'postgres';
      if (!isServer) return null;
      return Number(readFileSync(`/proc/${process}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return null;
    }
  };
}
