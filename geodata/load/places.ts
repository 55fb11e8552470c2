import { canonicalJson } from '../../server/changes/chain.ts';
import { wholeCountry } from '../../server/changes/schema.ts';
import type { Place } from '../../server/places/schema.ts';
import { warning } from '../checks/warnings.ts';
import { ancestorsOfKato } from '../sources/kato-code.ts';
import { mergedNames } from '../sources/names.ts';
import type { ReadRow } from '../sources/read.ts';
import type { PlaceRow } from '../sources/source.ts';
import { inBatches } from './batches.ts';
import type { Loader, Loading } from './loader.ts';
import { knownPlaces, writePlaces, writeRegions } from './places.queries.ts';

/** Adds and changes the rungs of the ladder: regions, districts, okrugs and settlements of the classifier. */
export class PlaceLoader implements Loader<'places'> {
  readonly #loading: Loading;
  readonly #reads: ReadRow<'places'>[] = [];

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  async accept(read: ReadRow<'places'>): Promise<void> {
    if (read.row !== null) this.#reads.push(read);
    else if (read.faults.length > 0) await this.#loading.tally.reject(read.record, read.faults);
  }

  async finish(): Promise<void> {
    const { country } = this.#loading;
    const known = await knownPlaces(this.#loading.database);
    const codes = new Set([...country.regions.keys(), ...known.keys(), ...this.#reads.map(({ row }) => row!.code)]);
    const seen = new Set<string>();
    const sound: PlaceRow[] = [];
    for (const { record, row } of this.#reads) {
      const { code, level } = row!;
      const parent = ancestorsOfKato(code).find((above) => codes.has(above));
      const orphan = level !== 'region' && (parent === undefined || !codes.has(row!.regionCode));
      const reason = seen.has(code) ? 'duplicate' : orphan ? 'missing-parent' : null;
      if (reason !== null) {
        await this.#loading.tally.reject(record, [{ column: 'code', value: code, reason }]);
        continue;
      }
      seen.add(code);
      sound.push({ ...row!, parentCode: parent ?? code });
    }
    await this.#write(sound, known);
  }

  async #write(rows: readonly PlaceRow[], known: ReadonlyMap<string, Place>): Promise<void> {
    const { database, country, tally, importId } = this.#loading;
    const regions = rows
      .filter(({ level }) => level === 'region')
      .map(({ code, names }) => ({
        code,
        names: mergedNames(names, country.regions.get(code) ?? { kk: '', ru: '', en: '' }),
      }));
    const places = rows
      .filter(({ level }) => level !== 'region')
      .map((row): Place => ({ ...row, names: mergedNames(row.names, known.get(row.code)?.names ?? row.names) }));

    const action = await this.#loading.openAction(rows.map(({ regionCode }) => regionCode));
    const newRegions = regions.filter(({ code, names }) => {
      const before = country.regions.get(code);
      if (!this.#count(before, names)) return false;
      action.add(wholeCountry, {
        entity: 'region',
        key: { code },
        before: before === undefined ? null : { names: before },
        after: { names },
      });
      return true;
    });
    const newPlaces = places.filter((place) => {
      const { regionCode, code } = place;
      const before = known.get(code);
      if (!this.#count(before, place)) return false;
      action.add(regionCode, {
        entity: 'place',
        key: { regionCode, code },
        before: before === undefined ? null : { ...before },
        after: { ...place, importId },
      });
      return true;
    });
    if (newRegions.length > 0) await writeRegions(database, newRegions);
    await inBatches(newPlaces, (batch) => writePlaces(database, batch, importId));
    if (country.outlines.size === 0 && tally.wrote) tally.warnings.push(warning('classifier-alone'));
  }

  /** Counts a row by what it was; true where it has to be written. */
  #count(before: object | undefined, now: object): boolean {
    const kind =
      before === undefined ? 'added' : canonicalJson(now) === canonicalJson(before) ? 'unchanged' : 'changed';
    this.#loading.tally[kind] += 1;
    return kind !== 'unchanged';
  }
}
