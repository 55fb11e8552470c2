import { cursorOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../places/columns.ts';
import { namesHash } from '../places/name-columns.ts';
import { allDistricts, allRegions, allSettlements } from '../places/queries.ts';
import type { CountryColumns, Names, SettlementKey } from '../places/schema.ts';

export interface Country {
  /** Where the record of changes stood when this was read. */
  cursor: string;
  columns: CountryColumns;
  /** Of regions, then districts, then settlements. */
  names: Names[];
  /** The hash that names this state of the names. */
  namesHash: string;
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
    const places = [...regions, ...districts, ...settlements];
    const names = places.map((place) => place.names);
    return {
      cursor,
      columns: columnsOf(regions, districts, settlements),
      names,
      namesHash: namesHash(
        places.map(({ code }) => code),
        names,
      ),
      keys: settlements.map(({ regionCode, code }) => ({ regionCode, code })),
    };
  }
}
