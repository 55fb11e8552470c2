import { useState } from 'preact/hooks';
import type { CalendarFeed, NewCalendarFeed } from '../../server/commitments/schema.ts';
import { date, language, t } from '../i18n/index.ts';
import { request } from '../store/request.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

const path = '/api/calendar-feed';

/** The secret address by which a person's own calendar follows the deadlines: made, made anew, withdrawn. */
export function CalendarPanel() {
  const [feed, setFeed] = useState<CalendarFeed | NewCalendarFeed | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  /** Shows the feed that there is after something was done. */
  async function show(work: Promise<CalendarFeed | null>): Promise<void> {
    setBusy(true);
    setProblem(null);
    await work.then(setFeed, setProblem);
    setBusy(false);
  }
  const read = async () => (await request<{ feed: CalendarFeed | null }>('GET', path)).feed;
  const make = () => request<NewCalendarFeed>('POST', path, {});
  const withdraw = () => request<void>('DELETE', path).then(() => null);

  return (
    <details
      class="more calendar"
      onToggle={({ currentTarget }) => currentTarget.open && feed === null && void show(read())}
    >
      <summary>{t('calendar.title')}</summary>
      <p class="muted">{t('calendar.explained')}</p>
      {feed !== null && 'token' in feed && <Address token={feed.token} />}
      {feed !== null && !('token' in feed) && <p>{t('calendar.made-on', { date: date(feed.madeOn) })}</p>}
      {problem !== null && <ProblemNotice problem={problem} what="calendar.failed" />}
      <div class="panel__actions">
        <button type="button" class="button" disabled={busy} onClick={() => void show(make())}>
          {t(feed === null ? 'calendar.make' : 'calendar.again')}
        </button>
        {feed !== null && (
          <button type="button" class="button" disabled={busy} onClick={() => void show(withdraw())}>
            {t('calendar.withdraw')}
          </button>
        )}
      </div>
    </details>
  );
}

/** The address, to be copied: it is known this once. */
function Address({ token }: { token: string }) {
  const [said, setSaid] = useState('');
  const address = `${location.origin}/api/calendar/${token}.ics?language=${language.value}`;
  // Without TLS browsers give no clipboard.
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(address))
      .then(
        () => setSaid(t('calendar.copied')),
        () => setSaid(t('calendar.copy-by-hand')),
      );
  return (
    <>
      <Field label={t('calendar.address')} hint={t('calendar.once')}>
        {(id, hint) => (
          <input
            id={id}
            readOnly
            aria-describedby={hint}
            value={address}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </Field>
      <div class="panel__actions">
        <button type="button" class="button button--main" onClick={() => void copy()}>
          {t('calendar.copy')}
        </button>
        <p role="status">{said}</p>
      </div>
    </>
  );
}
