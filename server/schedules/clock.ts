import { assignmentItem } from '../assignments/bulk.ts';
import { assignmentsInStages, writeAssignments } from '../assignments/queries.ts';
import type { Assignment } from '../assignments/schema.ts';
import { openAction } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { scheduleVersions } from './queries.ts';

/** In whose name the record has what the clock does by itself. */
export const clockActor = 'clock';

const hour = 3_600_000;

/** Has the time to answer run out, without anybody having been called upon? */
const isDue = (today: string) => (assignment: Assignment) =>
  assignment.answerDueOn !== null && assignment.answerDueOn < today && assignment.escalatedOn === null;

/**
 * Calls upon the responsible officer for every assignment that was not answered
 * in time: once, whoever else looks at the clock, and after any restart, since
 * what was done is written on the assignment.
 */
export async function tick(database: Database, today: string): Promise<{ escalated: Assignment[] }> {
  const operators = new Set((await waiting(database, today, null)).map(({ operatorCode }) => operatorCode));
  const escalated: Assignment[] = [];
  for (const operatorCode of operators) {
    escalated.push(...(await database.transaction(() => escalate(database, today, operatorCode))));
  }
  return { escalated };
}

const waiting = async (database: Database, today: string, company: string | null) =>
  (await assignmentsInStages(database, ['proposed'], company)).filter(isDue(today));

async function escalate(database: Database, today: string, operatorCode: string): Promise<Assignment[]> {
  const regionCodes = (await waiting(database, today, operatorCode)).map(({ regionCode }) => regionCode);
  const action = await openAction(database, { actor: clockActor, verb: 'escalate', regionCodes });
  const due = (await waiting(database, today, operatorCode)).filter((one) => regionCodes.includes(one.regionCode));
  const officer = (await scheduleVersions(database, operatorCode))[0]?.responsibleOfficer ?? '';
  const pairs = due.map((before) => ({
    before,
    after: {
      ...before,
      escalatedOn: today,
      escalatedTo: before.responsibleOfficer || officer,
      version: action.sequence(before.regionCode),
    },
  }));
  const after = pairs.map((pair) => pair.after);
  await writeAssignments(database, after);
  for (const pair of pairs) action.add(pair.after.regionCode, assignmentItem(pair.before, pair.after));
  await action.close();
  return after;
}

/** Looks at the clock now and every hour; a time that fails is made good by the next. Returns the way to stop. */
export function keepClock(database: Database, today: () => string, failed: (error: unknown) => void): () => void {
  const look = () => tick(database, today()).catch(failed);
  void look();
  const timer = setInterval(look, hour);
  return () => clearInterval(timer);
}
