import { identifier } from '../changes/identifier.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { hashPassword } from './password.ts';
import { insertAccount } from './queries.ts';
import type { Viewer } from './schema.ts';

/** Makes an account and records that; the password is in no record. False where the login is taken. */
export async function makeAccount(
  database: Database,
  viewer: Viewer,
  password: string,
  actor: string,
): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'add-account', regionCodes: [wholeCountry] });
    const added = await insertAccount(database, { ...viewer, id: identifier(), passwordHash });
    if (added) {
      action.add(wholeCountry, { entity: 'account', key: { login: viewer.login }, before: null, after: viewer });
    }
    await action.close();
    return added;
  });
}
