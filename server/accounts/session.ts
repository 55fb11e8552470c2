import { randomBytes } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Database } from '../database/database.ts';
import { keepValue } from './queries.ts';
import type { Viewer } from './schema.ts';

declare module 'express-session' {
  interface SessionData {
    viewer: Viewer;
  }
}

const hours = 12;

/** Sessions in the database, by a signed cookie that only this site's pages send. */
export async function sessions(database: Database): Promise<RequestHandler> {
  const secret = await keepValue(database, 'session-secret', randomBytes(32).toString('base64url'));
  const Store = connectPgSimple(session);
  return session({
    name: 'baylanys',
    secret,
    store: new Store({ pool: database.pool, tableName: 'session', pruneSessionInterval: 3600, disableTouch: true }),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: hours * 3600 * 1000 },
  });
}
