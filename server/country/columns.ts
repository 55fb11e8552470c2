import { cursorOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../places/columns.ts';
import { allDistricts, allRegions, allSettlements } from '../places/queries.ts';
import type { CountryColumns, SettlementKey } from '../places/schema.ts';

export interface Country {
  /** Where the record of changes stood when this was read. */
  cursor: string;
  columns: CountryColumns;
  /** Row i of the columns. */
  keys: SettlementKey[];
}

/** Reads the country as columns, and again only after something has changed. */
export class CountryReader {
  readonly #database: Database;
  #latest: Promise<Country> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  async cursor(): Promise<string> {
    return cursorOf(await chainHeads(this.#database));
  }

  /** The country as it is at this cursor or later. */
  async read(cursor: string): Promise<Country> {
    const latest = await this.#latest?.catch(() => null);
    if (latest?.cursor === cursor) return latest;
    this.#latest = this.#load(cursor);
    return this.#latest;
  }

  async #load(cursor: string): Promise<Country> {
    const [regions, districts, settlements] = [
      await allRegions(this.#database),
      await allDistricts(this.#database),
      await allSettlements(this.#database),
    ];
    const keys = settlements.map(({ regionCode, code }) => ({ regionCode, code }));
    return { cursor, columns: columnsOf(regions, districts, settlements), keys };
  }
}
