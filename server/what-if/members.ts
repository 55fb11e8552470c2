import { toPieces } from '../assessment/region.ts';
import { type Membership, membershipOf, radiiOf, type Settled } from '../assessment/country.ts';
import { type EvidenceRow, evidenceOf, settlementsOf, upheldClaims } from '../assessment/queries.ts';
import type { Profile } from '../assessment/schema.ts';
import { chainHeads } from '../changes/queries.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { Database } from '../database/database.ts';

/** What is known of service in a region without where it is known: no geometry is kept. */
export type KnownPiece = Omit<EvidenceRow, 'geometry' | 'radius' | 'settlementCode'>;

/** The settlements of a region and which evidence speaks of each. */
export interface RegionMembers {
  regionCode: string;
  settlements: Settled[];
  membership: Membership;
  pieceOf: Map<string, KnownPiece>;
  /** The row of each settlement in a table, once it was asked for. */
  rows: WeakMap<SettlementTable, Int32Array>;
}

/** The row of each settlement in the table; -1 where it has none. */
export function rowsIn(table: SettlementTable, { regionCode, settlements, rows }: RegionMembers): Int32Array {
  const found = rows.get(table) ?? Int32Array.from(settlements, ({ code }) => table.find({ regionCode, code }));
  rows.set(table, found);
  return found;
}

interface Kept {
  /** Of the region's chain when it was read: what was recorded later may be missing. */
  sequence: number;
  radii: string;
  members: Promise<RegionMembers>;
}

/**
 * Keeps which evidence speaks of which settlement, a region at a time, until something is recorded of that region: to
 * hold another profile or date against it takes no geometry.
 */
export class MembersReader {
  readonly #database: Database;
  readonly #kept = new Map<string, Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Those of every region of the table, one after another: what is heavy is done in pieces. They serve whatever is
   * supposed by these profiles, which say how near a measured point must be.
   */
  async *regions(table: SettlementTable, profiles: readonly Profile[]): AsyncGenerator<RegionMembers> {
    const radii = radiiOf(...profiles);
    const heads = await chainHeads(this.#database);
    const sequences = new Map(heads.map(({ regionCode, sequence }) => [regionCode, sequence]));
    for (const regionCode of table.regions.list) {
      yield await this.#region(regionCode, sequences.get(regionCode) ?? 0, radii);
    }
  }

  #region(regionCode: string, sequence: number, radii: readonly number[]): Promise<RegionMembers> {
    const kept = this.#kept.get(regionCode);
    if (kept !== undefined && kept.sequence >= sequence && kept.radii === radii.join()) return kept.members;
    const members = this.#read(regionCode, radii);
    this.#kept.set(regionCode, { sequence, radii: radii.join(), members });
    members.catch(() => this.#kept.delete(regionCode));
    return members;
  }

  async #read(regionCode: string, radii: readonly number[]): Promise<RegionMembers> {
    const settlements = await settlementsOf(this.#database, regionCode);
    const evidence = await evidenceOf(this.#database, regionCode);
    const pieces = toPieces(evidence, settlements, await upheldClaims(this.#database, regionCode));
    const pieceOf = new Map(evidence.map((row) => [row.id, withoutPlace(row)]));
    const membership = membershipOf(settlements, pieces, radii);
    const statements = membership.statements.map(({ id }) => pieceOf.get(id)!);
    return {
      regionCode,
      settlements: settlements.map((settlement) => ({ ...settlement, area: null })),
      membership: { ...membership, statements },
      pieceOf,
      rows: new WeakMap(),
    };
  }
}

function withoutPlace(row: EvidenceRow): KnownPiece {
  const { geometry: _geometry, radius: _radius, settlementCode: _settlementCode, ...known } = row;
  return known;
}
