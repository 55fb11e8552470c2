import type { Database } from '../database/database.ts';
import { cursorOf } from './cursor.ts';
import { chainHeads, changesAfter } from './queries.ts';
import type { Change } from './schema.ts';

/** How often the record is looked at: several processes keep in step through the database alone. */
const pollMilliseconds = 300;

type Listener = (changes: readonly Change[], cursor: string) => void;

/** Follows the record of changes, whichever process wrote them. */
export class ChangeFeed {
  readonly #database: Database;
  readonly #listeners = new Set<Listener>();
  #seen: Map<string, number> | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #closing = new AbortController();
  /** How often somebody was told of changes: what was read before the last time is old. */
  told = 0;
  /** Aborted when the service stops: what would last for ever ends then. */
  readonly closing = this.#closing.signal;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Calls the listener with all that is committed from now on, some of it
   * perhaps already visible. Returns the way to stop.
   */
  async listen(listener: Listener): Promise<() => void> {
    this.#listeners.add(listener);
    const stop = () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
    if (this.#timer === null) {
      this.#schedule();
      try {
        this.#seen = sequences(await chainHeads(this.#database));
      } catch (error) {
        stop();
        throw error;
      }
    }
    return stop;
  }

  close(): void {
    this.#rest();
    this.#closing.abort();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#seen = null;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      // A database that does not answer now is asked again; its own requests tell people of it.
      this.#poll()
        .catch(() => {})
        .finally(() => {
          if (this.#timer !== null) this.#schedule();
        });
    }, pollMilliseconds);
    // What keeps the process is whoever it serves.
    this.#timer.unref();
  }

  async #poll(): Promise<void> {
    const seen = this.#seen;
    if (seen === null) return;
    const heads = await chainHeads(this.#database);
    const moved = heads.filter(({ regionCode, sequence }) => sequence > (seen.get(regionCode) ?? 0));
    if (moved.length === 0) return;
    const after = new Map(moved.map(({ regionCode }) => [regionCode, seen.get(regionCode) ?? 0]));
    const changes = await changesAfter(this.#database, after);
    for (const { regionCode, sequence } of changes) seen.set(regionCode, Math.max(sequence, seen.get(regionCode) ?? 0));
    const cursor = cursorOf([...seen].map(([regionCode, sequence]) => ({ regionCode, sequence })));
    this.told++;
    for (const listener of this.#listeners) listener(changes, cursor);
  }
}

const sequences = (heads: readonly { regionCode: string; sequence: number }[]): Map<string, number> =>
  new Map(heads.map(({ regionCode, sequence }) => [regionCode, sequence]));
