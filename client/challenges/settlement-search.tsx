import { useState } from 'preact/hooks';
import type { SettlementSummary } from '../../server/country/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { challengesService } from './service.ts';

interface Properties {
  region: string;
  /** Those that are there already. */
  known: readonly string[];
  add(code: string): void;
}

/** Finds a settlement of a region by a part of its name, to be added. */
export function SettlementSearch({ region, known, add }: Properties) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly SettlementSummary[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  async function search(): Promise<void> {
    setProblem(null);
    await challengesService.settlements(region, query.trim()).then(setFound, setProblem);
  }
  const others = found?.filter(({ code }) => !known.includes(code));
  return (
    <div>
      <Field label={t(known.length === 0 ? 'challenges.settlement' : 'challenges.another-settlement')}>
        {(id) => (
          <input
            id={id}
            type="search"
            maxLength={100}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (query.trim() !== '') void search();
            }}
          />
        )}
      </Field>
      <div class="panel__actions">
        <button type="button" class="button" disabled={query.trim() === ''} onClick={() => void search()}>
          {t('challenges.find')}
        </button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} what="challenges.load-failed" />}
      <div role="status">{others?.length === 0 && <p class="muted">{t('challenges.nothing-found')}</p>}</div>
      <ul class="plain">
        {others?.map(({ code, names, population }) => (
          <li key={code}>
            <button
              type="button"
              class="button button--small"
              onClick={() => {
                setFound(null);
                setQuery('');
                add(code);
              }}
            >
              {t('challenges.add', { name: nameOf(names) })}
            </button>{' '}
            <span class="muted">
              {code}
              {population !== null && ` · ${t('population.people', { count: population })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
