import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import {
  deleteIdentities,
  type Identity,
  insertIdentity,
  trustMail,
  viewerByIdentity,
  viewersByMail,
} from './openid-queries.ts';
import type { Viewer } from './schema.ts';

/** Links an identity to an account, and records it; false where one of the two is linked already. */
export function link(database: Database, identity: Identity, login: string, actor: string): Promise<boolean> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'link-account', regionCodes: [wholeCountry] });
    const linked = await insertIdentity(database, identity, login, actor);
    if (linked) {
      action.add(wholeCountry, {
        entity: 'account-identity',
        key: { ...identity },
        before: null,
        after: { ...identity, login },
      });
    }
    await action.close();
    return linked;
  });
}

/** Parts an account from every identity that it is linked to, and records it. Gives how many there were. */
export function unlink(database: Database, login: string, actor: string): Promise<number> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'link-account', regionCodes: [wholeCountry] });
    const gone = await deleteIdentities(database, login);
    for (const identity of gone) {
      action.add(wholeCountry, {
        entity: 'account-identity',
        key: { ...identity },
        before: { ...identity, login },
        after: null,
      });
    }
    await action.close();
    return gone.length;
  });
}

/** Gives an account an address on an administrator's word, and records it; false where there is no such account. */
export function giveMail(database: Database, login: string, mail: string, actor: string): Promise<boolean> {
  return database.transaction(async () => {
    const action = await openAction(database, { actor, verb: 'edit-account', regionCodes: [wholeCountry] });
    const found = await trustMail(database, login, mail);
    if (found !== undefined) {
      action.add(wholeCountry, {
        entity: 'account',
        key: { login },
        before: { login, mail: found.before },
        after: { login, mail },
      });
    }
    await action.close();
    return found !== undefined;
  });
}

/**
 * The account of whoever a sign-in service vouches for: the one that is linked, else the only one to which an
 * administrator gave the address that the service has verified, which is linked from now on. Null where there is none:
 * nobody gets an account or a role by signing in.
 */
export async function accountOf(
  database: Database,
  identity: Identity,
  verifiedMail: () => Promise<string | null>,
): Promise<Viewer | null> {
  const linked = await viewerByIdentity(database, identity);
  if (linked !== undefined) return linked;
  const mail = await verifiedMail();
  if (mail === null) return null;
  const [viewer, ...others] = await viewersByMail(database, identity.issuer, mail);
  if (viewer === undefined || others.length > 0) return null;
  await link(database, identity, viewer.login, viewer.login);
  return (await viewerByIdentity(database, identity)) ?? null;
}
