import type { MultiPolygon } from 'geojson';
import { wholeCountry } from '../../server/changes/schema.ts';
import { keepShapes } from '../../server/changes/shapes.ts';
import type { Names } from '../../server/places/schema.ts';
import type { Fault } from '../checks/reasons.ts';
import { warning } from '../checks/warnings.ts';
import type { ReadRow } from '../sources/read.ts';
import type { SettlementRow } from '../sources/source.ts';
import { inBatches } from './batches.ts';
import { addRegions } from './country.queries.ts';
import { spreadToSettlements, spreadToWidenedRegions } from './evidence-copies.ts';
import type { Loader, Loading } from './loader.ts';
import { districtsOf, locate, wholeCountryRegion } from './locate.ts';
import {
  assigned,
  knownSettlements,
  type LoadedSettlement,
  removeSettlements,
  writeSettlements,
} from './settlements.queries.ts';

/** Adds and changes settlements by code; none is removed. What a row leaves open stays as it is known. */
export class SettlementLoader implements Loader<'settlements'> {
  readonly #loading: Loading;
  readonly #reads: ReadRow<'settlements'>[] = [];

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  async accept(read: ReadRow<'settlements'>): Promise<void> {
    if (read.row !== null) this.#reads.push(read);
    else if (read.faults.length > 0) await this.#loading.tally.reject(read.record, read.faults);
    else this.#loading.tally.skipped += 1;
  }

  async finish(): Promise<void> {
    const { database, country, tally } = this.#loading;
    const sound = await this.#placed();
    const known = await knownSettlements(database);
    const moved = sound.filter((row) => isMoved(row, known.get(row.code)));
    const staying = await assigned(
      database,
      moved.map((row) => known.get(row.code)!),
    );
    const rows = sound.map((row) =>
      staying.has(row.code) ? { ...row, regionCode: known.get(row.code)!.regionCode } : row,
    );
    if (staying.size > 0) tally.warnings.push(warning('settlements-stay', { count: staying.size }));

    const written = rows
      .map((row) => completed(row, known.get(row.code)))
      .filter((row) => {
        const before = known.get(row.code);
        const kind = before === undefined ? 'added' : isSame(row, before) ? 'unchanged' : 'changed';
        tally[kind] += 1;
        return kind !== 'unchanged';
      });
    const newRegions = await this.#addRegions(written);
    await this.#write(written, known, newRegions);
    if (country.outlines.size === 0 && written.length > 0) tally.warnings.push(warning('no-boundaries'));
  }

  /** The rows without fault, in their regions and districts. */
  async #placed(): Promise<LoadedSettlement[]> {
    const { country, tally, margin } = this.#loading;
    const rows = this.#reads.map(({ row }) => row!);
    const located = locate(rows, country, margin);
    const regionCodes = located.map((place) => ('fault' in place ? '' : place.regionCode));
    const districts = districtsOf(rows, regionCodes, country, margin);
    const shapes = await this.#shapesOf(rows);
    const seen = new Set<string>();
    const sound: LoadedSettlement[] = [];
    for (const [at, { record, row, faults }] of this.#reads.entries()) {
      const place = located[at];
      const all: Fault[] = 'fault' in place ? [...faults, place.fault] : [...faults];
      if (all.length === 0 && seen.has(row!.code)) all.push({ column: 'code', value: row!.code, reason: 'duplicate' });
      if (all.length > 0) await tally.reject(record, all);
      else {
        seen.add(row!.code);
        sound.push(settlement(row!, regionCodes[at], districts[at], shapes.get(row!.area) ?? null));
      }
    }
    return sound;
  }

  /** The hashes of the polygons, by polygon. */
  async #shapesOf(rows: readonly SettlementRow[]): Promise<Map<MultiPolygon | undefined, string>> {
    const areas = rows.flatMap(({ area }) => area ?? []);
    const hashes: string[] = [];
    await inBatches(areas, async (batch) => void hashes.push(...(await keepShapes(this.#loading.database, batch))));
    return new Map(areas.map((area, at) => [area, hashes[at]]));
  }

  async #addRegions(rows: readonly LoadedSettlement[]): Promise<{ code: string; names: Names }[]> {
    const { database, country, tally } = this.#loading;
    const codes = [...new Set(rows.map((row) => row.regionCode))]
      .filter((code) => !country.regions.has(code))
      .toSorted();
    const added = codes.map((code) => ({ code, names: namesOfNewRegion(code) }));
    if (codes.length === 0) return added;
    await addRegions(database, added);
    tally.warnings.push(warning('regions-added', { regions: codes.join(', ') }));
    return added;
  }

  async #write(
    rows: readonly LoadedSettlement[],
    known: ReadonlyMap<string, LoadedSettlement>,
    newRegions: readonly { code: string; names: Names }[],
  ): Promise<void> {
    const { database, importId, touched } = this.#loading;
    if (rows.length === 0) return;
    const action = await this.#loading.openAction(rows.map((row) => row.regionCode));
    for (const { code, names } of newRegions)
      action.add(wholeCountry, { entity: 'region', key: { code }, before: null, after: { names } });
    const gone = rows.flatMap((row) => (isMoved(row, known.get(row.code)) ? [known.get(row.code)!] : []));
    if (gone.length > 0) await removeSettlements(database, gone);
    for (const before of gone)
      action.add(before.regionCode, { entity: 'settlement', key: key(before), before: { ...before }, after: null });
    for (const row of rows) {
      const old = known.get(row.code);
      const before = old !== undefined && old.regionCode === row.regionCode ? { ...old } : null;
      action.add(row.regionCode, { entity: 'settlement', key: key(row), before, after: { ...row, importId } });
      touched.settlement({ regionCode: row.regionCode, code: row.code });
    }
    await inBatches(rows, (batch) =>
      writeSettlements(
        database,
        batch.map((row) => ({ ...row, version: action.sequence(row.regionCode) })),
        importId,
      ),
    );
    await spreadToWidenedRegions(this.#loading, action);
    if (gone.length > 0) await spreadToSettlements(this.#loading, action, rows);
  }
}

/** The placeholder has a name; a region that only a row names is called by its code until boundaries or classifier come. */
function namesOfNewRegion(code: string): Names {
  return code === wholeCountryRegion
    ? { kk: 'Бүкіл ел', ru: 'Вся страна', en: 'Whole country' }
    : { kk: code, ru: code, en: code };
}

const key = ({ regionCode, code }: LoadedSettlement) => ({ regionCode, code });

function settlement(
  row: SettlementRow,
  regionCode: string,
  districtCode: string | null,
  area: string | null,
): LoadedSettlement {
  return { ...row, regionCode, districtCode, area, residents: null };
}

const isMoved = (row: LoadedSettlement, before: LoadedSettlement | undefined) =>
  before !== undefined && before.regionCode !== row.regionCode;

/** An unknown population, name or area says nothing against a known one; where people live, other files say. */
function completed(row: LoadedSettlement, before: LoadedSettlement | undefined): LoadedSettlement {
  if (before === undefined) return row;
  const { population, populationSource, populationDate } = row.population === null ? before : row;
  const names = {
    kk: row.names.kk || before.names.kk,
    ru: row.names.ru || before.names.ru,
    en: row.names.en || before.names.en,
  };
  const { residents } = before;
  return { ...row, names, population, populationSource, populationDate, area: row.area ?? before.area, residents };
}

/** Whether a settlement is as it was, in everything that a file can say of it. */
function isSame({ names, ...row }: LoadedSettlement, before: LoadedSettlement): boolean {
  const sameNames = (Object.keys(names) as (keyof Names)[]).every(
    (language) => names[language] === before.names[language],
  );
  const columns = Object.keys(row) as (keyof typeof row)[];
  return sameNames && columns.every((column) => row[column] === before[column]);
}
