import { isActive } from '../../server/assignments/rules.ts';
import type { Stage } from '../../server/assignments/schema.ts';
import type { Quarter } from '../../server/calendar/schema.ts';

/** What a symbol on the map can say of a settlement, the most telling last. */
export const marks = [
  'other',
  'flagged',
  'proposed',
  'accepted',
  'construction',
  'operational',
  'verified',
  'overdue',
] as const;
export type Mark = (typeof marks)[number];

const markOfStage: Readonly<Record<Stage, Mark>> = {
  draft: 'proposed',
  proposed: 'proposed',
  countered: 'proposed',
  returned: 'proposed',
  declined: 'flagged',
  cancelled: 'flagged',
  accepted: 'accepted',
  approved: 'accepted',
  under_construction: 'construction',
  operational: 'operational',
  verified: 'verified',
};

const finished: ReadonlySet<Stage> = new Set(['operational', 'verified']);

/** `inTime`: its clock stood still, and its deadline is yet to come though its quarter is past. */
type Dated = { stage: Stage; finishQuarter: Quarter; inTime?: boolean };

/** Its time is over and it is neither finished nor given up. Derived from dates, never stored. */
export function isOverdue({ stage, finishQuarter, inTime = false }: Dated, currentQuarter: Quarter): boolean {
  return !inTime && isActive({ stage }) && !finished.has(stage) && finishQuarter < currentQuarter;
}

/** The mark of a settlement: overdue before all else, then its furthest assignment, then whether it is flagged. */
export function markOf(flagged: boolean, assignments: readonly Dated[], currentQuarter: Quarter): Mark {
  let mark: Mark = flagged ? 'flagged' : 'other';
  for (const assignment of assignments) {
    if (!isActive(assignment)) continue;
    const next = isOverdue(assignment, currentQuarter) ? 'overdue' : markOfStage[assignment.stage];
    if (marks.indexOf(next) > marks.indexOf(mark)) mark = next;
  }
  return mark;
}
