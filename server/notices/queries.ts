import type { Change, Verb } from '../changes/schema.ts';
import type { Quarter } from '../calendar/schema.ts';
import type { Database } from '../database/database.ts';
import type { Reader } from './rules.ts';
import type { NoticeAbout, NoticeKind, Preferences } from './schema.ts';

/** Everybody who may be told something, and how they want it. */
export type Told = Reader & Preferences;

const preferences = `language, mail, mail_digest as "mailDigest", mail_urgent as "mailUrgent",
  muted_product as "mutedProduct", muted_mail as "mutedMail"`;
const person = `login, display_name as "displayName", role, operator_code as "operatorCode", region_code as "regionCode",
  ${preferences}`;

/** Who is there, and how do they want to be told? */
export function everybody(database: Database): Promise<Told[]> {
  return database.query(`select ${person} from account order by login`);
}

/** How does this person want to be told? */
export async function oneToldBy(database: Database, login: string): Promise<Told | undefined> {
  const [told] = await database.query<Told>(`select ${person} from account where login = $1`, [login]);
  return told;
}

/** Writes how a person wants to be told. An address that the person changes is no longer an administrator's word. */
export async function writePreferences(database: Database, login: string, wanted: Preferences): Promise<void> {
  await database.query(
    `update account
     set language = $2, mail = $3::text, mail_digest = $4, mail_urgent = $5, muted_product = $6, muted_mail = $7,
       mail_trusted = mail_trusted and mail is not distinct from $3::text
     where login = $1`,
    [login, wanted.language, wanted.mail, wanted.mailDigest, wanted.mailUrgent, wanted.mutedProduct, wanted.mutedMail],
  );
}

/** Under which name the installation keeps how far the record has been read for notices. */
export const placeName = 'notices-cursor';

/** How far the record has been read for notices; the one who reads on holds it. Undefined before the first reading. */
export async function lockPlace(database: Database): Promise<string | undefined> {
  const [row] = await database.query<{ value: string }>('select value from installation where name = $1 for update', [
    placeName,
  ]);
  return row?.value;
}

/** Keeps how far the record has been read. */
export async function keepPlace(database: Database, cursor: string): Promise<void> {
  await database.query('update installation set value = $2 where name = $1', [placeName, cursor]);
}

/** What was done by these verbs after one place of each region's chain, and until another? In the order of time. */
export function changesBetween(
  database: Database,
  chains: readonly { regionCode: string; after: number; until: number }[],
  verbs: readonly Verb[],
): Promise<Pick<Change, 'actionId' | 'actor' | 'verb' | 'items'>[]> {
  return database.query(
    `select action_id as "actionId", actor, verb, items
     from change
     join unnest($1::text[], $2::bigint[], $3::bigint[]) as wanted (region_code, after, until) using (region_code)
     where sequence > after and sequence <= until and verb = any($4)
     order by made_at, region_code, sequence`,
    [chains.map((c) => c.regionCode), chains.map((c) => c.after), chains.map((c) => c.until), verbs],
  );
}

/** The inquiries that nobody has answered in time. */
export function overdueInquiries(
  database: Database,
  today: string,
): Promise<{ regionCode: string; number: number; dueOn: string; operatorCode: string | null; askedBy: string }[]> {
  return database.query(
    `select region_code as "regionCode", number, due_on as "dueOn", operator_code as "operatorCode",
       asked_by as "askedBy"
     from inquiry
     where due_on < $1 and answered_on is null and outcome is null
     order by region_code, number`,
    [today],
  );
}

/** The challenges that wait for a rebuttal, whether its time is over or not. */
export function unansweredChallenges(
  database: Database,
): Promise<{ regionCode: string; number: number; dueOn: string; operatorCode: string; raisedBy: string }[]> {
  return database.query(
    `select region_code as "regionCode", number, due_on as "dueOn", operator_code as "operatorCode",
       raised_by as "raisedBy"
     from challenge
     where answer is null and outcome is null
     order by region_code, number`,
  );
}

/** In how many settlements of each region should this quarter have brought a service that is not there? */
export function notFinished(
  database: Database,
  quarter: Quarter,
): Promise<{ regionCode: string; settlements: number }[]> {
  return database.query(
    `select region_code as "regionCode", count(distinct settlement_code) as settlements
     from assignment
     where finish_quarter = $1 and stage not in ('declined', 'cancelled', 'operational', 'verified')
     group by region_code
     order by region_code`,
    [quarter],
  );
}

/** A notice as it is kept. */
export interface KeptNotice {
  login: string;
  id: string;
  kind: NoticeKind;
  madeAt: Date;
  about: NoticeAbout;
  urgent: boolean;
  /** In the product, not by mail alone. */
  shown: boolean;
  /** When it may go by mail at the earliest; null is never. */
  mailAfter: Date | null;
}

/** Adds notices that their readers have not had yet. */
export async function addNotices(database: Database, notices: readonly KeptNotice[]): Promise<void> {
  await database.query(
    `insert into notice (login, id, kind, made_at, about, urgent, shown, mail_after, mail)
     select login, id, kind, made_at, about, urgent, shown, mail_after,
       case when mail_after is null then 'none' else 'waiting' end
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[], $6::boolean[], $7::boolean[],
       $8::timestamptz[]) as made (login, id, kind, made_at, about, urgent, shown, mail_after)
     on conflict (login, id) do nothing`,
    [
      notices.map((n) => n.login),
      notices.map((n) => n.id),
      notices.map((n) => n.kind),
      notices.map((n) => n.madeAt),
      notices.map((n) => JSON.stringify(n.about)),
      notices.map((n) => n.urgent),
      notices.map((n) => n.shown),
      notices.map((n) => n.mailAfter),
    ],
  );
}

export type OwnNotice = Pick<KeptNotice, 'id' | 'kind' | 'madeAt' | 'about' | 'urgent'> & { readAt: Date | null };

/** A person's notices, the newest first, after a place in that order. */
export function noticesOf(
  database: Database,
  login: string,
  after: { madeAt: string; id: string } | null,
  limit: number,
): Promise<OwnNotice[]> {
  return database.query(
    `select id, kind, made_at as "madeAt", about, urgent, read_at as "readAt"
     from notice
     where login = $1 and shown
       and ($2::timestamptz is null or made_at < $2 or made_at = $2 and id > $3::text)
     order by made_at desc, id
     limit $4`,
    [login, after?.madeAt ?? null, after?.id ?? null, limit],
  );
}

/** How many notices has a person not read? */
export async function countUnread(database: Database, login: string): Promise<number> {
  const [{ count }] = await database.query<{ count: number }>(
    'select count(*) as count from notice where login = $1 and shown and read_at is null',
    [login],
  );
  return count;
}

/** Marks a person's own notices read: these, or (ids null) all that were made until a moment. */
export async function markRead(
  database: Database,
  login: string,
  { ids, until }: { ids: readonly string[] | null; until: Date },
): Promise<void> {
  await database.query(
    `update notice
     set read_at = $4
     where login = $1 and shown and read_at is null and ($2::text[] is null or id = any($2)) and made_at <= $3`,
    [login, ids, until, new Date()],
  );
}
