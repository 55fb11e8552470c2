import type { Database } from '../database/database.ts';
import type { CalendarFeed } from './schema.ts';

/** A feed as it is kept: the SHA-256 of its token, in hexadecimal, and when it was closed. */
export type KeptFeed = CalendarFeed & { operatorCode: string; tokenHash: string; revokedOn: string | null };

const columns = `feed.id, feed.operator_code as "operatorCode", feed.made_by as "madeBy", feed.made_on as "madeOn",
  feed.token_hash as "tokenHash", feed.revoked_on as "revokedOn"`;

/** The feeds of a person that still open. */
export function openFeedsOf(database: Database, login: string): Promise<KeptFeed[]> {
  return database.query(
    `select ${columns} from calendar_feed as feed where made_by = $1 and revoked_on is null order by id`,
    [login],
  );
}

/** Which feed does this token open? None, once it is closed or its person is no longer of the company. */
export async function feedByHash(database: Database, tokenHash: string): Promise<KeptFeed | undefined> {
  const [feed] = await database.query<KeptFeed>(
    `select ${columns}
     from calendar_feed as feed
     join account on account.login = feed.made_by and account.operator_code = feed.operator_code
     where token_hash = $1 and revoked_on is null`,
    [tokenHash],
  );
  return feed;
}

/** Adds a feed, or writes when it was closed. */
export async function writeFeed(database: Database, feed: KeptFeed): Promise<void> {
  await database.query(
    `insert into calendar_feed (id, operator_code, made_by, made_on, token_hash, revoked_on)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update
     set revoked_on = excluded.revoked_on`,
    [feed.id, feed.operatorCode, feed.madeBy, feed.madeOn, feed.tokenHash, feed.revokedOn],
  );
}
