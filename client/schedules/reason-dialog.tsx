import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { take } from './acting.ts';
import { emptyReason, ReasonFields, wholeReason } from './reason-fields.tsx';
import type { Row } from './rows.ts';
import { StepForm } from './step-form.tsx';

/** Declines or cancels, with a reason. */
export function ReasonDialog({ step, rows }: { step: 'decline' | 'cancel'; rows: readonly Row[] }) {
  const [draft, setDraft] = useState(emptyReason);
  return (
    <StepForm
      title={t(`step-title.${step}`)}
      rows={rows}
      effect={t(`step-effect.${step}`, { count: rows.length })}
      submit={() => take(step, rows, { reason: wholeReason(draft)! })}
      disabled={wholeReason(draft) === null}
    >
      <p class="muted">{t(`step-explained.${step}`)}</p>
      <ReasonFields reason={draft} change={setDraft} />
    </StepForm>
  );
}
