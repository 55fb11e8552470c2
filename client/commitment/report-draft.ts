import type { OwingParty, MilestoneKind, Milestone, ProgressReport } from '../../server/construction/schema.ts';
import { type ReasonDraft, emptyReason, wholeReason } from '../schedules/reason-fields.tsx';
import { emptyTests, type TestDraft, testsOf } from './test-draft.ts';

/** The dates of a milestone while they are being written; what is left empty stays as it is. */
export interface MilestoneDraft {
  forecast: string;
  actual: string;
  reason: ReasonDraft;
}

export interface BlockerDraft {
  id: string;
  cause: ReasonDraft;
  owedBy: OwingParty | '';
  since: string;
}

/** A report while it is being written. */
export interface ReportDraft {
  step: NonNullable<ProgressReport['step']> | '';
  milestones: Partial<Record<MilestoneKind, MilestoneDraft>>;
  blockers: readonly BlockerDraft[];
  /** Blockers that are removed, by id, with the day. */
  removed: Readonly<Record<string, string>>;
  tests: readonly TestDraft[];
  note: string;
}

export const emptyMilestone: MilestoneDraft = { forecast: '', actual: '', reason: emptyReason };

export const emptyReport = (tests: number): ReportDraft => ({
  step: '',
  milestones: {},
  blockers: [],
  removed: {},
  tests: emptyTests(tests),
  note: '',
});

/** Does the forecast that is written need its reason? */
export const needsReason = ({ planned, reason }: Milestone, { forecast, actual }: MilestoneDraft): boolean =>
  forecast > planned && actual === '' && reason === null;

/** What a draft tells, as it is sent; nothing that is only half written. */
export function reportOf(
  draft: ReportDraft,
): Omit<ProgressReport, 'version' | 'regionCode' | 'code' | 'number' | 'id' | 'writtenAt' | 'attachments'> {
  const told = Object.entries(draft.milestones) as [MilestoneKind, MilestoneDraft][];
  return {
    step: draft.step || null,
    milestones: told
      .filter(([, { forecast, actual }]) => forecast !== '' || actual !== '')
      .map(([kind, { forecast, actual, reason }]) => ({
        kind,
        ...(forecast === '' ? {} : { forecast }),
        ...(actual === '' ? {} : { actual }),
        ...(wholeReason(reason) === null ? {} : { reason: wholeReason(reason)! }),
      })),
    blockers: draft.blockers.flatMap(({ id, cause, owedBy, since }) => {
      const whole = wholeReason(cause);
      return whole === null || owedBy === '' ? [] : { id, cause: whole.code, text: whole.text, owedBy, since };
    }),
    removed: Object.entries(draft.removed).map(([id, until]) => ({ id, until })),
    tests: testsOf(draft.tests),
    note: draft.note.trim(),
  };
}

/** Does a report with so many files tell anything? */
export function tellsSomething(draft: ReportDraft, files: number): boolean {
  const { step, milestones, blockers, removed, tests, note } = reportOf(draft);
  return (
    step !== null || note !== '' || files > 0 || [milestones, blockers, removed, tests].some(({ length }) => length > 0)
  );
}
