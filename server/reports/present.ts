import { allAssignments } from '../assignments/queries.ts';
import { dateOf } from '../calendar/moments.ts';
import { allBlockers, allMilestones } from '../construction/queries.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { allDistricts, allRegions } from '../places/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { agreedBy } from './agreed.ts';
import type { Known } from './known.ts';
import { baselinesInForce, knownSettlements, loadedFiles, type LoadedFile, operationalTimes } from './queries.ts';
import type { ReportSource } from './schema.ts';
import { timed } from './timed.ts';

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
      assignments: timed(
        await allAssignments(database, null),
        {
          milestones: await allMilestones(database),
          blockers: await allBlockers(database),
          reported: await operationalTimes(database, null),
        },
        asOf,
      ),
      agreed: agreedBy(await baselinesInForce(database), programme.code),
      evidenceSources: sourcesOf(await loadedFiles(database)),
    };
  });
}

const evidenceKinds = new Set(['coverage', 'register', 'ookla', 'speed-tests', 'mlab', 'opencellid']);

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
