import { setImmediate } from 'node:timers/promises';
import { shippedProfiles } from '../assessment/profiles.ts';
import type { Settings } from '../assessment/rules.ts';
import type { Profile } from '../assessment/schema.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { Database } from '../database/database.ts';
import { notFound, Problem } from '../http/problem.ts';
import { currentProgramme } from '../programmes/queries.ts';
import type { Programme } from '../programmes/schema.ts';
import { Comparison } from './compare.ts';
import type { Withdrawn } from './kept.ts';
import type { MembersReader } from './members.ts';
import { withDownloads } from './rules.ts';
import type { Supposed } from './schema.ts';

/** What came of a question: the settings that it was answered by, and what would be otherwise. */
export interface Answer {
  settings: Settings;
  table: SettlementTable;
  comparison: Comparison;
  withdrawn: Withdrawn;
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
 * force; the settings' profile measures as one of the profiles does. Nothing is written. Other requests are let in
 * between regions.
 */
export async function askWhatIf(
  reader: MembersReader,
  profiles: readonly Profile[],
  settings: Settings,
  supposed: Supposed,
): Promise<Answer> {
  const { table, withdrawn, regions } = await reader.statuses(profiles, settings, supposed);
  const comparison = new Comparison(table, settings.populationThreshold);
  for (const { regionCode, statuses } of regions) {
    comparison.add(regionCode, statuses);
    await setImmediate();
  }
  return { settings, table, comparison, withdrawn };
}

/** Reads what answering takes, by the profiles that there are, so that the first who asks need not wait for it. */
export async function readAhead(database: Database, reader: MembersReader, today: () => string): Promise<void> {
  const programme = await currentProgramme(database);
  if (programme === undefined) return;
  const profiles = [programme.profile, ...shippedProfiles()];
  for (const profile of profiles) await reader.statuses(profiles, { profile, asOf: today() }, {});
}
