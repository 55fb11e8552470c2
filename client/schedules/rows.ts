// One operator's assignments with their places, as the service tells of them.
import { batch, signal } from '@preact/signals';
import type { Assignment, AssignmentKey, BulkReply } from '../../server/assignments/schema.ts';
import type { Quarter } from '../../server/calendar/schema.ts';
import type { Standing } from '../../server/construction/schema.ts';
import type { Names } from '../../server/places/schema.ts';
import { isOverdue, type Mark, markOf } from '../map/stage.ts';
import { service } from '../store/service.ts';
import { operators, programme } from '../store/state.ts';
import { decodeCommitments } from './decode.ts';
import { schedulesService } from './service.ts';

/** What the list leaves to be asked for. */
type Particular = 'costTenge' | 'subsidyTenge' | 'responsibleOfficer' | 'proposedOn';

/** An assignment with its settlement, and how long is left where an answer is waited for. */
export interface Row extends Omit<Assignment, Particular> {
  names: Names;
  region: Names;
  /** Null where it is not known. */
  district: Names | null;
  /** Residents; null is unknown. */
  population: number | null;
  /** Days to the last day of answering, negative when past; null where none is waited for. */
  daysLeft: number | null;
  workingDaysLeft: number | null;
  /** The last day to finish, with the days on which the clock stood still; null before it is agreed. */
  deadline: string | null;
  standing: Standing | null;
}

export const rows = signal<readonly Row[]>([]);
/** How the reading of the rows stands; what was read stays while it is read anew. */
export const reading = signal<{ state: 'loading' } | { state: 'ready' } | { state: 'failed'; problem: unknown }>({
  state: 'loading',
});

/** `region:code:number`, which names an assignment in the address and in a selection. */
export const idOf = ({ regionCode, code, number }: AssignmentKey): string => `${regionCode}:${code}:${number}`;

/** Is it past its deadline; or, before it is agreed and has one, past its quarter? */
export const isLate = (row: Row, current: Quarter): boolean =>
  row.standing === null ? isOverdue(row, current) : row.standing === 'overdue';

export const markOfRow = (row: Row, current: Quarter): Mark =>
  isLate(row, current) ? 'overdue' : markOf(false, [row], row.finishQuarter);

/** Fetches an operator's assignments as they are now. @throws {Problem} */
export const readRows = async (operatorCode: string): Promise<Row[]> =>
  decodeCommitments(await schedulesService.commitments(operatorCode));

/** What was read, except for rows of which a reply told something newer while the reading was under way. */
export function newest(before: readonly Row[], read: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [idOf(row), row]));
  return read.map((row) => {
    const shown = known.get(idOf(row));
    return shown !== undefined && shown.version > row.version ? shown : row;
  });
}

/** Operators and the programme change seldom: they are fetched once. */
export async function loadBasics(): Promise<void> {
  if (programme.value !== null) return;
  const [allOperators, inForce] = await Promise.all([service.operators(), service.programme()]);
  batch(() => {
    operators.value = allOperators;
    programme.value = inForce;
  });
}

/** Shows what a reply says of rows: those done, and those that were refused as they are now. */
export function withReply(before: readonly Row[], reply: BulkReply): Row[] {
  const present = reply.refused.flatMap((refusal) => refusal.present ?? []);
  const news = new Map([...reply.done, ...present].map((assignment) => [idOf(assignment), assignment]));
  return before.map((row) => {
    const assignment = news.get(idOf(row));
    if (assignment === undefined) return row;
    const waits = assignment.stage === 'proposed' && assignment.answerDueOn === row.answerDueOn;
    return { ...row, ...assignment, ...(waits ? {} : { daysLeft: null, workingDaysLeft: null }) };
  });
}
