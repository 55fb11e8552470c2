import { useState } from 'preact/hooks';
import type { Terms } from '../../server/assignments/schema.ts';
import { t } from '../i18n/index.ts';
import { changesOf, emptyDraft, TermFields } from '../planner/assign/term-fields.tsx';
import { take } from './acting.ts';
import { emptyReason, ReasonFields, wholeReason } from './reason-fields.tsx';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { StepForm } from './step-form.tsx';
import { TermsTable } from './terms-table.tsx';
import { asItIs } from './words.ts';

type TermsStep = 'counter' | 'propose-again' | 'redraft';

/** Other terms: an operator asks for them with a reason, a planner proposes or drafts anew with or without them. */
export function TermsDialog({ step, rows }: { step: TermsStep; rows: readonly Row[] }) {
  const [draft, setDraft] = useState(emptyDraft);
  const [reasonDraft, setReason] = useState(emptyReason);
  const isCounter = step === 'counter';
  const one = rows.length === 1 ? rows[0] : null;
  const { standing } = useParticulars(one);
  const terms: Terms = changesOf(draft);
  const named = Object.keys(terms).length > 0;
  const reason = wholeReason(reasonDraft);

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
      <TermFields
        names={['startQuarter', 'finishQuarter', 'technology', 'costTenge', 'subsidyTenge']}
        draft={draft}
        empty={asItIs(standing ?? one)}
        change={(changes) => setDraft({ ...draft, ...changes })}
      />
      {isCounter && <ReasonFields reason={reasonDraft} change={setReason} />}
    </StepForm>
  );
}
