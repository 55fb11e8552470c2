import type { Database } from '../database/database.ts';
import { attachmentsByIds } from './queries.ts';
import { type AttachmentStore, idOf, keyOf } from './store.ts';

const day = 24 * 3_600_000;
const keysAtOnce = 500;

/** Removes bytes that have lain a day without a row: what crashes leave. Gives how many. */
export async function sweep(database: Database, store: AttachmentStore, now = Date.now()): Promise<number> {
  let removed = 0;
  let keys: string[] = [];
  const removeUnnamed = async () => {
    const ids = keys.map(idOf).filter((id) => id !== null);
    const named = new Set((await attachmentsByIds(database, ids, null)).map(keyOf));
    // What has no id in its name was put there by somebody else, and stays.
    for (const key of keys.filter((one) => idOf(one) !== null && !named.has(one))) {
      await store.remove(key);
      removed += 1;
    }
    keys = [];
  };
  for await (const { key, storedAt } of store.list()) {
    if (now - storedAt.getTime() < day) continue;
    keys.push(key);
    if (keys.length === keysAtOnce) await removeUnnamed();
  }
  await removeUnnamed();
  return removed;
}

/** Sweeps now and once a day. Gives what stops it. */
export function keepSwept(database: Database, store: AttachmentStore, failed: (error: unknown) => void): () => void {
  const run = () => void sweep(database, store).catch(failed);
  run();
  const timer = setInterval(run, day);
  return () => clearInterval(timer);
}
