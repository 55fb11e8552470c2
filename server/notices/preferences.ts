import type { Database } from '../database/database.ts';
import { notFound } from '../http/problem.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import { oneToldBy, type Told, writePreferences } from './queries.ts';
import { kindsOf } from './rules.ts';
import type { OwnAccount, PreferenceChanges } from './schema.ts';

/** A person's own account, as the page of it shows it. */
export async function ownAccount(database: Database, login: string, sendsMail: boolean): Promise<OwnAccount> {
  const { role, operatorCode: _operator, regionCode: _region, ...own } = await toldBy(database, login);
  return { ...own, kinds: [...kindsOf[role]], sendsMail };
}

async function toldBy(database: Database, login: string): Promise<Told> {
  const told = await oneToldBy(database, login);
  if (told === undefined) throw notFound(`account ${login}`);
  return told;
}

/**
 * Changes how a person is told of things. That is nobody else's concern and in no record, but for the address:
 * where an account's mail goes is a change of the account.
 */
export async function changePreferences(database: Database, login: string, changes: PreferenceChanges): Promise<void> {
  await database.transaction(async () => {
    const about = { actor: login, verb: 'edit-account' as const, regionCodes: [wholeCountry] };
    const action = await openAction(database, about);
    const before = await toldBy(database, login);
    const after = { ...before, ...changes };
    await writePreferences(database, login, after);
    if (after.mail !== before.mail) {
      action.add(wholeCountry, {
        entity: 'account',
        key: { login },
        before: { login, mail: before.mail },
        after: { login, mail: after.mail },
      });
    }
    await action.close();
  });
}
