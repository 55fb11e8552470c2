import { allAssignments } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { allDistricts, allRegions } from '../places/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import type { Known, KnownAssignment } from './known.ts';
import { dateOf } from '../calendar/moments.ts';
import { knownSettlements, loadedFiles, type LoadedFile, operationalTimes } from './queries.ts';
import type { ReportSource } from './schema.ts';

/** Before there was a programme there were no figures. */
export class NoProgramme extends Problem {
  constructor(date: string) {
    super(409, 'No programme', `There was no programme on ${date}, so that there are no figures of it.`);
  }
}

/** What is known now. Throws NoProgramme. */
export function readPresent(database: Database, asOf: string): Promise<Known> {
  return database.transaction(async () => {
    const programme = await currentProgramme(database);
    if (programme === undefined) throw new NoProgramme(asOf);
    return {
      asOf,
      programme,
      regions: await allRegions(database),
      districts: await allDistricts(database),
      settlements: await knownSettlements(database),
      assignments: await withOperational(database, await allAssignments(database, null), null),
      evidenceSources: sourcesOf(await loadedFiles(database)),
    };
  });
}

/** Assignments with the dates on which those in service were reported so, as recorded before a time (null: ever). */
export async function withOperational(
  database: Database,
  assignments: readonly Assignment[],
  before: string | null,
): Promise<KnownAssignment[]> {
  const times = await operationalTimes(database, before);
  return assignments.map((assignment) => {
    const { regionCode, code, number, stage } = assignment;
    const isDone = stage === 'operational' || stage === 'verified';
    const time = isDone ? times.get(`${regionCode} ${code} ${number}`) : undefined;
    return { ...assignment, operationalOn: time === undefined ? null : dateOf(time) };
  });
}

const evidenceKinds = new Set(['coverage', 'register', 'ookla', 'opencellid']);

/** The latest edition of each dataset of evidence. Files come in the order in which they were loaded. */
export function sourcesOf(files: readonly LoadedFile[]): ReportSource[] {
  const latest = new Map<string, ReportSource>();
  for (const { kind, dataset, source, licence, dated, loadedAt, rowsRead } of files) {
    if (!evidenceKinds.has(kind)) continue;
    latest.set(dataset, {
      kind,
      source: source === '' ? dataset : source,
      licence,
      dated: dated ?? dateOf(new Date(loadedAt)),
      rows: rowsRead,
    });
  }
  return [...latest.values()];
}
