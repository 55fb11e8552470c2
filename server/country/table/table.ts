import type { Status } from '../../assessment/schema.ts';
import type { SettlementKey } from '../../places/schema.ts';
import { AssignedLists } from './assigned.ts';
import { notAssessed, readStatus, statuses, type TableColumns } from './build.ts';
import { Codes } from './codes.ts';
import { Orders } from './order.ts';
import { textCode, textsOfRow, unknownPopulation } from './row-texts.ts';
import { Revisions } from './revisions.ts';
import { SearchIndex } from './search.ts';
import { Texts } from './texts.ts';

export { notAssessed, statuses };

/**
 * Every settlement of the country as columns in memory. Rows are in the order of the Morton curve, so that those of a
 * tile are one range; `byKey` gives them in the order of region and code.
 */
export class SettlementTable {
  readonly size: number;
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Units of the world, see morton.ts. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly morton: Float64Array;
  readonly region: Uint16Array;
  readonly population: Int32Array;
  readonly status: Uint8Array;
  readonly flagged: Uint8Array;
  /** The first text of each row. */
  readonly text: Uint32Array;
  readonly texts: Texts;
  readonly search: SearchIndex;
  readonly byKey: Uint32Array;
  readonly regions = new Codes();
  readonly assigned: AssignedLists;
  readonly revisions: Revisions;
  /** Where the rows of each region begin in `byKey`; one more says where the last ends. */
  readonly #regionStarts: number[] = [0];
  /** How often a population was written that is another. */
  populationRevision = 0;
  #orders: Orders | null = null;

  /** Takes the columns as they are; the regions in the order of their codes. */
  constructor(regionCodes: readonly string[], columns: TableColumns) {
    this.size = columns.longitude.length;
    this.longitude = columns.longitude;
    this.latitude = columns.latitude;
    this.x = columns.x;
    this.y = columns.y;
    this.morton = columns.morton;
    this.region = columns.region;
    this.population = columns.population;
    this.status = columns.status;
    this.flagged = columns.flagged;
    this.byKey = columns.byKey;
    this.texts = Texts.of(columns.textBytes, columns.textStarts);
    this.search = new SearchIndex({
      names: { bytes: columns.nameBytes, starts: columns.nameStarts },
      codes: { bytes: columns.codeBytes, starts: columns.codeStarts },
    });
    this.text = new Uint32Array(this.size);
    for (let row = 0; row < this.size; row++) this.text[row] = row * textsOfRow;
    this.assigned = new AssignedLists(this.size);
    this.revisions = new Revisions();
    for (const [region, code] of regionCodes.entries()) {
      this.regions.indexOf(code);
      this.#regionStarts.push(this.#regionStarts[region] + columns.sizes[region]);
    }
  }

  #setStatus(row: number, status: number, flagged: boolean): boolean {
    const isOther = this.status[row] !== status || (this.flagged[row] === 1) !== flagged;
    this.status[row] = status;
    this.flagged[row] = flagged ? 1 : 0;
    return isOther;
  }

  /** Takes in what was found of a whole region. */
  writeStatuses(regionCode: string, letters: Buffer): void {
    const region = this.regions.find(regionCode);
    for (let i = 0; i * 3 < letters.length; i++) {
      const row = this.byKey[this.#regionStarts[region] + i];
      const { status, flagged } = readStatus(letters, i);
      if (this.#setStatus(row, status, flagged)) this.touch(row);
    }
  }

  /** Takes in what is known of a settlement and its people. */
  write(row: number, known: { population: number | null; status: Status | null; flagged: boolean }): void {
    const population = known.population ?? unknownPopulation;
    if (this.population[row] !== population) this.populationRevision++;
    this.population[row] = population;
    this.#setStatus(row, known.status === null ? notAssessed : statuses.indexOf(known.status), known.flagged);
    this.touch(row);
  }

  /** The row is another than it was. */
  touch(row: number): void {
    this.revisions.touch(this.x[row], this.y[row]);
  }

  /** How many settlements a region has. */
  sizeOfRegion(regionCode: string): number {
    const region = this.regions.find(regionCode);
    return region < 0 ? 0 : this.#regionStarts[region + 1] - this.#regionStarts[region];
  }

  /** The rows of a region, in the order of their codes. */
  rowsOfRegion(regionCode: string): Uint32Array {
    const region = this.regions.find(regionCode);
    return region < 0
      ? new Uint32Array()
      : this.byKey.subarray(this.#regionStarts[region], this.#regionStarts[region + 1]);
  }

  /** The row of a settlement; -1 where there is none. */
  find({ regionCode, code }: SettlementKey): number {
    const region = this.regions.find(regionCode);
    if (region < 0) return -1;
    const wanted = Buffer.from(code);
    let from = this.#regionStarts[region];
    let to = this.#regionStarts[region + 1];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const order = this.texts.compare(this.text[this.byKey[middle]] + textCode, wanted);
      if (order === 0) return this.byKey[middle];
      if (order < 0) from = middle + 1;
      else to = middle;
    }
    return -1;
  }

  get orders(): Orders {
    this.#orders ??= new Orders(this);
    return this.#orders;
  }

  keyOf(row: number): SettlementKey {
    return { regionCode: this.regions.list[this.region[row]], code: this.texts.at(this.text[row] + textCode) };
  }
}
