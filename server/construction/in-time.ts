import { numbered } from '../assignments/bulk.ts';
import type { Assignment, Stage } from '../assignments/schema.ts';
import { lastDayOf } from '../calendar/quarters.ts';
import type { Database } from '../database/database.ts';
import { constructionRules } from './country-rules.ts';
import { blockersAt, milestonesAt } from './queries.ts';
import { timingOf } from './timing.ts';
import { toldOf } from './told.ts';

const building: readonly Stage[] = ['approved', 'under_construction', 'returned'];

/** Which of these are not overdue though their finish quarter is past, for their clock stood still? */
export async function inTimeAmong(
  database: Database,
  assignments: readonly Assignment[],
  today: string,
): Promise<(assignment: Assignment) => boolean> {
  const past = assignments.filter(
    ({ stage, finishQuarter }) => building.includes(stage) && lastDayOf(finishQuarter) < today,
  );
  if (past.length === 0) return () => false;
  const told = toldOf(await milestonesAt(database, past), await blockersAt(database, past));
  const inTime = past.filter(
    (assignment) => timingOf({ ...assignment, ...told(assignment) }, constructionRules, today).standing !== 'overdue',
  );
  const texts = new Set(inTime.map(numbered));
  return (assignment) => texts.has(numbered(assignment));
}
