import { setImmediate } from 'node:timers/promises';
import { assessMembers } from '../assessment/country.ts';
import type { Settings } from '../assessment/rules.ts';
import type { Profile } from '../assessment/schema.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { TableReader } from '../country/table/reader.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Programme } from '../programmes/schema.ts';
import { Comparison } from './compare.ts';
import { type KnownPiece, type MembersReader, type RegionMembers, rowsIn } from './members.ts';
import { withDownloads, withdrawal } from './rules.ts';
import type { Supposed } from './schema.ts';

/** What came of a question: the settings that it was answered by, and what would be otherwise. */
export interface Answer {
  settings: Settings;
  table: SettlementTable;
  comparison: Comparison;
  /** The pieces that were withdrawn. */
  withdrawn: Map<string, KnownPiece>;
}

/** The settings in force, but for what is supposed. Throws a Problem for a profile that there is not. */
export function settingsOf(
  supposed: Supposed,
  programme: Programme | undefined,
  profiles: readonly Profile[],
  today: string,
): Settings {
  if (programme === undefined) throw notFound('programme yet: load a country first');
  const chosen =
    supposed.profile === undefined ? programme.profile : profiles.find(({ code }) => code === supposed.profile);
  if (chosen === undefined) {
    const codes = profiles.map(({ code }) => code).join(', ');
    throw new Problem(422, 'Invalid input', `profile: there is no profile ${supposed.profile}; there are ${codes}.`, {
      refusal: 'unknown-profile',
      values: { profile: supposed.profile },
    });
  }
  return {
    profile: withDownloads(chosen, supposed),
    populationThreshold: supposed.threshold ?? programme.populationThreshold,
    asOf: supposed.date ?? today,
  };
}

/**
 * Holds the evidence of the country against other settings, without what is withdrawn, and compares with what is in
 * force. Nothing is written. Other requests are let in between regions.
 */
export async function askWhatIf(
  reader: MembersReader,
  tables: TableReader,
  profiles: readonly Profile[],
  settings: Settings,
  supposed: Supposed,
): Promise<Answer> {
  const table = await tables.latest();
  const isWithdrawn = withdrawal(supposed);
  const comparison = new Comparison(table);
  const withdrawn = new Map<string, KnownPiece>();
  for await (const members of reader.regions(table, [settings.profile, ...profiles])) {
    addRegion(comparison, table, members, settings, isWithdrawn);
    for (const piece of members.pieceOf.values()) if (isWithdrawn(piece)) withdrawn.set(piece.id, piece);
    await setImmediate();
  }
  return { settings, table, comparison, withdrawn };
}

function addRegion(
  comparison: Comparison,
  table: SettlementTable,
  members: RegionMembers,
  settings: Settings,
  isWithdrawn: (piece: KnownPiece) => boolean,
): void {
  const { settlements, membership, pieceOf } = members;
  const counts = ({ id }: { id: string }) => !isWithdrawn(pieceOf.get(id)!);
  const assessments = assessMembers(settlements, membership, settings, counts);
  rowsIn(table, members).forEach((row, i) => {
    // One that came after the table was read is told the next time.
    if (row >= 0) comparison.add(row, assessments[i]);
  });
}
