import type { Viewer } from '../accounts/schema.ts';
import { identifier } from '../changes/identifier.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { forbidden, notFound, Problem } from '../http/problem.ts';
import { deleteWhatIf, insertWhatIf, whatIfById } from './queries.ts';
import type { Found, SavedWhatIf, SaveWhatIf } from './schema.ts';

/** Saves a question under a name with what was found. Saved twice under one id, since the reply was lost, it is once. */
export function saveWhatIf(
  database: Database,
  viewer: Viewer,
  today: string,
  { id = identifier(), name, supposed }: SaveWhatIf,
  found: Found,
): Promise<SavedWhatIf> {
  const { login, displayName } = viewer;
  const saved = { id, name, supposed, found, savedBy: login, savedByName: displayName, savedOn: today };
  return database.transaction(async () => {
    const action = await openAction(database, { actor: login, verb: 'save-what-if', regionCodes: [wholeCountry] });
    const already = await whatIfById(database, id);
    if (already?.savedBy === login) return already;
    if (already !== undefined) {
      throw new Problem(409, 'Id taken', `id: ${id} is another what-if’s. Save under a new one.`, {
        refusal: 'id-taken',
      });
    }
    await insertWhatIf(database, saved);
    action.add(wholeCountry, { entity: 'what-if', key: { id }, before: null, after: saved });
    await action.close();
    return saved;
  });
}

/** Throws a what-if away: whoever saved it, or an administrator. */
export async function discardWhatIf(database: Database, { login, role }: Viewer, id: string): Promise<void> {
  await database.transaction(async () => {
    const action = await openAction(database, { actor: login, verb: 'discard-what-if', regionCodes: [wholeCountry] });
    const before = await whatIfById(database, id);
    if (before === undefined) throw notFound(`what-if ${id}`);
    if (before.savedBy !== login && role !== 'administrator') throw forbidden(`${before.savedBy}, who saved it`);
    await deleteWhatIf(database, id);
    action.add(wholeCountry, { entity: 'what-if', key: { id }, before, after: null });
    await action.close();
  });
}
