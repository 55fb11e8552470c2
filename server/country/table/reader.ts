import { assignmentsOf } from '../../assignments/queries.ts';
import { quarterNumber, quarterOf } from '../../calendar/quarters.ts';
import type { ChangeFeed } from '../../changes/feed.ts';
import { chainHeads, changesAfter } from '../../changes/queries.ts';
import { inTimeAmong } from '../../construction/in-time.ts';
import type { Database } from '../../database/database.ts';
import type { SettlementKey } from '../../places/schema.ts';
import { liveParts, withAssignments } from '../queries.ts';
import { concernOf } from './concern.ts';
import { readTable } from './read.ts';
import { statusBlock } from './queries.ts';
import type { SettlementTable } from './table.ts';

/** How old, in milliseconds, what is answered may be: within it nothing is asked of the database. */
const freshFor = 250;
/** Evidence ages without a change: after this long, in milliseconds, all statuses are read again. */
const statusesKeptFor = 3_600_000;
const keysAtOnce = 5000;

interface Read {
  table: SettlementTable;
  /** The last sequence of each region that the table knows of. */
  seen: Map<string, number>;
  /** The date as of which it was read: what is overdue depends on it. */
  on: string;
  /** When all statuses were read last. */
  statusesAt: number;
}

/** Reads the country into memory when it is first asked for, and then follows the record of changes. */
export class TableReader {
  readonly #database: Database;
  readonly #feed: ChangeFeed;
  readonly #today: () => string;
  #read: Read | null = null;
  #checkedAt = -Infinity;
  #told = -1;
  #checking: Promise<Read> | null = null;

  constructor(database: Database, feed: ChangeFeed, today: () => string) {
    this.#database = database;
    this.#feed = feed;
    this.#today = today;
  }

  /** The table, where it was looked after just now and nobody has been told of a change since; else null. */
  get present(): SettlementTable | null {
    const isFresh =
      this.#read !== null &&
      this.#told === this.#feed.told &&
      performance.now() - this.#checkedAt < freshFor &&
      this.#read.on === this.#today();
    return isFresh ? this.#read!.table : null;
  }

  /** The table as it is now, or was a quarter of a second ago. */
  async table(): Promise<SettlementTable> {
    return this.present ?? (await this.#check()).table;
  }

  /** The table with all that is committed now. */
  async latest(): Promise<SettlementTable> {
    // A check that is under way may have looked before.
    await this.#checking?.catch(() => {});
    return (await this.#check()).table;
  }

  #check(): Promise<Read> {
    this.#checking ??= this.#bringUp().finally(() => (this.#checking = null));
    return this.#checking;
  }

  async #bringUp(): Promise<Read> {
    const begun = performance.now();
    const { told } = this.#feed;
    const today = this.#today();
    const isUsable = this.#read?.on === today && (await this.#follow(this.#read, begun));
    const read = isUsable ? this.#read! : await this.#readAnew(today, begun);
    this.#read = read;
    this.#checkedAt = begun;
    this.#told = told;
    return read;
  }

  async #readAnew(on: string, statusesAt: number): Promise<Read> {
    const heads = await chainHeads(this.#database);
    const table = await readTable(this.#database, on);
    return { table, seen: new Map(heads.map(({ regionCode, sequence }) => [regionCode, sequence])), on, statusesAt };
  }

  /** Takes in what was recorded since; false where the table must be read anew. */
  async #follow(read: Read, now: number): Promise<boolean> {
    const { table, seen, on } = read;
    const heads = await chainHeads(this.#database);
    const moved = heads.filter(({ regionCode, sequence }) => sequence > (seen.get(regionCode) ?? 0));
    const after = new Map(moved.map(({ regionCode }) => [regionCode, seen.get(regionCode) ?? 0]));
    const changes = moved.length === 0 ? [] : await changesAfter(this.#database, after);
    const concern = concernOf(changes);
    if (concern === 'all') return false;
    const keys = concern.settlements.filter((key) => table.find(key) >= 0);
    for (let from = 0; from < keys.length; from += keysAtOnce) {
      await this.#readRows(table, keys.slice(from, from + keysAtOnce), on);
    }
    const isEveryRegion = concern.everyRegion || now - read.statusesAt > statusesKeptFor;
    for (const regionCode of isEveryRegion ? table.regions.list : concern.regionCodes) {
      const letters = await statusBlock(this.#database, regionCode);
      if (letters.length !== table.sizeOfRegion(regionCode) * 3) return false;
      table.writeStatuses(regionCode, letters);
    }
    if (isEveryRegion) read.statusesAt = now;
    for (const { regionCode, sequence } of changes) seen.set(regionCode, Math.max(sequence, seen.get(regionCode) ?? 0));
    return true;
  }

  async #readRows(table: SettlementTable, keys: readonly SettlementKey[], on: string): Promise<void> {
    const assignments = await assignmentsOf(this.#database, keys, null);
    const isInTime = await inTimeAmong(this.#database, assignments, on);
    const quarter = quarterNumber(quarterOf(on));
    for (const known of withAssignments(await liveParts(this.#database, keys), assignments)) {
      const row = table.find(known);
      const assigned = known.assignments.map((assignment) => ({ ...assignment, inTime: isInTime(assignment) }));
      table.assigned.write(row, assigned, quarter);
      table.write(row, known);
    }
  }
}
