import type { Status } from '../assessment/schema.ts';
import { textDistrict, unknownPopulation } from '../country/table/row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from '../country/table/table.ts';
import type { Names } from '../places/schema.ts';
import type { Outcome, PartDifference } from './schema.ts';

interface Count {
  settlements: number;
  residents: number;
}

const nobody = (): Count => ({ settlements: 0, residents: 0 });

type Difference = Pick<PartDifference, 'changed' | 'served' | 'flagged'>;

const nothing = (): Difference => ({ changed: nobody(), served: nobody(), flagged: nobody() });

function add(count: Count, residents: number, sign = 1): void {
  count.settlements += sign;
  count.residents += sign * residents;
}

/** A row of the table that would be assessed otherwise, and how. */
export interface ChangedRow {
  row: number;
  to: Status;
  isFlagged: boolean;
}

const served = statuses.indexOf('served');

export const statusOf = (index: number): Status | null => statuses[index] ?? null;

/** A status that is the same as in force. */
const same = 255;

/** What would be otherwise than the table of the country has it, gathered region by region. */
export class Comparison {
  readonly #table: SettlementTable;
  readonly #threshold: number;
  /** From each status, or none, to each. */
  readonly #matrix = Array.from({ length: statuses.length + 1 }, () => statuses.map(nobody));
  readonly #flagged = { inForce: nobody(), supposed: nobody() };
  readonly changed = nobody();
  /** Where something would change, in the order of their codes. */
  readonly #byRegion = new Map<string, Difference>();
  /** Of each row of the table, the status that it would have. */
  readonly #to: Uint8Array;

  /** `threshold` is the population above which a settlement that is not served would be flagged. */
  constructor(table: SettlementTable, threshold: number) {
    this.#table = table;
    this.#threshold = threshold;
    this.#to = new Uint8Array(table.size).fill(same);
  }

  /** Takes in the status that each settlement of a region would have, in the order of its codes. */
  add(regionCode: string, supposed: Uint8Array): void {
    const { population, status, flagged } = this.#table;
    const rows = this.#table.rowsOfRegion(regionCode);
    const part = nothing();
    for (let i = 0; i < rows.length; i++) {
      const [row, to] = [rows[i], supposed[i]];
      const residents = population[row] === unknownPopulation ? 0 : population[row];
      const isFlagged = this.#isFlagged(row, to);
      add(this.#matrix[status[row]][to], residents);
      if (flagged[row] === 1) add(this.#flagged.inForce, residents);
      if (isFlagged) add(this.#flagged.supposed, residents);
      if (status[row] === to && (flagged[row] === 1) === isFlagged) continue;
      this.#to[row] = to;
      this.#note(part, row);
    }
    if (part.changed.settlements === 0) return;
    this.#byRegion.set(regionCode, part);
    this.changed.settlements += part.changed.settlements;
    this.changed.residents += part.changed.residents;
  }

  /** Adds a row that would change to what would change of a part. */
  #note(part: Difference, row: number): void {
    const { population, flagged, status } = this.#table;
    const to = this.#to[row];
    const residents = Math.max(0, population[row]);
    add(part.changed, residents);
    const more = Number(to === served) - Number(status[row] === served);
    if (more !== 0) add(part.served, residents, more);
    const moreFlagged = Number(this.#isFlagged(row, to)) - flagged[row];
    if (moreFlagged !== 0) add(part.flagged, residents, moreFlagged);
  }

  /** Strictly more people than the threshold, and not served; a population that is unknown is below any. */
  #isFlagged(row: number, to: number): boolean {
    return this.#table.population[row] > this.#threshold && to !== served;
  }

  get inForce(): Outcome {
    const byStatus = statuses.map((status, i) => [status, sum(this.#matrix[i])] as const);
    return { byStatus: Object.fromEntries(byStatus) as Outcome['byStatus'], flagged: this.#flagged.inForce };
  }

  get supposed(): Outcome {
    const byStatus = statuses.map((status, to) => [status, sum(this.#matrix.map((from) => from[to]))] as const);
    return { byStatus: Object.fromEntries(byStatus) as Outcome['byStatus'], flagged: this.#flagged.supposed };
  }

  get matrix(): (Count & { from: Status | null; to: Status })[] {
    return this.#matrix.flatMap((row, from) =>
      row.flatMap((count, to) =>
        count.settlements === 0
          ? []
          : [{ from: from === notAssessed ? null : statuses[from], to: statuses[to], ...count }],
      ),
    );
  }

  /** What would change of each region, or of each district of one, in the order of their codes. */
  parts(
    region: string | undefined,
    namesOf: (regionCode: string, districtCode: string | null) => Names | null,
  ): PartDifference[] {
    if (region === undefined) {
      return [...this.#byRegion].map(([regionCode, part]) => {
        return { regionCode, districtCode: null, names: namesOf(regionCode, null), ...part };
      });
    }
    const { texts, text } = this.#table;
    const byDistrict = new Map<string, Difference>();
    for (const row of this.#table.rowsOfRegion(region)) {
      if (this.#to[row] === same) continue;
      const districtCode = texts.at(text[row] + textDistrict);
      const part = byDistrict.get(districtCode) ?? nothing();
      byDistrict.set(districtCode, part);
      this.#note(part, row);
    }
    return [...byDistrict]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([districtCode, part]) => {
        return { regionCode: region, districtCode, names: namesOf(region, districtCode), ...part };
      });
  }

  /** What changed, the largest first, of equals in the order of region and code; of one region, or of all. */
  largestFirst(region: string | undefined, limit = Infinity): { rows: ChangedRow[]; more: number } {
    const { orders, regions, region: regionOf } = this.#table;
    const wanted = region === undefined ? null : regions.find(region);
    const rows: ChangedRow[] = [];
    let more = 0;
    for (const row of orders.byPopulation.rows) {
      const to = this.#to[row];
      if (to === same || (wanted !== null && regionOf[row] !== wanted)) continue;
      if (rows.length < limit) rows.push({ row, to: statuses[to], isFlagged: this.#isFlagged(row, to) });
      else more++;
    }
    return { rows, more };
  }
}

const sum = (counts: readonly Count[]): Count => ({
  settlements: counts.reduce((total, { settlements }) => total + settlements, 0),
  residents: counts.reduce((total, { residents }) => total + residents, 0),
});
