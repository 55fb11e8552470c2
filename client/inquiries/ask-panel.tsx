import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { identifier } from '../outbox/identifier.ts';
import { viewer } from '../session/session.ts';
import type { Country } from '../store/country.ts';
import { fetchCountry } from '../store/places.ts';
import { service } from '../store/service.ts';
import { DayCountFields } from '../ui/day-count-fields.tsx';
import { Field } from '../ui/field.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useUnsent } from '../ui/use-unsent.ts';
import { AddresseeFields } from './addressee-fields.tsx';
import { type AskDraft, readDraft, requestOf } from './draft.ts';
import { addressOf, inquiriesService } from './service.ts';
import { SubjectFields } from './subject-fields.tsx';

/** The places to choose from; of a large country its regions and districts, and the settlement that the address names. */
async function placesFor({ region, settlement }: AskDraft): Promise<Country> {
  const fetched = await fetchCountry(service.live(), null);
  if ('live' in fetched) return fetched.country;
  const { placesWith } = await import('../large/places-with.ts');
  return placesWith(fetched, settlement === '' ? [] : [{ regionCode: region, code: settlement }]);
}

/** The form in which a deputy asks, once the names of all places are there. */
export function AskPanel() {
  const [country, setCountry] = useState<Country | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  function load(): void {
    setProblem(null);
    placesFor(readDraft(location.search, viewer.value!)).then(setCountry, setProblem);
  }
  useEffect(load, []);
  if (problem !== null) return <ProblemNotice problem={problem} what="inquiries.load-failed" retry={load} />;
  return country === null ? <ListSkeleton what="inquiries.loading" /> : <AskForm country={country} />;
}

function AskForm({ country }: { country: Country }) {
  // However often it is sent, it is asked once.
  const [id] = useState(identifier);
  const [draft, setDraft] = useState(() => readDraft(location.search, viewer.value!));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const unsent = useUnsent();
  const change = (changes: Partial<AskDraft>) => setDraft((before) => ({ ...before, ...changes }));

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const asked = await inquiriesService.ask({ id, ...requestOf(draft) });
      unsent.current = false;
      location.assign(addressOf(asked));
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <form class="panel" aria-label={t('inquiries.ask-title')} onSubmit={submit} onInput={() => (unsent.current = true)}>
      <h2>{t('inquiries.ask-title')}</h2>
      <p class="muted">{t('inquiries.ask-explained')}</p>
      <SubjectFields {...{ country, draft, change }} />
      <Field label={t('inquiries.figure')} hint={t('inquiries.figure-hint')}>
        {(id, hint) => (
          <input
            id={id}
            aria-describedby={hint}
            maxLength={500}
            value={draft.figure}
            onInput={({ currentTarget }) => change({ figure: currentTarget.value })}
          />
        )}
      </Field>
      <AddresseeFields {...{ draft, change }} />
      <Field label={t('inquiries.question')}>
        {(id) => (
          <textarea
            id={id}
            required
            maxLength={10_000}
            rows={8}
            value={draft.question}
            onInput={({ currentTarget }) => change({ question: currentTarget.value })}
          />
        )}
      </Field>
      <DayCountFields count={draft} change={({ days, kind }) => change({ days, kind })} />
      {problem !== null && <ProblemNotice problem={problem} what="inquiries.not-saved" />}
      <div class="panel__actions">
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? t('common.saving') : t('inquiries.send')}
        </button>
        <a class="button" href="/inquiries">
          {t('common.cancel')}
        </a>
      </div>
    </form>
  );
}
