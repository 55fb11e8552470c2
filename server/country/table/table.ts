import { Status } from '../../assessment/schema.ts';
import type { SettlementKey } from '../../places/schema.ts';
import { AssignedLists } from './assigned.ts';
import { Codes } from './codes.ts';
import { mortonOf, orderOf, worldX, worldY } from './morton.ts';
import { Orders } from './order.ts';
import type { SettlementBlock } from './queries.ts';
import { textCode, textsOfRow, unknownPopulation } from './row-texts.ts';
import { Revisions } from './revisions.ts';
import { SearchIndex } from './search.ts';
import { Texts } from './texts.ts';

export const statuses = Status.options;
/** The status of a settlement that was not assessed. */
export const notAssessed = statuses.length;

const statusByLetters = new Map(statuses.map((status, i) => [status.slice(0, 3), i]));

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
  readonly texts = new Texts();
  readonly byKey: Uint32Array;
  readonly regions = new Codes();
  readonly assigned: AssignedLists;
  readonly revisions: Revisions;
  /** Where the rows of each region begin in `byKey`; one more says where the last ends. */
  readonly #regionStarts: number[] = [0];
  /** How often a population was written that is another. */
  populationRevision = 0;
  #search: SearchIndex | null = null;
  #orders: Orders | null = null;

  /** From the blocks of all regions, in the order of their codes. */
  constructor(blocks: readonly (SettlementBlock & { regionCode: string })[]) {
    this.size = blocks.reduce((sum, { settlements }) => sum + settlements, 0);
    const { size } = this;
    const longitude = new Float64Array(size);
    const latitude = new Float64Array(size);
    const keys = new Float64Array(size);
    let settlement = 0;
    for (const block of blocks) {
      for (let i = 0; i < block.settlements; i++, settlement++) {
        longitude[settlement] = block.longitude.readDoubleBE(i * 8);
        latitude[settlement] = block.latitude.readDoubleBE(i * 8);
        keys[settlement] = mortonOf(worldX(longitude[settlement]), worldY(latitude[settlement]));
      }
      this.regions.indexOf(block.regionCode);
      this.#regionStarts.push(settlement);
    }
    const order = orderOf(keys);
    this.longitude = new Float64Array(size);
    this.latitude = new Float64Array(size);
    this.morton = new Float64Array(size);
    this.x = new Int32Array(size);
    this.y = new Int32Array(size);
    this.byKey = new Uint32Array(size);
    for (let row = 0; row < size; row++) {
      const at = order[row];
      this.longitude[row] = longitude[at];
      this.latitude[row] = latitude[at];
      this.morton[row] = keys[at];
      this.x[row] = worldX(longitude[at]);
      this.y[row] = worldY(latitude[at]);
      this.byKey[at] = row;
    }
    this.region = new Uint16Array(size);
    this.population = new Int32Array(size);
    this.status = new Uint8Array(size);
    this.flagged = new Uint8Array(size);
    this.text = new Uint32Array(size);
    this.assigned = new AssignedLists(size);
    this.revisions = new Revisions();
    for (const [region, block] of blocks.entries()) this.#readBlock(region, block);
    this.#readTexts(blocks, order);
  }

  #readBlock(region: number, { settlements, population, statuses: letters }: SettlementBlock): void {
    for (let i = 0; i < settlements; i++) {
      const row = this.byKey[this.#regionStarts[region] + i];
      this.region[row] = region;
      this.population[row] = population.readInt32BE(i * 4);
      this.#readStatus(row, letters, i);
    }
  }

  /** In the order of rows, so that those of a tile lie together in memory. */
  #readTexts(blocks: readonly SettlementBlock[], order: Uint32Array): void {
    /** Where the texts of each settlement begin in those of its block. */
    const begins = new Uint32Array(this.size);
    let settlement = 0;
    for (const { settlements, lengths } of blocks) {
      let begin = 0;
      for (let i = 0; i < settlements; i++) {
        begins[settlement++] = begin;
        for (let text = 0; text < textsOfRow; text++) begin += lengths.readInt32BE((i * textsOfRow + text) * 4);
      }
    }
    for (let row = 0; row < this.size; row++) {
      const region = this.region[row];
      const { lengths, texts } = blocks[region];
      const i = order[row] - this.#regionStarts[region];
      this.text[row] = this.texts.size;
      let from = begins[order[row]];
      for (let text = 0; text < textsOfRow; text++) {
        const before = from + lengths.readInt32BE((i * textsOfRow + text) * 4);
        this.texts.add(texts, from, before);
        from = before;
      }
    }
    this.texts.close();
  }

  /** Reads the status of a row; was it another? */
  #readStatus(row: number, letters: Buffer, i: number): boolean {
    const written = letters.toString('latin1', i * 3, i * 3 + 3);
    const lower = written.toLowerCase();
    return this.#setStatus(row, statusByLetters.get(lower) ?? notAssessed, written !== lower);
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
      if (this.#readStatus(row, letters, i)) this.touch(row);
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

  /** Made when something is first looked for. */
  get search(): SearchIndex {
    this.#search ??= new SearchIndex(this);
    return this.#search;
  }

  get orders(): Orders {
    this.#orders ??= new Orders(this);
    return this.#orders;
  }

  keyOf(row: number): SettlementKey {
    return { regionCode: this.regions.list[this.region[row]], code: this.texts.at(this.text[row] + textCode) };
  }
}
