import { canonicalJson } from '../../server/changes/chain.ts';
import { wholeCountry } from '../../server/changes/schema.ts';
import { keepShapes } from '../../server/changes/shapes.ts';
import type { Names, Place } from '../../server/places/schema.ts';
import { isKato, levelOfKato } from '../sources/kato-code.ts';
import { mergedNames } from '../sources/names.ts';
import type { ReadRow } from '../sources/read.ts';
import type { BoundaryRow } from '../sources/source.ts';
import { spreadToBoundary } from './evidence-copies.ts';
import type { Loader, Loading } from './loader.ts';
import {
  knownPlaces,
  writeDistrictBoundaries,
  writePlaces,
  writeRegionBoundaries,
  writeRegions,
} from './places.queries.ts';

type Region = BoundaryRow;
type District = BoundaryRow & { regionCode: string };

/** Adds the boundaries of regions and districts. Their names fill only what the classifier leaves open. */
export class BoundaryLoader implements Loader<'boundaries'> {
  readonly #loading: Loading;
  readonly #reads: ReadRow<'boundaries'>[] = [];

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  async accept(read: ReadRow<'boundaries'>): Promise<void> {
    if (read.row !== null) this.#reads.push(read);
    else if (read.faults.length > 0) await this.#loading.tally.reject(read.record, read.faults);
  }

  async finish(): Promise<void> {
    const { country, tally } = this.#loading;
    const regions: Region[] = [];
    const districts: District[] = [];
    const seen = new Set<string>();
    const regionCodes = new Set(country.regions.keys());
    for (const { row } of this.#reads) if (row!.level === 'region') regionCodes.add(row!.code);
    for (const { record, row } of this.#reads) {
      const { code, level } = row!;
      const regionCode = level === 'region' ? code : await this.#regionOf(row!);
      const known = regionCode !== null && regionCodes.has(regionCode);
      const reason = seen.has(code) ? 'duplicate' : known ? null : 'unknown-region';
      if (reason !== null) {
        await tally.reject(record, [{ column: 'code', value: code, reason }]);
        continue;
      }
      seen.add(code);
      if (level === 'region') regions.push(row!);
      else districts.push({ ...row!, regionCode: regionCode! });
    }
    await this.#write(regions, districts);
  }

  async #regionOf({ regionCode, boundary }: BoundaryRow): Promise<string | null> {
    if (regionCode !== null) return regionCode;
    const { pointOnFeature } = await import('@turf/turf');
    const [longitude, latitude] = pointOnFeature(boundary).geometry.coordinates;
    return this.#loading.country.outlines.covering({ longitude: [longitude], latitude: [latitude] })[0];
  }

  async #write(regions: readonly Region[], districts: readonly District[]): Promise<void> {
    const { database, country, importId } = this.#loading;
    const before = await knownPlaces(database);
    const named = regions.map(({ code, names }) => ({ code, names: filled(country.regions.get(code), names) }));
    const renamed = named.filter(({ code, names }) => !isSame(country.regions.get(code), names));
    if (renamed.length > 0) await writeRegions(database, renamed);
    const places = districts.map(({ code, regionCode, names }): Place => {
      const old = before.get(code) ?? { level: levelOf(code), parentCode: regionCode, typeCode: '' };
      return { ...old, regionCode, code, names: filled(before.get(code)?.names, names) };
    });
    const rewritten = places.filter((place) => !isSame(before.get(place.code), place));
    if (rewritten.length > 0) await writePlaces(database, rewritten, importId);

    const moved = new Set(await writeRegionBoundaries(database, regions));
    const movedDistricts = new Set(await writeDistrictBoundaries(database, districts));
    const action = await this.#loading.openAction(regions.map(({ code }) => code));
    const shapes = await keepShapes(
      database,
      [...regions, ...districts].map(({ boundary }) => boundary),
    );
    for (const [at, { code, crosses }] of regions.entries()) {
      const old = country.regions.get(code);
      if (!this.#count(old, moved.has(code) || renamed.includes(named[at]))) continue;
      const after = { names: named[at].names, boundary: shapes[at], crosses };
      action.add(wholeCountry, {
        entity: 'region',
        key: { code },
        before: old === undefined ? null : { names: old },
        after,
      });
      if (moved.has(code)) await spreadToBoundary(this.#loading, action, code);
    }
    for (const [at, { regionCode, code, crosses }] of districts.entries()) {
      const old = before.get(code);
      const isRewritten = rewritten.includes(places[at]);
      if (!this.#count(old, movedDistricts.has(code) || isRewritten)) continue;
      const drawn = { ...places[at], boundary: shapes[regions.length + at], crosses };
      const after = isRewritten ? { ...drawn, importId } : drawn;
      const key = { regionCode, code };
      action.add(regionCode, { entity: 'place', key, before: old === undefined ? null : { ...old }, after });
    }
  }

  #count(before: object | undefined, differs: boolean): boolean {
    this.#loading.tally[before === undefined ? 'added' : differs ? 'changed' : 'unchanged'] += 1;
    return before === undefined || differs;
  }
}

const filled = (known: Names | undefined, names: Names): Names =>
  known === undefined ? names : mergedNames(known, names);

const isSame = (before: object | undefined, now: object) =>
  before !== undefined && canonicalJson(before) === canonicalJson(now);

const levelOf = (code: string): Place['level'] => (isKato(code) ? levelOfKato(code) : 'district');
