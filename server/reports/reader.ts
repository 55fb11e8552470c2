import { cursorOf } from '../changes/cursor.ts';
import { chainHeads } from '../changes/queries.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import type { Known } from './known.ts';
import { readPast } from './past.ts';
import { NoProgramme, readPresent } from './present.ts';

const kept = 6;

/** What was known on dates, the latest few that were asked for kept: the past stays as it is, the present until a change. */
export class KnownReader {
  readonly #database: Database;
  readonly #today: () => string;
  readonly #known = new Map<string, Promise<Known>>();

  constructor(database: Database, today: () => string) {
    this.#database = database;
    this.#today = today;
  }

  /** The state of the reader's source for a date: equal text, equal figures. */
  async version(date: string | undefined): Promise<string> {
    const today = this.#today();
    return (date ?? today) < today ? date! : `${today} ${cursorOf(await chainHeads(this.#database))}`;
  }

  /** As `read`; null where there was no programme yet, and so no figures. */
  async readIfAny(date: string): Promise<Known | null> {
    return this.read(date).catch((error: unknown) => {
      if (error instanceof NoProgramme) return null;
      throw error;
    });
  }

  /** What was known at the end of a date, or is now. Throws a Problem where the date is yet to come. */
  async read(date: string | undefined): Promise<Known> {
    const today = this.#today();
    if (date !== undefined && date > today) {
      throw new Problem(422, 'Invalid input', `knownOn: ${date} is yet to come; today is ${today}.`, {
        refusal: 'day-ahead',
      });
    }
    const version = await this.version(date);
    const found = this.#known.get(version);
    if (found !== undefined) return found;
    const isPast = date !== undefined && date < today;
    const reading = isPast ? readPast(this.#database, date) : readPresent(this.#database, today);
    this.#known.set(version, reading);
    reading.catch(() => this.#known.delete(version));
    for (const oldest of [...this.#known.keys()].slice(0, -kept)) this.#known.delete(oldest);
    return reading;
  }
}
