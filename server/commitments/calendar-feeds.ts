import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '../accounts/schema.ts';
import { identifier } from '../changes/identifier.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { feedByHash, type KeptFeed, openFeedsOf, writeFeed } from './calendar-queries.ts';
import type { NewCalendarFeed } from './schema.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Closes the feeds that a person has, and opens another where one is `fresh`. */
async function exchange(database: Database, { login }: Viewer, today: string, fresh: KeptFeed | null): Promise<void> {
  await database.transaction(async () => {
    const action = await openAction(database, {
      actor: login,
      verb: fresh === null ? 'close-calendar' : 'open-calendar',
      regionCodes: [wholeCountry],
    });
    const write = async (before: KeptFeed | null, after: KeptFeed) => {
      await writeFeed(database, after);
      action.add(wholeCountry, { entity: 'calendar-feed', key: { id: after.id }, before, after });
    };
    for (const open of await openFeedsOf(database, login)) await write(open, { ...open, revokedOn: today });
    if (fresh !== null) await write(null, fresh);
    await action.close();
  });
}

/** Makes a person's feed; one that was made before closes. The token is told this once: only its hash is kept. */
export async function openCalendar(database: Database, viewer: Viewer, today: string): Promise<NewCalendarFeed> {
  const token = randomBytes(32).toString('base64url');
  const about = { id: identifier(), madeBy: viewer.login, madeOn: today };
  const kept = { ...about, operatorCode: viewer.operatorCode!, tokenHash: hashOf(token), revokedOn: null };
  await exchange(database, viewer, today, kept);
  return { ...about, token };
}

/** Closes a person's feed at once. */
export const closeCalendar = (database: Database, viewer: Viewer, today: string): Promise<void> =>
  exchange(database, viewer, today, null);

/** The feed that a token opens; undefined whatever keeps it from opening. */
export const calendarOf = (database: Database, token: string): Promise<KeptFeed | undefined> =>
  feedByHash(database, hashOf(token));
