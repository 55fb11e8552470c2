import type { Milestone, MilestoneKind } from '../../server/construction/schema.ts';
import { date, t } from '../i18n/index.ts';
import { ReasonFields } from '../schedules/reason-fields.tsx';
import { Field } from '../ui/field.tsx';
import { emptyMilestone, type MilestoneDraft, needsReason, type ReportDraft } from './report-draft.ts';

interface Properties {
  /** Those that this person's side owes. */
  milestones: readonly Milestone[];
  draft: ReportDraft['milestones'];
  /** The service works: that it is on air comes with its proof. */
  proves: boolean;
  change(draft: ReportDraft['milestones']): void;
}

/** Dates of milestones: what is left empty stays as it is. */
export function MilestoneFields({ milestones, draft, proves, change }: Properties) {
  const set = (kind: MilestoneKind, changes: Partial<MilestoneDraft>) =>
    change({ ...draft, [kind]: { ...(draft[kind] ?? emptyMilestone), ...changes } });
  return milestones.map((milestone) => {
    const { kind, planned, forecast, actual } = milestone;
    const written = draft[kind] ?? emptyMilestone;
    const facts = [
      t('milestones.planned-on', { date: date(planned) }),
      forecast && t('milestones.forecast-on', { date: date(forecast) }),
      actual && t('milestones.actual-on', { date: date(actual) }),
    ];
    return (
      <fieldset key={kind} class="milestone-fields">
        <legend>{t(`milestone.${kind}`)}</legend>
        <p class="muted">{facts.filter(Boolean).join(' · ')}</p>
        <div class="fields fields--two">
          <Field label={t('milestones.forecast')}>
            {(id) => (
              <input
                id={id}
                type="date"
                value={written.forecast}
                onInput={({ currentTarget: { value } }) => set(kind, { forecast: value })}
              />
            )}
          </Field>
          {(kind !== 'on-air' || proves) && (
            <Field label={t('milestones.actual')}>
              {(id) => (
                <input
                  id={id}
                  type="date"
                  value={written.actual}
                  onInput={({ currentTarget: { value } }) => set(kind, { actual: value })}
                />
              )}
            </Field>
          )}
        </div>
        {needsReason(milestone, written) && (
          <>
            <p>{t('milestones.why-later')}</p>
            <ReasonFields reason={written.reason} change={(reason) => set(kind, { reason })} />
          </>
        )}
      </fieldset>
    );
  });
}
