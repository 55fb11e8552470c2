import { notAssessed, type SettlementTable, statuses } from '../country/table/table.ts';
import { FewTexts } from './few-texts.ts';
import { writeTag } from './layer.ts';
import type { Rows } from './rows.ts';
import type { Values } from './values.ts';

const statusNumbers = statuses.length + 1;

/** Region, status and whether it is flagged: tags that many settlements of a tile share, each combination encoded once. */
export class CommonTags {
  readonly #table: SettlementTable;
  readonly #values: Values;
  readonly #keys: { region: number; status: number; flagged: number };
  readonly #regions: FewTexts;
  readonly #statuses: FewTexts;
  /** The tags of each combination, eight bytes at most as long as not 16,000 regions meet in a tile. */
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  /** How many bytes they are; 0 of a combination that was not met. */
  readonly #lengths: Uint8Array;
  #met: number[] = [];

  constructor(table: SettlementTable, values: Values, keys: { region: number; status: number; flagged: number }) {
    this.#table = table;
    this.#values = values;
    this.#keys = keys;
    this.#regions = new FewTexts(values, (i) => table.regions.list[i]);
    this.#statuses = new FewTexts(values, (i) => statuses[i]);
    const combinations = table.regions.list.length * statusNumbers * 2;
    this.#low = new Uint32Array(combinations);
    this.#high = new Uint32Array(combinations);
    this.#lengths = new Uint8Array(combinations);
  }

  /** The values were forgotten. */
  begin(): void {
    for (const combination of this.#met) this.#lengths[combination] = 0;
    this.#met = [];
    this.#regions.begin();
    this.#statuses.begin();
  }

  /** Adds the values that the rows need: before any other, so that they take one byte to refer to. */
  meet({ rows, from, before }: Rows): void {
    const lengths = this.#lengths;
    const { region, status, flagged } = this.#table;
    for (let i = from; i < before; i++) {
      const row = rows === null ? i : rows[i];
      const combination = (region[row] * statusNumbers + status[row]) * 2 + flagged[row];
      if (lengths[combination] === 0) this.#encode(combination, row);
    }
  }

  #encode(combination: number, row: number): void {
    const { region, status, flagged } = this.#table;
    const view = new DataView(new ArrayBuffer(16));
    let at = writeTag(view, 0, this.#keys.flagged, this.#values.boolean(flagged[row] === 1));
    at = writeTag(view, at, this.#keys.region, this.#regions.index(region[row]));
    if (status[row] !== notAssessed) at = writeTag(view, at, this.#keys.status, this.#statuses.index(status[row]));
    this.#low[combination] = view.getUint32(0, true);
    this.#high[combination] = view.getUint32(4, true);
    this.#lengths[combination] = at;
    this.#met.push(combination);
  }

  /** Writes the tags of a row that was met; gives the place after them. */
  write(view: DataView, at: number, row: number): number {
    const { region, status, flagged } = this.#table;
    const combination = (region[row] * statusNumbers + status[row]) * 2 + flagged[row];
    view.setUint32(at, this.#low[combination], true);
    view.setUint32(at + 4, this.#high[combination], true);
    return at + this.#lengths[combination];
  }
}
