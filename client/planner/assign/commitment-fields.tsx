import { quarterAt, quarterNumber } from '../../../server/calendar/quarters.ts';
import type { Commitment } from '../../../server/assignments/schema.ts';
import type { Quarter } from '../../../server/calendar/schema.ts';
import { nameOf, quarter, t } from '../../i18n/index.ts';
import { countingTechnologies } from '../../store/plan.ts';
import { operators, programme } from '../../store/state.ts';
import { technologies } from '../../store/vocabulary.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** A commitment while it is being written: what is not chosen yet is empty. */
export type Draft = { [Name in keyof Commitment]: Commitment[Name] | '' };

export const emptyDraft: Draft = {
  operatorCode: '',
  technology: '',
  startQuarter: '',
  finishQuarter: '',
  costTenge: '',
  subsidyTenge: '',
  responsibleOfficer: '',
};

/** Quarters that can be chosen: ten years from this one. */
const quartersAhead = 40;

export function quarterChoices(current: Quarter): Quarter[] {
  const first = quarterNumber(current);
  return Array.from({ length: quartersAhead }, (_, i) => quarterAt(first + i));
}

interface Properties {
  draft: Draft;
  /** What an empty field is called; where it is given, every field may stay empty. */
  unchanged?: string;
  change(changes: Partial<Draft>): void;
}

/** Operator, technology, start and finish; cost, subsidy and the responsible officer if they are known. */
export function CommitmentFields({ draft, unchanged, change }: Properties) {
  const inForce = programme.value!;
  const counting = countingTechnologies(inForce);
  const empty = unchanged ?? t('assign.choose');
  const required = unchanged === undefined;
  const quarters = quarterChoices(inForce.currentQuarter).map((value) => ({ value, label: quarter(value) }));
  const technologyOptions = technologies
    .filter((value) => counting.has(value))
    .map((value) => ({ value, label: t(`technology.${value}`) }));
  const operatorOptions = operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }));
  const tenge = (name: 'costTenge' | 'subsidyTenge') => (
    <Field label={t(`field.${name}`)}>
      {(id) => (
        <input
          id={id}
          type="number"
          inputmode="numeric"
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          step={1}
          value={draft[name] ?? ''}
          placeholder={unchanged}
          onInput={({ currentTarget: { value } }) => change({ [name]: value === '' ? '' : Number(value) })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div class="fields fields--two">
        <Field label={t('field.operatorCode')}>
          {(id) => (
            <Select
              {...{ id, empty, required, options: operatorOptions, value: draft.operatorCode }}
              change={(operatorCode) => change({ operatorCode })}
            />
          )}
        </Field>
        <Field label={t('field.technology')}>
          {(id) => (
            <Select
              {...{ id, empty, required, options: technologyOptions, value: draft.technology }}
              change={(technology) => change({ technology })}
            />
          )}
        </Field>
        <Field label={t('field.startQuarter')}>
          {(id) => (
            <Select
              {...{ id, empty, required, options: quarters, value: draft.startQuarter }}
              change={(startQuarter) => change({ startQuarter })}
            />
          )}
        </Field>
        <Field label={t('field.finishQuarter')}>
          {(id) => (
            <Select
              {...{ id, empty, required, options: quarters, value: draft.finishQuarter }}
              change={(finishQuarter) => change({ finishQuarter })}
            />
          )}
        </Field>
      </div>
      <details class="more">
        <summary>{t('assign.more')}</summary>
        <div class="fields fields--two">
          {tenge('costTenge')}
          {tenge('subsidyTenge')}
          <Field label={t('field.responsibleOfficer')}>
            {(id) => (
              <input
                id={id}
                maxLength={200}
                value={draft.responsibleOfficer}
                placeholder={unchanged}
                onInput={({ currentTarget }) => change({ responsibleOfficer: currentTarget.value })}
              />
            )}
          </Field>
        </div>
      </details>
    </>
  );
}
