import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { follow, remind } from './give.ts';
import { sendDue, type Sending } from './mail.ts';

const seconds = 1000;
const pause = 2 * seconds;
/** After a look that failed. */
const longPause = 30 * seconds;
const betweenReminders = 3600 * seconds;

/** What the keeper goes by. */
export interface Keeping {
  today(): string;
  now(): Date;
  /** How mail is sent; null where it is not. */
  sending: Sending | null;
  failed(error: unknown): void;
}

/**
 * Tells people what comes, as long as the service runs: looks at the record
 * every two seconds, at the calendar every hour. Mail goes out beside that.
 * Gives the way to stop, which waits for what is under way.
 */
export function keepNotices(database: Database, { today, now, sending, failed }: Keeping): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function again(work: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      let next = pause;
      await work().catch((error: unknown) => {
        failed(error);
        next = longPause;
      });
      await setTimeout(next, undefined, { signal }).catch(() => {});
    }
  }

  let remindedAt = -Infinity;
  const telling = again(async () => {
    const giving = { now: now(), sendsMail: sending !== null };
    await follow(database, giving);
    if (performance.now() - remindedAt < betweenReminders) return;
    await remind(database, today(), giving);
    remindedAt = performance.now();
  });
  const mailing = sending === null ? null : again(() => sendDue(database, now, sending));

  return async () => {
    stopping.abort();
    await Promise.all([telling, mailing]);
    sending?.post.close();
  };
}
