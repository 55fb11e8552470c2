import type { ShownChallenge } from '../../server/challenges/schema.ts';
import { date, t } from '../i18n/index.ts';
import { clockClass, clockWords } from '../inquiries/words.ts';
import { mayPlan, viewer } from '../session/session.ts';
import { Field } from '../ui/field.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { NoMatches } from '../ui/no-matches.tsx';
import { OperatorFilter } from '../ui/operator-filter.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RegionFilter } from '../ui/region-filter.tsx';
import { Select } from '../ui/select.tsx';
import { useList } from '../ui/use-list.ts';
import { type ChallengeFilters, challengeStates, pathOf, readFilters, writeFilters } from './address.ts';
import { ClockForm } from './clock-form.tsx';
import { challengesService } from './service.ts';
import { operatorOf, placeWords, reference } from './words.ts';

/** All challenges that this person may see: those that wait by their term, then the decided. */
export function ListPanel() {
  const { filters, change, clear, rows, next, problem, load, more, filtered } = useList({
    read: readFilters,
    write: writeFilters,
    fetch: challengesService.list,
  });
  const { role } = viewer.value!;
  return (
    <>
      {role !== 'operator' && (
        <p>
          <a class="button button--main" href="/challenges/new">
            {t('challenges.raise')}
          </a>
        </p>
      )}
      <Filters {...{ filters, change }} />
      {problem !== null && <ProblemNotice problem={problem} what="challenges.load-failed" retry={() => void load()} />}
      {rows === null && problem === null && <ListSkeleton what="challenges.loading" />}
      {rows?.length === 0 &&
        (filtered ? (
          <NoMatches clear={clear} what="challenges.empty-filters" />
        ) : (
          <p class="empty">{t(role === 'operator' ? 'challenges.empty-operator' : 'challenges.empty')}</p>
        ))}
      {rows !== null && rows.length > 0 && (
        <ul class="commitments" aria-label={t('challenges.title')}>
          {rows.map((challenge) => (
            <Item key={reference(challenge)} challenge={challenge} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <button type="button" class="button" onClick={() => void more()}>
            {t('challenges.more')}
          </button>
        </p>
      )}
      {mayPlan() && <ClockForm />}
    </>
  );
}

interface FilterProperties {
  filters: ChallengeFilters;
  change(changes: Partial<ChallengeFilters>): void;
}

/** Which challenges are listed; an operator's are all of its own claims. */
function Filters({ filters, change }: FilterProperties) {
  return (
    <form class="fields fields--two" aria-label={t('filter.title')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('challenges.state')}>
        {(id) => (
          <Select
            {...{ id, empty: t('filter.any'), value: filters.state }}
            options={challengeStates.map((value) => ({ value, label: t(`challenge-state.${value}`) }))}
            change={(state) => change({ state })}
          />
        )}
      </Field>
      {viewer.value!.role !== 'operator' && (
        <>
          <RegionFilter region={filters.region} change={(region) => change({ region })} />
          <OperatorFilter operator={filters.operator} change={(operator) => change({ operator })} />
        </>
      )}
      {filters.settlement !== '' && (
        <button type="button" class="button" onClick={() => change({ settlement: '' })}>
          {t('challenges.all-settlements')}
        </button>
      )}
    </form>
  );
}

function Item({ challenge }: { challenge: ShownChallenge }) {
  const { state, raisedOn, party, statements } = challenge;
  const clock = clockWords(challenge);
  return (
    <li class="commitment inquiry">
      <div class="commitment__head">
        <h2 class="inquiry__title">
          <a href={pathOf(challenge)}>
            {t('challenges.one', { reference: reference(challenge) })} · {placeWords(challenge)}
          </a>
        </h2>
        <span>
          <span class={`state state--challenge-${state}`}>{t(`challenge-state.${state}`)}</span>{' '}
          {clock !== null && <span class={clockClass(challenge)}>{clock}</span>}
        </span>
      </div>
      <p class="muted">
        {operatorOf(challenge)} · {t(`challenge-raised.${party}`, { date: date(raisedOn) })}
      </p>
      <p class="inquiry__beginning">{statements[0].text}</p>
    </li>
  );
}
