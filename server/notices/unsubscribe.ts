import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keepValue } from '../accounts/queries.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { oneToldBy, type Told, writePreferences } from './queries.ts';

/** What mail can be left: the daily digest, or what is urgent. */
const mailings = ['digest', 'urgent'] as const;
export type Mailing = (typeof mailings)[number];

/** Whose mail, and which. */
export interface Leaving {
  login: string;
  mailing: Mailing;
}

/** The key by which the installation signs the links that end its mail. */
export const unsubscribeKey = (database: Database): Promise<string> =>
  keepValue(database, 'unsubscribe-key', randomBytes(32).toString('base64url'));

/** What ends a person's mail without signing in: it says whose and which, and does not expire. */
export function leavingToken({ login, mailing }: Leaving, key: string): string {
  const said = `${Buffer.from(login).toString('base64url')}.${mailing}`;
  return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`;
}

/** What a token of ours says; null of any other. */
function readToken(token: string, key: string): Leaving | null {
  const [encoded, mailing] = token.split('.');
  const known = mailings.find((one) => one === mailing);
  if (encoded === undefined || known === undefined) return null;
  const leaving = { login: Buffer.from(encoded, 'base64url').toString(), mailing: known };
  const expected = Buffer.from(leavingToken(leaving, key));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected) ? leaving : null;
}

/** Whose mail a token ends, and which. Throws a Problem where it is not one of ours. */
export async function openToken(database: Database, token: string): Promise<Leaving & { told: Told }> {
  const leaving = readToken(token, await unsubscribeKey(database));
  const told = leaving === null ? undefined : await oneToldBy(database, leaving.login);
  if (leaving === null || told === undefined) {
    throw new Problem(404, 'Not found', 'This link is not complete. Copy all of it, or choose on the account page.');
  }
  return { ...leaving, told };
}

/** Ends a mailing for whoever holds its token. */
export async function unsubscribe(database: Database, token: string): Promise<Leaving & { told: Told }> {
  return database.transaction(async () => {
    const opened = await openToken(database, token);
    const off = opened.mailing === 'digest' ? { mailDigest: false } : { mailUrgent: false };
    await writePreferences(database, opened.login, { ...opened.told, ...off });
    return opened;
  });
}
