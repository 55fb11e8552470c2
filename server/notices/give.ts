import { keepValue } from '../accounts/queries.ts';
import { cursorOf, sequencesOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { factsOf, tellingVerbs } from './derive.ts';
import {
  addNotices,
  changesBetween,
  everybody,
  keepPlace,
  type KeptNotice,
  lockPlace,
  placeName,
  type Told,
} from './queries.ts';
import { calendarFacts } from './remind.ts';
import { type Fact, isFor, isNamed, isUrgent } from './rules.ts';

/** The hour of the installation's clock at which all that is not urgent goes out in one mail. */
const digestHour = 8;

/** When notices are given, and whether any go by mail. */
export interface Giving {
  now: Date;
  sendsMail: boolean;
}

/**
 * Reads on in the record of changes and tells people what came. Where it stands
 * is moved in the same transaction, so that nothing is passed over or told
 * twice, whichever process reads and whenever it ends. The first reading of an
 * installation only notes where the record ends: nobody is told of the past.
 */
export function follow(database: Database, giving: Giving): Promise<void> {
  return database.transaction(async () => {
    const cursor = await lockPlace(database);
    const heads = await chainHeads(database);
    if (cursor === undefined) {
      await keepValue(database, placeName, cursorOf(heads));
      return;
    }
    const seen = sequencesOf(cursor);
    const moved = heads
      .map(({ regionCode, sequence }) => ({ regionCode, after: seen.get(regionCode) ?? 0, until: sequence }))
      .filter(({ after, until }) => until > after);
    if (moved.length === 0) return;
    await give(database, factsOf(await changesBetween(database, moved, tellingVerbs)), giving);
    await keepPlace(database, cursorOf(heads));
  });
}

/** Tells people what the calendar says of this day: once, however often it is asked. */
export async function remind(database: Database, today: string, giving: Giving): Promise<void> {
  await give(database, await calendarFacts(database, today), giving);
}

async function give(database: Database, facts: readonly Fact[], giving: Giving): Promise<void> {
  if (facts.length === 0) return;
  const people = await everybody(database);
  const notices = facts.flatMap((fact) => people.flatMap((one) => noticeFor(fact, one, giving)));
  if (notices.length > 0) await addNotices(database, notices);
}

/** What a person gets of a fact: nothing, or one notice, in the product or by mail or both. */
function noticeFor({ id, kind, about, audience }: Fact, told: Told, { now, sendsMail }: Giving): KeptNotice[] {
  const named = isNamed(about, told);
  if (!named && !isFor(audience, told)) return [];
  const urgent = isUrgent(kind, about, told);
  const shown = named || !told.mutedProduct.includes(kind);
  const mailed = sendsMail && mayMail(told, kind, urgent, named);
  if (!shown && !mailed) return [];
  const mailAfter = mailed ? (urgent ? now : nextDigest(now)) : null;
  return [{ login: told.login, id, kind, madeAt: now, about, urgent, shown, mailAfter }];
}

/** Does the person want this by mail? Whoever is called upon by name cannot turn that off, but can have no mail at all. */
export function mayMail(told: Told, kind: KeptNotice['kind'], urgent: boolean, named: boolean): boolean {
  if (told.mail === null || !(urgent ? told.mailUrgent : told.mailDigest)) return false;
  return named || !told.mutedMail.includes(kind);
}

/** The next time, after now, at which digests go out. */
export function nextDigest(now: Date): Date {
  const at = new Date(now);
  at.setHours(digestHour, 0, 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return at;
}
