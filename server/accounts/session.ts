import { randomBytes } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { keepValue } from './queries.ts';
import type { Viewer } from './schema.ts';

declare module 'express-session' {
  interface SessionData {
    viewer: Viewer;
  }
}

const hours = 12;

/**
 * Sessions in the database, by a signed cookie that only this site's pages send. Those that have expired are removed
 * about once an hour, until `closing`.
 */
export async function sessions(database: Database, log: Logger, closing: AbortSignal): Promise<RequestHandler> {
  const secret = await keepValue(database, 'session-secret', randomBytes(32).toString('base64url'));
  const Store = connectPgSimple(session);
  const store = new Store({
    pool: database.pool,
    tableName: 'session',
    pruneSessionInterval: 3600,
    disableTouch: true,
    errorLog: (message: string, error: unknown) => log.error({ error: String(error) }, message),
  });
  closing.addEventListener('abort', () => store.close());
  return session({
    name: 'baylanys',
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: hours * 3600 * 1000 },
  });
}
