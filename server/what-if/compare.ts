import type { Assessment, Status } from '../assessment/schema.ts';
import { textDistrict, unknownPopulation } from '../country/table/row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from '../country/table/table.ts';
import type { Names } from '../places/schema.ts';
import type { Outcome, PartDifference } from './schema.ts';

interface Count {
  settlements: number;
  residents: number;
}

const nobody = (): Count => ({ settlements: 0, residents: 0 });

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

/** What would be otherwise than the table of the country has it, gathered settlement by settlement. */
export class Comparison {
  readonly #table: SettlementTable;
  /** From each status, or none, to each. */
  readonly #matrix = Array.from({ length: statuses.length + 1 }, () => statuses.map(nobody));
  readonly #flagged = { inForce: nobody(), supposed: nobody() };
  readonly changed = nobody();
  readonly rows: ChangedRow[] = [];

  constructor(table: SettlementTable) {
    this.#table = table;
  }

  add(row: number, { status, flagged }: Assessment): void {
    const { population, status: statusNow, flagged: flaggedNow } = this.#table;
    const residents = population[row] === unknownPopulation ? 0 : population[row];
    add(this.#matrix[statusNow[row]][statuses.indexOf(status)], residents);
    if (flaggedNow[row] === 1) add(this.#flagged.inForce, residents);
    if (flagged) add(this.#flagged.supposed, residents);
    if (statuses[statusNow[row]] === status && (flaggedNow[row] === 1) === flagged) return;
    add(this.changed, residents);
    this.rows.push({ row, to: status, isFlagged: flagged });
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
    const { population, flagged, status, texts, text } = this.#table;
    const parts = new Map<string, PartDifference>();
    for (const { row, to, isFlagged } of this.rows) {
      const { regionCode } = this.#table.keyOf(row);
      if (region !== undefined && regionCode !== region) continue;
      const districtCode = region === undefined ? null : texts.at(text[row] + textDistrict);
      const key = `${regionCode} ${districtCode}`;
      const part: PartDifference = parts.get(key) ?? {
        regionCode,
        districtCode,
        names: namesOf(regionCode, districtCode),
        changed: nobody(),
        served: nobody(),
        flagged: nobody(),
      };
      parts.set(key, part);
      const residents = Math.max(0, population[row]);
      add(part.changed, residents);
      const more = Number(to === 'served') - Number(status[row] === served);
      if (more !== 0) add(part.served, residents, more);
      const moreFlagged = Number(isFlagged) - flagged[row];
      if (moreFlagged !== 0) add(part.flagged, residents, moreFlagged);
    }
    return [...parts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  }

  /** What changed, the largest first, of equals in the order of the table; of one region, or of all. */
  largestFirst(region: string | undefined): ChangedRow[] {
    const { population, regions, region: regionOf } = this.#table;
    const wanted = region === undefined ? null : regions.find(region);
    const rows = wanted === null ? this.rows : this.rows.filter(({ row }) => regionOf[row] === wanted);
    return rows.toSorted((a, b) => population[b.row] - population[a.row] || a.row - b.row);
  }
}

const sum = (counts: readonly Count[]): Count => ({
  settlements: counts.reduce((total, { settlements }) => total + settlements, 0),
  residents: counts.reduce((total, { residents }) => total + residents, 0),
});
