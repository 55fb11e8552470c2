import type { Database } from '../database/database.ts';
import { allOperators } from '../operators/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { baselineSummaries, type KeptVersion, scheduleVersions, stageCounts } from './queries.ts';
import type { Schedule, ScheduleState } from './schema.ts';

/** A version that was sent has been answered when nothing of its operator waits for an answer. */
const stateOf = ({ state }: KeptVersion, stages: Schedule['stages']): ScheduleState =>
  state === 'sent' && (stages.proposed ?? 0) === 0 ? 'answered' : state;

/** How the schedules in the programme stand: all operators', or one company's. */
export async function schedulesOf(database: Database, company: string | null): Promise<Schedule[]> {
  const programmeCode = (await currentProgramme(database))?.code ?? '';
  const operators = (await allOperators(database)).filter(({ code }) => code === (company ?? code));
  const versions = await scheduleVersions(database, company);
  const baselines = await baselineSummaries(database, company);
  const counts = await stageCounts(database, company);
  return operators.map(({ code: operatorCode }) => {
    const ours = (one: { operatorCode: string; programmeCode: string }) =>
      one.operatorCode === operatorCode && one.programmeCode === programmeCode;
    const stages: Schedule['stages'] = Object.fromEntries(
      counts.filter((one) => one.operatorCode === operatorCode).map(({ stage, count }) => [stage, count]),
    );
    const sent = versions.filter(ours).map((one) => ({ ...one, state: stateOf(one, stages) }));
    const newest = sent[0]?.state;
    const pending = newest === undefined || (newest === 'approved' && (stages.draft ?? 0) > 0);
    return {
      operatorCode,
      programmeCode,
      stages,
      state: pending ? 'draft' : newest,
      versions: sent,
      baselines: baselines.filter(ours),
    };
  });
}
