import type { AssignmentKey, Commitment } from '../../../server/assignments/schema.ts';
import { country, live } from '../../store/state.ts';
import type { Draft } from '../assign/commitment-fields.tsx';
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

/** The fields of a draft that were filled in: those that shall change. */
export function changesOf(draft: Draft): Partial<Commitment> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')) as Partial<Commitment>;
}
