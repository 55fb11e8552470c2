import { signal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { mayPlan } from '../../session/session.ts';
import { recall, remember } from '../../store/remembered.ts';

const remembered = 'baylanys.first-steps-done';
const dismissed = signal(recall(remembered) === 'yes');

function dismiss(): void {
  remember(remembered, 'yes');
  dismissed.value = true;
}

export function showFirstSteps(): void {
  remember(remembered, null);
  dismissed.value = false;
}

/** The empty panel: three steps for whoever is here for the first time, else what to do next. */
export function FirstSteps() {
  if (dismissed.value) return <p class="empty">{t('details.empty')}</p>;
  const steps = mayPlan()
    ? (['steps.choose', 'steps.assign', 'steps.undo'] as const)
    : (['steps.find', 'steps.read', 'steps.share'] as const);
  return (
    <section class="steps">
      <h2>{t('steps.title')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <button type="button" class="button" onClick={dismiss}>
        {t('steps.dismiss')}
      </button>
    </section>
  );
}
