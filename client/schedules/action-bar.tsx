import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { begin, type Offer } from './acting.ts';
import type { Row } from './rows.ts';
import { clearSelection, selected, offersOfSelected } from './selection.ts';

/** What is selected, and each step that can be taken with it; a button says with how many. */
export function ActionBar() {
  const [busy, setBusy] = useState<Offer | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const chosen = selected.value;
  const people = chosen.reduce((sum, { population }) => sum + (population ?? 0), 0);

  async function run(step: Offer, rows: readonly Row[]): Promise<void> {
    setBusy(step);
    setProblem(null);
    try {
      await begin(step, rows);
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(null);
  }

  return (
    <section class="action-bar action-bar--sticky" aria-label={t('bar.title')} hidden={chosen.length === 0}>
      <p class="action-bar__summary" role="status">
        {chosen.length > 0 &&
          `${t('count.settlements', { count: chosen.length })}, ${t('population.people', { count: people })}`}
      </p>
      {problem !== null && <ProblemNotice problem={problem} what="schedules.step-failed" />}
      <div class="action-bar__actions">
        {offersOfSelected(chosen).map(([step, rows], i) => (
          <button
            key={step}
            type="button"
            class={i === 0 ? 'button button--main' : 'button'}
            disabled={busy !== null}
            onClick={() => void run(step, rows)}
          >
            {busy === step ? t('common.saving') : t(`step.${step}`, { count: rows.length })}
          </button>
        ))}
        <button type="button" class="button" onClick={clearSelection}>
          {t('bar.clear')}
        </button>
      </div>
    </section>
  );
}
