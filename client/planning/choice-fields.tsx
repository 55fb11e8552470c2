import type { PlanTechnology } from '../../server/planning/parameters/schema.ts';
import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import { nameOf, quarter, t } from '../i18n/index.ts';
import { operators } from '../store/state.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { planTechnologies } from './draft.ts';
import { technologyName } from './words.ts';

/** An operator, a technology, a quarter; what is empty may be anything. */
export interface ChoiceDraft {
  operator: string;
  technology: PlanTechnology | '';
  quarter: string;
}

export const emptyChoice: ChoiceDraft = { operator: '', technology: '', quarter: '' };

/** What was chosen; null is nothing. */
export function choiceOf({ operator, technology, quarter: when }: ChoiceDraft) {
  if (operator === '' && technology === '' && when === '') return null;
  return { operatorCode: operator || null, technology: technology || null, quarter: when || null };
}

interface Properties {
  draft: ChoiceDraft;
  summary: PlanSummary;
  change(changes: Partial<ChoiceDraft>): void;
}

/** Chooses otherwise than a plan does. */
export function ChoiceFields({ draft, summary, change }: Properties) {
  const any = t('choice.any');
  return (
    <div class="fields fields--two">
      <Field label={t('field.operatorCode')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: draft.operator }}
            options={operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
            change={(operator) => change({ operator })}
          />
        )}
      </Field>
      <Field label={t('field.technology')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: draft.technology }}
            options={planTechnologies.map((value) => ({ value, label: technologyName(value) }))}
            change={(technology) => change({ technology })}
          />
        )}
      </Field>
      <Field label={t('filter.quarter')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: draft.quarter }}
            options={summary.byQuarter.map((at) => ({ value: at.quarter, label: quarter(at.quarter) }))}
            change={(when) => change({ quarter: when })}
          />
        )}
      </Field>
    </div>
  );
}
