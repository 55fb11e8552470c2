import { assignmentsInStages } from '../assignments/queries.ts';
import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import { keyOf } from '../assignments/bulk.ts';
import { daysBetween } from '../calendar/days.ts';
import type { Database } from '../database/database.ts';

/** An operator is reminded when so many days are left to answer; none left is the last day. */
export const remindedAt = [3, 1, 0] as const;

/** A fact that somebody should be told of: nothing is stored of it but what a reader keeps of its `id`. */
export interface Reminder {
  /** The same for the same fact, however often it is asked for. */
  id: string;
  kind: 'answer-wanted' | 'answer-overdue';
  operatorCode: string;
  answerDueOn: string;
  /** Negative is how long it is overdue. */
  daysLeft: number;
  assignments: AssignmentKey[];
  /** Whom the clock has called upon, each once; empty before it has run out. */
  officers: string[];
}

/**
 * What operators and officers are to be reminded of on this day: for each
 * operator and last day, the latest threshold that has been reached.
 */
export async function dueReminders(database: Database, today: string): Promise<Reminder[]> {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of await assignmentsInStages(database, ['proposed'], null)) {
    const key = `${assignment.operatorCode} ${assignment.answerDueOn}`;
    groups.set(key, [...(groups.get(key) ?? []), assignment]);
  }
  return [...groups.values()].flatMap((group): Reminder[] => {
    const { operatorCode, answerDueOn } = group[0];
    const daysLeft = daysBetween(today, answerDueOn!);
    const reached = remindedAt.filter((days) => daysLeft <= days).at(-1);
    if (reached === undefined) return [];
    const kind = daysLeft < 0 ? 'answer-overdue' : 'answer-wanted';
    return [
      {
        id: `${kind} ${operatorCode} ${answerDueOn} ${daysLeft < 0 ? '' : reached}`.trim(),
        kind,
        operatorCode,
        answerDueOn: answerDueOn!,
        daysLeft,
        assignments: group.map(keyOf),
        officers: [...new Set(group.flatMap(({ escalatedTo }) => escalatedTo ?? []))],
      },
    ];
  });
}
