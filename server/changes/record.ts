import type { Database } from '../database/database.ts';
import { genesis, hashOf } from './chain.ts';
import { identifier } from './identifier.ts';
import { insertChanges, lockChains, moveChains, openChains } from './queries.ts';
import type { Change, ChangeItem, Verb } from './schema.ts';

/** A change row holds at most this many items; a larger action has several rows. */
const itemsInOneChange = 1000;

/** What a person is doing, while its transaction is open. */
export interface Action {
  readonly id: string;
  /** The version to write on this region's rows: the sequence of the first change that this action adds there. */
  sequence(regionCode: string): number;
  /** Tells the record of one row that was written. */
  add(regionCode: string, item: ChangeItem): void;
  /** Writes the record. Nothing is written where nothing was added. */
  close(): Promise<void>;
}

/**
 * Opens an action inside the caller's transaction. Locks the chains of the
 * regions that it will touch: their edits are made one after the other.
 */
export async function openAction(
  database: Database,
  about: { id?: string; actor: string; verb: Verb; regionCodes: Iterable<string>; undoes?: string },
): Promise<Action> {
  const regionCodes = [...new Set(about.regionCodes)].sort();
  await openChains(database, regionCodes, genesis);
  const heads = new Map((await lockChains(database, regionCodes)).map((head) => [head.regionCode, head]));
  const items = new Map<string, ChangeItem[]>();
  const id = about.id ?? identifier();

  const head = (regionCode: string) => {
    const found = heads.get(regionCode);
    if (found === undefined) throw new Error(`The region ${regionCode} was not named when the action was opened.`);
    return found;
  };

  return {
    id,
    sequence: (regionCode) => head(regionCode).sequence + 1,
    add(regionCode, item) {
      head(regionCode);
      const list = items.get(regionCode) ?? [];
      if (list.length === 0) items.set(regionCode, list);
      list.push(item);
    },
    async close() {
      const common = {
        actionId: id,
        madeAt: new Date().toISOString(),
        actor: about.actor,
        verb: about.verb,
        undoes: about.undoes ?? null,
      };
      const changes: Change[] = [];
      for (const [regionCode, list] of items) {
        const last = { ...head(regionCode) };
        for (let from = 0; from < list.length; from += itemsInOneChange) {
          last.sequence += 1;
          const change = {
            ...common,
            regionCode,
            sequence: last.sequence,
            items: list.slice(from, from + itemsInOneChange),
            previousHash: last.hash,
          };
          last.hash = hashOf(change);
          changes.push({ ...change, hash: last.hash });
        }
        heads.set(regionCode, last);
      }
      if (changes.length === 0) return;
      await insertChanges(database, changes);
      await moveChains(database, [...items.keys()].map(head));
      items.clear();
    },
  };
}
