import type { Database } from '../database/database.ts';
import type { KeptNotice } from './queries.ts';

/** Whose mail is due and in nobody's hands? One person, who is held until the transaction ends. */
export async function holdReader(database: Database, now: Date): Promise<string | undefined> {
  const [reader] = await database.query<{ login: string }>(
    `select login
     from account
     where exists (
       select from notice where notice.login = account.login and notice.mail = 'waiting' and mail_after <= $1)
     order by login
     limit 1
     for no key update skip locked`,
    [now],
  );
  return reader?.login;
}

export type ClaimedNotice = Pick<KeptNotice, 'id' | 'kind' | 'madeAt' | 'about' | 'urgent'> & { attempts: number };

/** Takes into hand what is due of a person, urgent or not: from now on nobody else sends it. */
export function claimNotices(database: Database, login: string, urgent: boolean, now: Date): Promise<ClaimedNotice[]> {
  return database.query(
    `update notice
     set mail = 'claimed', mail_attempts = mail_attempts + 1
     where login = $1 and urgent = $2 and mail = 'waiting' and mail_after <= $3
     returning id, kind, made_at as "madeAt", about, urgent, mail_attempts as attempts`,
    [login, urgent, now],
  );
}

/** Says what became of mail that was in hand: sent, refused for good, not wanted, or to be tried again at a time. */
export async function settleNotices(
  database: Database,
  login: string,
  ids: readonly string[],
  became: 'sent' | 'refused' | 'none' | Date,
): Promise<void> {
  const again = became instanceof Date;
  await database.query(
    `update notice
     set mail = $3, mail_after = $4
     where login = $1 and id = any($2) and mail = 'claimed'`,
    [login, ids, again ? 'waiting' : became, again ? became : null],
  );
}
