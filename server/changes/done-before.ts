import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { changesOfAction } from './queries.ts';
import type { ChangeItem, Verb } from './schema.ts';

/**
 * The key of what this person made by an action of this id, sent again since the reply was lost; null where nothing was
 * done under it. Throws a 409 where it was used for something else.
 */
export async function doneBefore(
  database: Database,
  about: { id: string; actor: string; verb: Verb },
): Promise<ChangeItem['key'] | null> {
  const { id, actor, verb } = about;
  const [change] = await changesOfAction(database, id);
  if (change === undefined) return null;
  if (change.actor !== actor || change.verb !== verb) {
    throw new Problem(409, 'Id taken', `id: ${id} was used for something else. Use a new one.`, {
      refusal: 'id-taken',
    });
  }
  return change.items[0].key;
}
