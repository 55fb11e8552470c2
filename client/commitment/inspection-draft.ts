import type { Inspection, InspectionRequest, Wanted } from '../../server/construction/schema.ts';
import { failingOf, medianOf } from '../../server/construction/rules.ts';
import { emptyReason, type ReasonDraft, wholeReason } from '../schedules/reason-fields.tsx';
import { emptyTests, type TestDraft, testsOf } from './test-draft.ts';

/** Fewer prove nothing. */
export const leastTests = 3;

/** An inspection while it is being written. */
export interface InspectionDraft {
  inspectedOn: string;
  inspector: string;
  tests: readonly TestDraft[];
  note: string;
  reason: ReasonDraft;
}

export const emptyInspection = (): InspectionDraft => ({
  inspectedOn: '',
  inspector: '',
  tests: emptyTests(leastTests),
  note: '',
  reason: emptyReason,
});

/** Where an inspection falls short; null while there are too few tests to tell. Nowhere is a pass. */
export function failingSoFar({ tests }: InspectionDraft, wanted: Wanted | null): Inspection['failing'] | null {
  const whole = testsOf(tests);
  return whole.length < leastTests ? null : failingOf(medianOf(whole), wanted);
}

/** What a draft tells, as it is sent. A reason comes with one that fails alone. */
export function inspectionOf(
  draft: InspectionDraft,
  wanted: Wanted | null,
): Pick<InspectionRequest, 'inspectedOn' | 'inspector' | 'tests' | 'note' | 'reason'> {
  const fails = (failingSoFar(draft, wanted) ?? []).length > 0;
  const reason = fails ? wholeReason(draft.reason) : null;
  return {
    inspectedOn: draft.inspectedOn,
    inspector: draft.inspector.trim(),
    tests: testsOf(draft.tests),
    note: draft.note.trim(),
    ...(reason === null ? {} : { reason }),
  };
}
