import type { Database } from '../database/database.ts';
import type { Viewer } from './schema.ts';

const viewer = `account.login, display_name as "displayName", role, operator_code as "operatorCode",
  region_code as "regionCode", district_code as "districtCode"`;

/** Somebody as a sign-in service knows them. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** Whose account is linked to this identity? */
export async function viewerByIdentity(database: Database, { issuer, subject }: Identity): Promise<Viewer | undefined> {
  const [found] = await database.query<Viewer>(
    `select ${viewer}
     from account_identity
     join account on account.login = account_identity.login
     where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return found;
}

/** Which accounts did an administrator give this address, that nobody of the issuer is linked to? */
export function viewersByMail(database: Database, issuer: string, mail: string): Promise<Viewer[]> {
  return database.query(
    `select ${viewer}
     from account
     where mail_trusted and lower(mail) = lower($2)
       and not exists (select from account_identity where account_identity.login = account.login and issuer = $1)
     order by account.login`,
    [issuer, mail],
  );
}

/** Links an identity to an account; false where one of the two is linked already. */
export async function insertIdentity(
  database: Database,
  { issuer, subject }: Identity,
  login: string,
  linkedBy: string,
): Promise<boolean> {
  const rows = await database.query(
    `insert into account_identity (issuer, subject, login, linked_at, linked_by)
     values ($1, $2, $3, $4, $5)
     on conflict do nothing
     returning login`,
    [issuer, subject, login, new Date(), linkedBy],
  );
  return rows.length === 1;
}

/** Parts an account from whom it is linked to, and gives who that was. */
export function deleteIdentities(database: Database, login: string): Promise<Identity[]> {
  return database.query('delete from account_identity where login = $1 returning issuer, subject', [login]);
}

/** Gives an account an address on an administrator's word, and the one before; undefined where there is no such account. */
export async function trustMail(
  database: Database,
  login: string,
  mail: string,
): Promise<{ before: string | null } | undefined> {
  const [row] = await database.query<{ before: string | null }>(
    `update account
     set mail = $2, mail_trusted = true
     from (select login, mail as before from account where login = $1 for update) as old
     where account.login = old.login
     returning before`,
    [login, mail],
  );
  return row;
}
