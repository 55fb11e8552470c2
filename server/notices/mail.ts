import type { Database } from '../database/database.ts';
import { mayMail } from './give.ts';
import { languageOf, letterFor } from './letter.ts';
import { type ClaimedNotice, claimNotices, holdReader, settleNotices } from './mail-queries.ts';
import { type Post, Refused } from './post.ts';
import { oneToldBy, type Told } from './queries.ts';
import { isNamed } from './rules.ts';
import { worded } from './text.ts';
import { leavingToken, type Mailing, unsubscribeKey } from './unsubscribe.ts';

const minute = 60_000;
const longestPause = 60 * minute;

/** One person's mail, taken in hand. */
interface Claim {
  told: Told;
  mailing: Mailing;
  notices: ClaimedNotice[];
}

/** By whom mail goes, and where its links lead. */
export interface Sending {
  post: Post;
  publicUrl: string;
  failed(error: unknown): void;
}

/**
 * Sends all mail that is due. Each mail is taken in hand, on disk, before it is
 * handed over, and goes at most once: whoever is killed between the two leaves
 * it in hand, to be read in the product. What a server does not take now waits;
 * the first such failure ends the round.
 */
export async function sendDue(database: Database, now: () => Date, sending: Sending): Promise<void> {
  for (;;) {
    const claim = await claimNext(database, now());
    if (claim === null) return;
    const { told, notices } = claim;
    if (notices.length === 0) continue;
    const settle = (became: Parameters<typeof settleNotices>[3]) =>
      settleNotices(
        database,
        told.login,
        notices.map(({ id }) => id),
        became,
      );
    try {
      await sending.post.send(await draw(database, claim, sending.publicUrl));
      await settle('sent');
    } catch (error) {
      sending.failed(error);
      if (error instanceof Refused) await settle('refused');
      else {
        await settle(new Date(now().getTime() + pauseAfter(notices[0].attempts)));
        return;
      }
    }
  }
}

/** Grows from a minute to an hour. */
const pauseAfter = (attempts: number): number => Math.min(minute * 2 ** (attempts - 1), longestPause);

/** Takes the next person's mail in hand: what is urgent first. What is no longer wanted is let go. */
function claimNext(database: Database, now: Date): Promise<Claim | null> {
  return database.transaction(async () => {
    const login = await holdReader(database, now);
    if (login === undefined) return null;
    const urgent = await claimNotices(database, login, true, now);
    const found = urgent.length > 0 ? urgent : await claimNotices(database, login, false, now);
    const told = (await oneToldBy(database, login))!;
    const wanted = ({ kind, about, urgent: isUrgent }: ClaimedNotice) =>
      mayMail(told, kind, isUrgent, isNamed(about, told));
    const unwanted = found.filter((notice) => !wanted(notice)).map(({ id }) => id);
    await settleNotices(database, login, unwanted, 'none');
    const notices = found.filter(wanted).toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime());
    return { told, mailing: urgent.length > 0 ? 'urgent' : 'digest', notices };
  });
}

async function draw(database: Database, { told, mailing, notices }: Claim, publicUrl: string) {
  const unread = notices.map((notice) => ({ ...notice, readAt: null }));
  const rows = await worded(database, unread, languageOf(told), told.role);
  const token = leavingToken({ login: told.login, mailing }, await unsubscribeKey(database));
  return letterFor(told, mailing, rows, publicUrl, token);
}
