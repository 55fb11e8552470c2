import type { AssignmentKey } from '../../../server/assignments/schema.ts';
import { country, live } from '../../store/state.ts';
import type { SeenAssignment } from '../dialogs.ts';

/** The assignments of settlements as the page shows them. Only drafts can still be changed. */
export function draftsOf(rows: Iterable<number>): SeenAssignment[] {
  return [...rows].flatMap((row) =>
    live
      .value!.assignments[row].filter(({ stage }) => stage === 'draft')
      .map((assignment) => ({ ...assignment, ...country.value!.keyOf(row) })),
  );
}

/** What the service must know to find an assignment and to see whether it is still as the person saw it. */
export function versioned({ regionCode, code, number, version }: SeenAssignment): AssignmentKey & { version: number } {
  return { regionCode, code, number, version };
}
