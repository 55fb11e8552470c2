import { useState } from 'preact/hooks';
import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import { notify } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DayCountFields } from '../ui/day-count-fields.tsx';
import { loadOverview } from './overview-state.ts';
import { schedulesService } from './service.ts';
import { dayCount } from './words.ts';

/** How long operators have to answer where a schedule does not say otherwise; planners set it. */
export function ClockForm({ clock }: { clock: DayCount }) {
  const [draft, setDraft] = useState(clock);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await schedulesService.setClock(draft);
      await loadOverview();
      notify({ text: t('clock.set-done') });
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(false);
  }
  return (
    <details class="panel more">
      <summary>{t('clock.setting', { days: dayCount(clock.days, clock.kind) })}</summary>
      <form onSubmit={submit}>
        <p class="muted">{t('clock.set-explained')}</p>
        <DayCountFields count={draft} change={setDraft} />
        {problem !== null && <ProblemNotice problem={problem} what="clock.set-failed" />}
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? t('common.saving') : t('clock.set')}
        </button>
      </form>
    </details>
  );
}
