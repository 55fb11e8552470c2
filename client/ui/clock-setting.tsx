import { useState } from 'preact/hooks';
import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { DayCountFields } from './day-count-fields.tsx';
import { notify } from './notices.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Properties {
  clock: DayCount;
  set(clock: DayCount): Promise<void>;
  /** How long it is now, in words. */
  setting: string;
  words: Record<'explained' | 'set' | 'done' | 'failed', MessageKey>;
}

/** How long somebody has, for those who set it. */
export function ClockSetting({ clock, set, setting, words }: Properties) {
  const [draft, setDraft] = useState(clock);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await set(draft);
      notify({ text: t(words.done) });
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(false);
  }
  return (
    <details class="panel more">
      <summary>{setting}</summary>
      <form onSubmit={submit}>
        <p class="muted">{t(words.explained)}</p>
        <DayCountFields count={draft} change={setDraft} />
        {problem !== null && <ProblemNotice problem={problem} what={words.failed} />}
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? t('common.saving') : t(words.set)}
        </button>
      </form>
    </details>
  );
}
