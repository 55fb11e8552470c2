import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { changesOf, emptyDraft, TermFields } from '../planner/assign/term-fields.tsx';
import { mayPlan } from '../session/session.ts';
import { take } from './acting.ts';
import { useParticulars } from './particulars.ts';
import { emptyReason, ReasonFields, wholeReason } from './reason-fields.tsx';
import type { Row } from './rows.ts';
import { StepForm } from './step-form.tsx';
import { asItIs } from './words.ts';

/** Asks for a change of what is agreed: other terms or its end, with a reason, and with what becomes of the baseline. */
export function ChangeDialog({ rows }: { rows: readonly Row[] }) {
  const [draft, setDraft] = useState(emptyDraft);
  const [cancelled, setCancelled] = useState(false);
  const [reasonDraft, setReason] = useState(emptyReason);
  const one = rows.length === 1 ? rows[0] : null;
  const { standing } = useParticulars(one);
  const changes = cancelled ? { cancelled: true as const } : changesOf(draft);
  const reason = wholeReason(reasonDraft);
  const handsOver = !cancelled && draft.operatorCode !== '';
  return (
    <StepForm
      title={t('step-title.ask-change')}
      rows={rows}
      effect={t('step-effect.ask-change', { count: rows.length })}
      submit={() => take('ask-change', rows, { reason: reason!, asked: changes })}
      disabled={Object.keys(changes).length === 0 || reason === null}
    >
      <p class="muted">{t('step-explained.ask-change')}</p>
      {!cancelled && (
        <TermFields
          names={[
            // Who provides the service, only the ministry can ask to change.
            ...(mayPlan() ? (['operatorCode'] as const) : []),
            'technology',
            'startQuarter',
            'finishQuarter',
            'costTenge',
            'subsidyTenge',
          ]}
          draft={draft}
          empty={asItIs(standing ?? one)}
          change={(more) => setDraft({ ...draft, ...more })}
        />
      )}
      {handsOver && <p class="commitment__reason">{t('change.hands-over')}</p>}
      <label class="choice">
        <input
          type="checkbox"
          checked={cancelled}
          onChange={({ currentTarget }) => setCancelled(currentTarget.checked)}
        />
        <span>{t('change.cancel')}</span>
      </label>
      {cancelled && <p class="commitment__reason">{t('change.cancels')}</p>}
      <ReasonFields reason={reasonDraft} change={setReason} />
    </StepForm>
  );
}
