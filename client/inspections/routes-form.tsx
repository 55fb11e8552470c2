import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../server/places/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { service } from '../store/service.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import { type RoutesView, teamsOf, usual } from './address.ts';
import { TeamField } from './team-field.tsx';

const numbers: readonly {
  name: keyof typeof usual;
  label: MessageKey;
  hint?: MessageKey;
  min: number;
  max: number;
  step: number | 'any';
}[] = [
  { name: 'days', label: 'routes.days', min: 1, max: 10, step: 1 },
  { name: 'hours', label: 'routes.hours', min: 1, max: 16, step: 'any' },
  { name: 'minutes', label: 'routes.minutes', hint: 'routes.minutes-hint', min: 5, max: 240, step: 'any' },
  { name: 'speed', label: 'routes.speed', min: 5, max: 130, step: 'any' },
  { name: 'factor', label: 'routes.factor', hint: 'routes.factor-hint', min: 1, max: 3, step: 'any' },
  { name: 'populationFrom', label: 'routes.population-from', min: 0, max: 1e8, step: 1 },
  { name: 'populationTo', label: 'routes.population-to', hint: 'routes.population-hint', min: 1, max: 1e8, step: 1 },
];

const openQuestions = 'contested,unknown';

/** Teams, their days and roads, and what is to be inspected; asked when the form is sent. */
export function RoutesForm({ view, plan }: { view: RoutesView; plan(view: RoutesView): void }) {
  const [draft, setDraft] = useState(view);
  // A team that is being chosen is empty: the address has none such.
  const [teams, setTeams] = useState(() => (teamsOf(view).length === 0 ? [''] : teamsOf(view)));
  const [regions, setRegions] = useState<readonly { code: string; names: Names }[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [isMissing, setMissing] = useState(false);
  function loadRegions(): void {
    setProblem(null);
    service.regions().then(setRegions, setProblem);
  }
  useEffect(loadRegions, []);
  const change = (changes: Partial<RoutesView>) => setDraft((now) => ({ ...now, ...changes }));

  function send(event: Event): void {
    event.preventDefault();
    const chosen = teams.filter((team) => team !== '');
    setMissing(chosen.length === 0);
    if (chosen.length > 0) plan({ ...draft, teams: chosen.join(';') });
  }
  return (
    <form class="panel what-if__form" aria-labelledby="ask-routes" onSubmit={send}>
      <h2 id="ask-routes">{t('routes.ask')}</h2>
      {problem !== null && <ProblemNotice problem={problem} what="routes.regions-failed" retry={loadRegions} />}
      {teams.map((team, i) => (
        <TeamField
          key={`${i} of ${teams.length}`}
          {...{ team, regions, number: i + 1 }}
          change={(value) => setTeams((now) => now.with(i, value))}
          remove={teams.length > 1 ? () => setTeams((now) => now.toSpliced(i, 1)) : null}
        />
      ))}
      <p>
        <button
          type="button"
          class="button button--small"
          disabled={teams.length >= 10}
          onClick={() => setTeams((now) => [...now, ''])}
        >
          {t('routes.add-team')}
        </button>
      </p>
      <div class="fields fields--two">
        {numbers.map(({ name, label, hint, ...limits }) => (
          <Field key={name} label={t(label)} hint={hint && t(hint)}>
            {(id, hintId) => (
              <input
                {...{
                  id,
                  type: 'number',
                  inputMode: 'decimal',
                  ...limits,
                  placeholder: number(Number(usual[name])),
                  value: draft[name],
                }}
                aria-describedby={hintId}
                onInput={({ currentTarget }) => change({ [name]: currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('filter.region')}>
          {(id) => (
            <Select
              {...{ id, value: draft.region, empty: t('filter.any') }}
              options={regions.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
              change={(region) => change({ region })}
            />
          )}
        </Field>
        <Field label={t('routes.which')}>
          {(id) => (
            <Select
              {...{ id, value: draft.statuses, empty: t('routes.all-uncertain') }}
              options={[
                { value: openQuestions, label: t('routes.open-questions') },
                { value: 'served', label: t('routes.claimed-served') },
              ]}
              change={(statuses) => change({ statuses })}
            />
          )}
        </Field>
      </div>
      {isMissing && (
        <p class="notice notice--error" role="alert">
          {t('routes.no-start')}
        </p>
      )}
      <button type="submit" class="button button--main">
        {t('routes.plan')}
      </button>
    </form>
  );
}
