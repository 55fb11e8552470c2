import { useState } from 'preact/hooks';
import type { Terms } from '../../server/assignments/schema.ts';
import { quarter, t } from '../i18n/index.ts';
import { quarterChoices } from '../planner/assign/commitment-fields.tsx';
import { countingTechnologies } from '../store/plan.ts';
import { programme } from '../store/state.ts';
import { technologies } from '../store/vocabulary.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { take } from './acting.ts';
import { emptyReason, ReasonFields, wholeReason } from './reason-fields.tsx';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { StepForm } from './step-form.tsx';
import { TermsTable } from './terms-table.tsx';
import { termWords } from './words.ts';

type TermsStep = 'counter' | 'propose-again' | 'redraft';

/** Other terms: an operator asks for them with a reason, a planner proposes or drafts anew with or without them. */
export function TermsDialog({ step, rows }: { step: TermsStep; rows: readonly Row[] }) {
  const [terms, setTerms] = useState<Terms>({});
  const [draft, setDraft] = useState(emptyReason);
  const isCounter = step === 'counter';
  const one = rows.length === 1 ? rows[0] : null;
  const { standing } = useParticulars(one);
  const named = Object.keys(terms).length > 0;
  const reason = wholeReason(draft);

  const submit = () => {
    if (isCounter) return take(step, rows, { reason: reason!, counter: terms });
    return take(step, rows, named ? { changes: terms } : {});
  };

  return (
    <StepForm
      title={t(`step-title.${step}`)}
      rows={rows}
      effect={t(`step-effect.${step}`, { count: rows.length })}
      submit={submit}
      disabled={isCounter && (!named || reason === null)}
    >
      <p class="muted">{t(`step-explained.${step}`)}</p>
      {one?.counter && <TermsTable row={one} asked={one.counter} />}
      <TermsFields terms={terms} change={setTerms} standing={standing ?? one} />
      {isCounter && <ReasonFields reason={draft} change={setDraft} />}
    </StepForm>
  );
}

interface FieldsProperties {
  terms: Terms;
  change(terms: Terms): void;
  /** The terms that stand, where they are those of one assignment. */
  standing: Terms | null;
}

function TermsFields({ terms, change, standing }: FieldsProperties) {
  const inForce = programme.value!;
  const counting = countingTechnologies(inForce);
  const quarterOptions = quarterChoices(inForce.currentQuarter).map((value) => ({ value, label: quarter(value) }));
  const technologyOptions = technologies
    .filter((value) => counting.has(value))
    .map((value) => ({ value, label: t(`technology.${value}`) }));

  function set<Name extends keyof Terms>(name: Name, value: Terms[Name] | ''): void {
    const { [name]: _, ...others } = terms;
    change(value === '' ? others : { ...others, [name]: value });
  }
  const unchanged = (name: keyof Terms) =>
    standing?.[name] === undefined ? t('amend.unchanged') : t('terms.as-is', { value: termWords(name, standing) });
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
          value={terms[name] ?? ''}
          placeholder={unchanged(name)}
          onInput={({ currentTarget: { value } }) => set(name, value === '' ? '' : Number(value))}
        />
      )}
    </Field>
  );

  return (
    <div class="fields fields--two">
      <Field label={t('field.startQuarter')}>
        {(id) => (
          <Select
            {...{ id, options: quarterOptions, value: terms.startQuarter ?? '', empty: unchanged('startQuarter') }}
            change={(value) => set('startQuarter', value)}
          />
        )}
      </Field>
      <Field label={t('field.finishQuarter')}>
        {(id) => (
          <Select
            {...{ id, options: quarterOptions, value: terms.finishQuarter ?? '', empty: unchanged('finishQuarter') }}
            change={(value) => set('finishQuarter', value)}
          />
        )}
      </Field>
      <Field label={t('field.technology')}>
        {(id) => (
          <Select
            {...{ id, options: technologyOptions, value: terms.technology ?? '', empty: unchanged('technology') }}
            change={(value) => set('technology', value)}
          />
        )}
      </Field>
      {tenge('costTenge')}
      {tenge('subsidyTenge')}
    </div>
  );
}
