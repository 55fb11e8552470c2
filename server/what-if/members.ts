import { evidencePages, extentsOf, upheldClaims } from '../assessment/queries.ts';
import { radiiOf } from '../assessment/membership.ts';
import type { Settings } from '../assessment/rules.ts';
import type { Profile } from '../assessment/schema.ts';
import { chainHeads } from '../changes/queries.ts';
import type { TableReader } from '../country/table/reader.ts';
import { textCode } from '../country/table/row-texts.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { Database } from '../database/database.ts';
import { Thread } from '../threads/threads.ts';
import type { RegionStatuses, Withdrawn } from './kept.ts';
import { regionsRecordedOf } from './queries.ts';
import type { Supposed } from './schema.ts';

const keptModule = new URL('./kept.ts', import.meta.url);

interface Kept {
  /** Of the region's chain when it was read: what was recorded later may be missing. */
  sequence: number;
  settlements: number;
  radii: string;
  isReady: Promise<unknown>;
}

/** The statuses of all settlements, each region's in the order of its codes in the table. */
export interface Statuses {
  table: SettlementTable;
  withdrawn: Withdrawn;
  regions: RegionStatuses[];
}

/**
 * Keeps in a thread of its own which evidence speaks of which settlement, a region at a time, until something is
 * recorded of the evidence there: to hold another profile or date against it takes no geometry, and keeps nobody waiting.
 */
export class MembersReader {
  readonly #database: Database;
  readonly #tables: TableReader;
  readonly #thread = new Thread();
  readonly #kept = new Map<string, Kept>();

  constructor(database: Database, tables: TableReader) {
    this.#database = database;
    this.#tables = tables;
  }

  /**
   * What is found by these settings without what is withdrawn. The profiles say how near a measured point must be: what
   * is kept serves whatever is supposed by them.
   */
  async statuses(
    profiles: readonly Profile[],
    settings: Pick<Settings, 'profile' | 'asOf'>,
    supposed: Supposed,
  ): Promise<Statuses> {
    // Read before the table, which then has at least what they tell of.
    const heads = await chainHeads(this.#database);
    const table = await this.#tables.latest();
    const regionCodes = table.regions.list;
    try {
      await this.#keep(table, new Map(heads.map(({ regionCode, sequence }) => [regionCode, sequence])), profiles);
      const [withdrawn, ...regions] = (await this.#thread.run(
        keptModule,
        'answer',
        {},
        { regionCodes, settings: { profile: settings.profile, asOf: settings.asOf }, supposed },
      )) as [Withdrawn, ...RegionStatuses[]];
      const isOfTable = regions.every(({ regionCode, statuses }) => statuses.length === table.sizeOfRegion(regionCode));
      // Settlements came or went meanwhile.
      return isOfTable ? { table, withdrawn, regions } : await this.statuses(profiles, settings, supposed);
    } catch (error) {
      // With the thread all may be lost that it kept.
      this.#kept.clear();
      throw error;
    }
  }

  /** Reads again the regions that are not kept as they are now. */
  async #keep(table: SettlementTable, sequences: Map<string, number>, profiles: readonly Profile[]): Promise<void> {
    const radii = radiiOf(...profiles);
    const moved = new Map<string, number>();
    for (const [regionCode, { sequence }] of this.#kept) {
      if (sequence < (sequences.get(regionCode) ?? 0)) moved.set(regionCode, sequence);
    }
    const changed = new Set(moved.size === 0 ? [] : await regionsRecordedOf(this.#database, moved));
    for (const regionCode of table.regions.list) {
      const known = this.#kept.get(regionCode);
      const sequence = sequences.get(regionCode) ?? 0;
      const isKept =
        known !== undefined &&
        !changed.has(regionCode) &&
        known.settlements === table.sizeOfRegion(regionCode) &&
        known.radii === radii.join();
      if (isKept) known.sequence = Math.max(known.sequence, sequence);
      else {
        const isReady = this.#read(table, regionCode, radii);
        const settlements = table.sizeOfRegion(regionCode);
        this.#kept.set(regionCode, { sequence, settlements, radii: radii.join(), isReady });
      }
      // One after another: what is heavy is done in pieces.
      await this.#kept.get(regionCode)?.isReady;
    }
  }

  async #read(table: SettlementTable, regionCode: string, radii: readonly number[]): Promise<void> {
    const rows = table.rowsOfRegion(regionCode);
    const lists = {
      codes: Array.from(rows, (row) => table.texts.at(table.text[row] + textCode)),
      extents: await extentsOf(this.#database, regionCode),
      upheld: await upheldClaims(this.#database, regionCode),
      evidence: evidencePages(this.#database, regionCode),
    };
    const longitude = Float64Array.from(rows, (row) => table.longitude[row]);
    const latitude = Float64Array.from(rows, (row) => table.latitude[row]);
    await this.#thread.run(keptModule, 'keepRegion', lists, { regionCode, radii, longitude, latitude });
  }
}
