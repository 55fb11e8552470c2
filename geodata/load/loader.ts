import type { AssessScope } from '../../server/assessment/assess.ts';
import type { Box } from '../../server/assessment/engine/circle.ts';
import type { Action } from '../../server/changes/record.ts';
import type { Database } from '../../server/database/database.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import type { ReadRow } from '../sources/read.ts';
import type { Target } from '../sources/source.ts';
import type { Country } from './country.ts';
import type { Tally } from './tally.ts';

/** What every loader has while a file is loaded, inside its transaction. */
export interface Loading {
  database: Database;
  country: Country;
  tally: Tally;
  importId: string;
  dataset: string;
  /** Degrees beyond the boundaries that the source allows a point. */
  margin: number;
  /** Opens the record of changes for all regions that are known by then, these beside; it is closed after `finish`. */
  openAction(newRegions?: Iterable<string>): Promise<Action>;
  touched: Touched;
}

/** Takes the rows of one file, and writes them. */
export interface Loader<T extends Target> {
  accept(read: ReadRow<T>): Promise<void>;
  finish(): Promise<void>;
}

const manyPlaces = 1000;

/** What has to be assessed anew. */
export class Touched {
  readonly #settlements: SettlementKey[] = [];
  readonly #regions = new Set<string>();
  readonly #boxes: Box[] = [];

  settlement(key: SettlementKey): void {
    this.#settlements.push(key);
  }

  box(regionCode: string, box: Box): void {
    this.#regions.add(regionCode);
    this.#boxes.push(box);
  }

  /** The scopes to assess; the whole country where so much was touched that picking would take longer. */
  scopes(): AssessScope[] {
    if (this.#settlements.length + this.#boxes.length > manyPlaces) return [{ type: 'country' }];
    const scopes: AssessScope[] = [];
    if (this.#settlements.length > 0) scopes.push({ type: 'settlements', keys: this.#settlements });
    if (this.#boxes.length > 0) scopes.push({ type: 'boxes', regionCodes: [...this.#regions], boxes: this.#boxes });
    return scopes;
  }
}
