import { lastDayOf } from '../../server/calendar/quarters.ts';
import type { Quarter } from '../../server/calendar/schema.ts';
import { isLate, type Row } from '../schedules/rows.ts';

/** How an operator's day is laid out, the most pressing first. */
export const sections = ['answer', 'overdue', 'quarter', 'later', 'done'] as const;
export type Section = (typeof sections)[number];

const settled: ReadonlySet<Row['stage']> = new Set(['operational', 'verified', 'declined', 'cancelled']);

/** Where an assignment belongs; null is nowhere: a draft has not been sent to the operator. */
export function sectionOf(row: Row, current: Quarter): Section | null {
  if (row.stage === 'draft') return null;
  if (row.stage === 'proposed') return 'answer';
  if (settled.has(row.stage)) return 'done';
  if (isLate(row, current)) return 'overdue';
  return row.startQuarter <= current ? 'quarter' : 'later';
}

const deadlineOf = ({ finishQuarter, deadline }: Row) => deadline ?? lastDayOf(finishQuarter);

/** The rows of each section: what must be answered by the days left, all else by the deadline. */
export function bySection(rows: readonly Row[], current: Quarter): Record<Section, Row[]> {
  const grouped: Record<Section, Row[]> = { answer: [], overdue: [], quarter: [], later: [], done: [] };
  const sorted = rows.toSorted(
    (a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || (deadlineOf(a) < deadlineOf(b) ? -1 : 1),
  );
  for (const row of sorted) {
    const section = sectionOf(row, current);
    if (section !== null) grouped[section].push(row);
  }
  return grouped;
}
