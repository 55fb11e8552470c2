import type { ReadRow } from '../sources/read.ts';
import { inBatches } from './batches.ts';
import type { Loader, Loading } from './loader.ts';
import { knownPopulations, writePopulations } from './settlements.queries.ts';

/** Overwrites the population of the settlements that a file names. */
export class PopulationLoader implements Loader<'populations'> {
  readonly #loading: Loading;
  readonly #reads: ReadRow<'populations'>[] = [];

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  async accept(read: ReadRow<'populations'>): Promise<void> {
    if (read.row !== null) this.#reads.push(read);
    else if (read.faults.length > 0) await this.#loading.tally.reject(read.record, read.faults);
  }

  async finish(): Promise<void> {
    const { database, tally, importId, dataset, touched } = this.#loading;
    const known = await knownPopulations(database);
    const seen = new Set<string>();
    const action = await this.#loading.openAction();
    const rows = [];
    for (const { record, row } of this.#reads) {
      const { code, population, date, source } = row!;
      const before = known.get(code);
      const reason = before === undefined ? 'unknown-settlement' : seen.has(code) ? 'duplicate' : null;
      if (before === undefined || reason !== null) {
        await tally.reject(record, [{ column: 'code', value: code, reason: reason! }]);
        continue;
      }
      seen.add(code);
      const after = { population, populationSource: source ?? dataset, populationDate: date };
      const { regionCode, ...old } = before;
      if (
        old.population === after.population &&
        old.populationSource === after.populationSource &&
        old.populationDate === after.populationDate
      ) {
        tally.unchanged += 1;
        continue;
      }
      tally.changed += 1;
      rows.push({ regionCode, code, ...after, version: action.sequence(regionCode) });
      const written = { ...after, importId };
      action.add(regionCode, { entity: 'settlement', key: { regionCode, code }, before: old, after: written });
      touched.settlement({ regionCode, code });
    }
    await inBatches(rows, (batch) => writePopulations(database, batch, importId));
  }
}
