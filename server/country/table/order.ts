import type { NameLanguage } from '../../places/schema.ts';
import type { SettlementSort } from '../schema.ts';
import { orderOf } from './morton.ts';
import { textDistrict, textEnglish, textKazakh, textRussian, unknownPopulation } from './row-texts.ts';
import type { SettlementTable } from './table.ts';

/** The rows in an order, and the place of each row in it. */
export interface Order {
  rows: Uint32Array;
  placeOf: Uint32Array;
}

/** The Kazakh alphabet holds every Russian letter, so one order serves both; the same as the pages sort by. */
const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const firstLetter = 0x1000;
const letterPlaces = new Map([...alphabet].map((letter, place) => [letter, String.fromCharCode(firstLetter + place)]));

/** A text whose order by code units is the alphabetical order of the name. */
export function sortKey(name: string): string {
  let key = '';
  for (const letter of name.toLowerCase()) key += letterPlaces.get(letter) ?? letter;
  return key;
}

/** The languages in which a name is looked for, the first that has one. */
const languages: Record<NameLanguage, readonly number[]> = {
  kk: [textKazakh, textRussian, textEnglish],
  ru: [textRussian, textKazakh, textEnglish],
  en: [textEnglish, textKazakh, textRussian],
};

/** The names of districts by region and code, in their languages. */
export type DistrictNames = ReadonlyMap<string, Record<NameLanguage, string>>;

/** Orders of a table's rows, each made when it is first asked for. Equal rows are in the order of region and code. */
export class Orders {
  readonly #table: SettlementTable;
  readonly #byName = new Map<NameLanguage, { order: Order; rank: Float64Array }>();
  readonly #byDistrict = new Map<NameLanguage, Order>();
  #byPopulation: { revision: number; order: Order } | null = null;
  #byKey: Order | null = null;

  constructor(table: SettlementTable) {
    this.#table = table;
  }

  /** By region and code. */
  get byKey(): Order {
    this.#byKey ??= orderOfRows(this.#table.byKey);
    return this.#byKey;
  }

  /** `districts` are asked for only when their order is. */
  async of(sort: SettlementSort, language: NameLanguage, districts: () => Promise<DistrictNames>): Promise<Order> {
    switch (sort) {
      case 'code':
        return this.byKey;
      case 'population':
        return this.byPopulation;
      case 'name':
        return this.#names(language).order;
      case 'district': {
        const known = this.#byDistrict.get(language);
        if (known !== undefined) return known;
        const order = this.#districts(language, await districts());
        this.#byDistrict.set(language, order);
        return order;
      }
    }
  }

  /** Largest first, unknown last. */
  get byPopulation(): Order {
    const { population, populationRevision } = this.#table;
    if (this.#byPopulation?.revision !== populationRevision) {
      const order = this.#sorted((row) =>
        population[row] === unknownPopulation ? 2 ** 31 : 2 ** 31 - 1 - population[row],
      );
      this.#byPopulation = { revision: populationRevision, order };
    }
    return this.#byPopulation.order;
  }

  #names(language: NameLanguage): { order: Order; rank: Float64Array } {
    const known = this.#byName.get(language);
    if (known !== undefined) return known;
    const { size, text, texts } = this.#table;
    const nameOf = (row: number) => {
      const shown = languages[language].find((one) => texts.end(text[row] + one) > texts.start(text[row] + one));
      return shown === undefined ? '' : texts.at(text[row] + shown);
    };
    const rank = ranks(size, nameOf, sortKey);
    const made = { order: this.#sorted((row) => rank[row]), rank };
    this.#byName.set(language, made);
    return made;
  }

  #districts(language: NameLanguage, names: DistrictNames): Order {
    const { size, text, texts, region, regions } = this.#table;
    const codeOf = (row: number) => `${regions.list[region[row]]} ${texts.at(text[row] + textDistrict)}`;
    const { rank } = this.#names(language);
    const keyOf = (code: string) => {
      const name = names.get(code);
      return name === undefined ? '' : sortKey(name[language] || name.kk || name.ru || name.en);
    };
    const district = ranks(size, codeOf, keyOf);
    return this.#sorted((row) => district[row] * 2 ** 24 + rank[row]);
  }

  /** By ascending numbers of at most 52 bits. */
  #sorted(numberOf: (row: number) => number): Order {
    const { byKey } = this.#table;
    const order = orderOf(Float64Array.from(byKey, numberOf));
    return orderOfRows(order.map((at) => byKey[at]));
  }
}

function orderOfRows(rows: Uint32Array): Order {
  const placeOf = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) placeOf[rows[place]] = place;
  return { rows, placeOf };
}

/** Of each row, the place of its text among the different ones, ordered by their keys; texts of one key share it. */
function ranks(size: number, textOf: (row: number) => string, keyOf: (text: string) => string): Float64Array {
  const indices = new Map<string, number>();
  const indexOfRow = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const text = textOf(row);
    let index = indices.get(text);
    if (index === undefined) indices.set(text, (index = indices.size));
    indexOfRow[row] = index;
  }
  const keys = Array.from(indices.keys(), keyOf);
  const sorted = [...new Set(keys)].sort();
  const rankOfKey = new Map(sorted.map((key, rank) => [key, rank]));
  return Float64Array.from(indexOfRow, (index) => rankOfKey.get(keys[index])!);
}
