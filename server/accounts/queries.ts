import type { Database } from '../database/database.ts';
import type { Viewer } from './schema.ts';

export type Account = Viewer & { id: string; passwordHash: string };

/** Who has this login? */
export async function accountByLogin(database: Database, login: string): Promise<Account | undefined> {
  const [account] = await database.query<Account>(
    `select id, login, display_name as "displayName", role, operator_code as "operatorCode",
       region_code as "regionCode", district_code as "districtCode", password_hash as "passwordHash"
     from account
     where login = $1`,
    [login],
  );
  return account;
}

/** Adds an account; false where the login is taken. */
export async function insertAccount(database: Database, account: Account): Promise<boolean> {
  const rows = await database.query(
    `insert into account (id, login, display_name, role, operator_code, region_code, district_code, password_hash,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (login) do nothing
     returning id`,
    [
      account.id,
      account.login,
      account.displayName,
      account.role,
      account.operatorCode,
      account.regionCode,
      account.districtCode,
      account.passwordHash,
      new Date(),
    ],
  );
  return rows.length === 1;
}

/** How many accounts are there? */
export async function countAccounts(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>('select count(*) as count from account');
  return row.count;
}

/** The value that the installation keeps under this name: `fresh`, where it has none yet. */
export async function keepValue(database: Database, name: string, fresh: string): Promise<string> {
  await database.query('insert into installation (name, value) values ($1, $2) on conflict do nothing', [name, fresh]);
  const [row] = await database.query<{ value: string }>('select value from installation where name = $1', [name]);
  return row.value;
}
