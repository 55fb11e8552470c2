// What the page has met of a large country: rows are added as settlements are told of, and stay.
import { batch } from '@preact/signals';
import type { LiveRow } from '../../server/country/schema.ts';
import type { CountryOverview, Names, SettlementKey } from '../../server/places/schema.ts';
import type { Mark } from '../map/stage.ts';
import type { Country } from '../store/country.ts';
import { type Live, withRows } from '../store/live.ts';
import { country, live } from '../store/state.ts';
import type { Outline } from './tile.ts';

const unnamed: Names = { kk: '', ru: '', en: '' };
const textOf = ({ regionCode, code }: SettlementKey) => `${regionCode} ${code}`;

export class Known {
  readonly #rows = new Map<string, number>();
  readonly #regions: ReadonlyMap<string, number>;
  readonly #districts: ReadonlyMap<string, number>;
  readonly #country: Country & { longitude: number[]; latitude: number[] };
  readonly #outlines = new Map<number, Mark>();

  /** Knows the regions and districts of a country, and none of its settlements yet. */
  constructor({ regions, districts }: CountryOverview) {
    this.#regions = new Map(regions.map(({ code }, i) => [code, i]));
    this.#districts = new Map(districts.map((district, i) => [textOf(district), i]));
    const region: number[] = [];
    const code: string[] = [];
    this.#country = {
      hash: '',
      namesHash: '',
      only: null,
      regions,
      districts: districts.map((one) => ({ ...one, region: this.#regions.get(one.regionCode)! })),
      size: 0,
      code,
      region,
      district: [],
      names: [],
      population: [],
      longitude: [],
      latitude: [],
      searchable: () => [],
      indexOf: (key) => this.#rows.get(textOf(key)),
      keyOf: (row) => ({ regionCode: regions[region[row]].code, code: code[row] }),
    };
  }

  /** The country as far as it is known. */
  get country(): Country {
    return { ...this.#country, size: this.#country.code.length };
  }

  /** A living part of which no settlement is told yet. */
  live({ boundaries, cursor }: Pick<Live, 'boundaries' | 'cursor'>): Live {
    const { code } = this.#country;
    return {
      columns: '',
      boundaries,
      cursor,
      status: code.map(() => 'unknown'),
      flagged: code.map(() => false),
      population: code.map(() => null),
      assignments: code.map(() => []),
      outlines: this.#outlines,
    };
  }

  /** The row of a settlement; one that is new to the page gets one, in which only its code stands. */
  rowOf(key: SettlementKey): number {
    const known = this.#rows.get(textOf(key));
    if (known !== undefined) return known;
    const { code, region, district, names, population, longitude, latitude } = this.#country;
    const row = code.push(key.code) - 1;
    this.#rows.set(textOf(key), row);
    region.push(this.#regions.get(key.regionCode) ?? 0);
    district.push(-1);
    names.push({ ...unnamed, kk: key.code });
    population.push(-1);
    longitude.push(Number.NaN);
    latitude.push(Number.NaN);
    this.#outlines.set(row, 'other');
    const present = live.peek()!;
    present.status.push('unknown');
    present.flagged.push(false);
    present.population.push(null);
    present.assignments.push([]);
    return row;
  }

  /** Whether no more than a tile has told of a row. */
  isOutline = (row: number): boolean => this.#outlines.has(row);

  /** Takes what a tile tells; of what is known wholly the feed tells better. `publish` shows it. */
  sketch(outlines: readonly Outline[]): number[] {
    const present = live.peek()!;
    return outlines.map((outline) => {
      const row = this.rowOf(outline);
      if (!this.#outlines.has(row)) return row;
      this.#place(row, outline);
      this.#outlines.set(row, outline.mark);
      present.status[row] = outline.status;
      present.flagged[row] = outline.flagged;
      present.population[row] = outline.population;
      return row;
    });
  }

  /** Takes what the service tells of settlements wholly, and shows it. */
  take(rows: readonly LiveRow[]): number[] {
    const at = rows.map((told) => {
      const row = this.rowOf(told);
      if (told.place !== undefined) {
        this.#place(row, told.place);
        this.#country.district[row] =
          this.#districts.get(textOf({ regionCode: told.regionCode, code: told.place.districtCode ?? '' })) ?? -1;
      }
      this.#outlines.delete(row);
      return row;
    });
    this.publish(rows);
    return at;
  }

  /** Shows what was taken in. */
  publish(rows: readonly LiveRow[] = []): void {
    batch(() => {
      country.value = this.country;
      live.value = withRows(live.peek()!, country.value, rows);
    });
  }

  #place(row: number, { names, longitude, latitude }: Pick<Outline, 'names' | 'longitude' | 'latitude'>): void {
    // Tiles of wide views have no names: till they come, the code stands.
    if (names.kk || names.ru || names.en) this.#country.names[row] = names;
    this.#country.longitude[row] = longitude;
    this.#country.latitude[row] = latitude;
  }
}
