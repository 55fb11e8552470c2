import type { SettlementFilter } from '../schema.ts';
import { matchingRows } from './matching.ts';
import { textDistrict, unknownPopulation } from './row-texts.ts';
import type { SettlementTable } from './table.ts';

/** What all that match a filter amount to. */
export interface Total {
  settlements: number;
  /** Of those whose population is known. */
  residents: number;
  populationMissing: number;
  flagged: number;
  flaggedResidents: number;
  districts: number;
}

/** The rows that match a filter, and what they amount to. */
export class Matches {
  readonly table: SettlementTable;
  readonly rows: Uint32Array;
  #has: Uint8Array | null = null;
  #total: Total | null = null;

  constructor(table: SettlementTable, rows: Uint32Array) {
    this.table = table;
    this.rows = rows;
  }

  /** By row: 1 where it matches. */
  get has(): Uint8Array {
    if (this.#has === null) {
      this.#has = new Uint8Array(this.table.size);
      for (const row of this.rows) this.#has[row] = 1;
    }
    return this.#has;
  }

  get total(): Total {
    this.#total ??= totalOf(this.table, this.rows);
    return this.#total;
  }
}

function totalOf({ population, flagged, text, texts, region }: SettlementTable, rows: Uint32Array): Total {
  const total = { residents: 0, populationMissing: 0, flagged: 0, flaggedResidents: 0 };
  const districts = new Set<string>();
  let last = -1;
  for (const row of rows) {
    const people = population[row];
    if (people === unknownPopulation) total.populationMissing++;
    else total.residents += people;
    if (flagged[row] === 1) {
      total.flagged++;
      total.flaggedResidents += Math.max(0, people);
    }
    const district = text[row] + textDistrict;
    const isEmpty = texts.end(district) === texts.start(district);
    const isAsBefore = last >= 0 && texts.isSame(district, last);
    if (!isEmpty && !isAsBefore) districts.add(`${region[row]} ${texts.at(district)}`);
    last = district;
  }
  return { settlements: rows.length, ...total, districts: districts.size };
}

const keptAtMost = 8;

/** What was asked for last, for as long as nothing changes. */
export class KeptMatches {
  #table: SettlementTable | null = null;
  #revision = -1;
  readonly #kept = new Map<string, Matches>();

  /** As `matchingRows` finds. */
  find(table: SettlementTable, filter: SettlementFilter, company: string | null): Matches {
    if (this.#table !== table || this.#revision !== table.revisions.latest) {
      this.#kept.clear();
      this.#table = table;
      this.#revision = table.revisions.latest;
    }
    const key = JSON.stringify([company, filter]);
    const matches = this.#kept.get(key) ?? new Matches(table, matchingRows(table, filter, company));
    this.#kept.delete(key);
    this.#kept.set(key, matches);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptAtMost) break;
      this.#kept.delete(oldest);
    }
    return matches;
  }
}
