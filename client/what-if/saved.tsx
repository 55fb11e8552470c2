import { useRef, useState } from 'preact/hooks';
import type { SavedWhatIf, WhatIfResult } from '../../server/what-if/schema.ts';
import { date, t } from '../i18n/index.ts';
import { identifier } from '../outbox/identifier.ts';
import { viewer } from '../session/session.ts';
import { Field } from '../ui/field.tsx';
import { notify } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { whatIfService } from './service.ts';

/** Keeps what is supposed under a name. */
export function SaveForm({ supposed, saved }: { supposed: Record<string, string>; saved(what: SavedWhatIf): void }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  // The same until it is known to be saved: asked twice it is saved once.
  const id = useRef(identifier());
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const what = await whatIfService.save({ id: id.current, name, supposed });
      id.current = identifier();
      setName('');
      notify({ text: t('what-if.saved-notice', { name: what.name }) });
      saved(what);
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(false);
  }
  return (
    <form class="panel__actions what-if__save" onSubmit={(event) => void save(event)}>
      <Field label={t('what-if.name')}>
        {(inputId) => (
          <input
            id={inputId}
            value={name}
            maxLength={200}
            required
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="button button--main" disabled={isBusy}>
        {t(isBusy ? 'common.saving' : 'what-if.save')}
      </button>
      {problem !== null && <ProblemNotice problem={problem} what="what-if.not-saved" />}
    </form>
  );
}

/** That this one was saved, and whether what it finds has moved since. */
export function SavedNote({ saved, result }: { saved: SavedWhatIf; result: WhatIfResult | null }) {
  const { found, name, savedByName, savedOn } = saved;
  const figures = ({ settlements, residents }: WhatIfResult['changed']) =>
    `${t('count.settlements', { count: settlements })}, ${t('population.people', { count: residents })}`;
  const isSame =
    result !== null &&
    result.changed.settlements === found.changed.settlements &&
    result.changed.residents === found.changed.residents &&
    result.supposed.flagged.settlements === found.flagged.settlements;
  return (
    <div class={`notice${result !== null && !isSame ? ' import-warnings' : ''}`} role="status">
      <div>
        <p>
          <strong>{name}</strong> · {t('what-if.saved-by', { name: savedByName, date: date(savedOn) })}
        </p>
        {result !== null && (
          <p>{t(isSame ? 'what-if.as-when-saved' : 'what-if.moved', { figures: figures(found.changed) })}</p>
        )}
      </div>
    </div>
  );
}

interface ListProperties {
  rows: readonly SavedWhatIf[];
  current: string | null;
  discarded(id: string): void;
}

/** All that were saved, each at its own address. */
export function SavedList({ rows, current, discarded }: ListProperties) {
  const [problem, setProblem] = useState<unknown>(null);
  const { login, role } = viewer.value!;
  async function discard({ id, name }: SavedWhatIf): Promise<void> {
    setProblem(null);
    try {
      await whatIfService.discard(id);
      notify({ text: t('what-if.discarded', { name }) });
      discarded(id);
    } catch (caught) {
      setProblem(caught);
    }
  }
  if (rows.length === 0) return <p class="muted">{t('what-if.none-saved')}</p>;
  return (
    <>
      <ul class="plain">
        {rows.map((saved) => (
          <li key={saved.id} class="panel__head">
            <span>
              <a href={`/what-if/${saved.id}`} aria-current={saved.id === current ? 'page' : undefined}>
                {saved.name}
              </a>{' '}
              <span class="muted">{t('what-if.saved-by', { name: saved.savedByName, date: date(saved.savedOn) })}</span>
            </span>
            {(saved.savedBy === login || role === 'administrator') && (
              <button
                type="button"
                class="button button--small"
                aria-label={t('what-if.discard-one', { name: saved.name })}
                onClick={() => void discard(saved)}
              >
                {t('what-if.discard')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <ProblemNotice problem={problem} what="what-if.not-discarded" />}
    </>
  );
}
