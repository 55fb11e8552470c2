import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { moment, number, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo, mostCompared, view } from './address.ts';
import { NoNetwork } from './outlook.tsx';
import { PlaceLink } from './place-link.tsx';
import { useReading, whileAnyActive } from './reading.ts';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { StateBadge } from './state-badge.tsx';
import { money, objectiveWords, percent, scenarioName, scopeWords } from './words.ts';

/** All plans that were proposed, newest first; two or three can be put side by side. */
export function ScenariosPanel() {
  const { value, problem, again } = useReading('scenarios', planningService.scenarios, whileAnyActive);
  if (problem !== null && value === null) {
    return <ProblemNotice problem={problem} what="planning.failed" retry={again} />;
  }
  if (value === null) return <Skeleton />;
  // What was asked of a plan is answered on its own page.
  const scenarios = value.filter(({ baseId }) => baseId === null);
  return (
    <>
      <section class="panel">
        <div class="panel__head">
          <h2>{t('scenarios.title')}</h2>
          <PlaceLink class="button button--main" to={{ page: 'new' }}>
            {t('scenarios.propose')}
          </PlaceLink>
        </div>
        <p class="muted">{t('scenarios.explained')}</p>
        {scenarios.length === 0 ? <Empty /> : <ScenarioTable scenarios={scenarios} />}
      </section>
      {scenarios.length > 1 && <CompareBar scenarios={scenarios} />}
    </>
  );
}

/** There is no plan yet: the next step, which is a network where there is none. */
function Empty() {
  const { value } = useReading('network', () => planningService.network(''));
  if (value !== null && value.nodes.length === 0) return <NoNetwork />;
  return <p class="empty">{t('scenarios.empty')}</p>;
}

function ScenarioTable({ scenarios }: { scenarios: readonly Scenario[] }) {
  return (
    <table class="table row-list scenario-table">
      <thead>
        <tr>
          <th scope="col">{t('scenarios.scenario')}</th>
          <th scope="col">{t('scenarios.state')}</th>
          <th scope="col">{t('figure.connected')}</th>
          <th scope="col">{t('figure.cost')}</th>
          <th scope="col">{t('figure.subsidy')}</th>
          <th scope="col">{t('figure.gap')}</th>
          <th scope="col">{t('scenarios.compare')}</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} scenario={scenario} />
        ))}
      </tbody>
    </table>
  );
}

function ScenarioRow({ scenario }: { scenario: Scenario }) {
  const { id, name, request, askedBy, askedAt, summary } = scenario;
  const { compared } = view.value;
  const isTicked = compared.includes(id);
  const figure = (label: 'connected' | 'cost' | 'subsidy' | 'gap', value: string) => (
    <td class="scenario-table__figure">
      {summary !== null && (
        <>
          <span class="row-label">{t(`figure.${label}`)}: </span>
          {value}
        </>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <PlaceLink to={{ scenario: id }}>{scenarioName(scenario)}</PlaceLink>
        {name !== '' && (
          <small class="muted">
            {scopeWords(request.scope)} · {objectiveWords(request.objective)}
          </small>
        )}
        <small class="muted">
          {askedBy}, {moment(askedAt)}
        </small>
      </th>
      <td>
        <StateBadge scenario={scenario} />
      </td>
      {figure(
        'connected',
        summary === null
          ? ''
          : t('plan.of', { part: number(summary.planned.settlements), all: number(summary.settlements) }),
      )}
      {figure('cost', money(summary?.planned.costTenge ?? null))}
      {figure('subsidy', money(summary?.planned.subsidyTenge ?? null))}
      {figure('gap', percent(summary?.gapPercent ?? null))}
      <td>
        {summary !== null && (
          <label class="choice">
            <input
              type="checkbox"
              checked={isTicked}
              disabled={!isTicked && compared.length >= mostCompared}
              onChange={() => goTo({ compared: isTicked ? compared.filter((one) => one !== id) : [...compared, id] })}
            />
            <span class="row-label">{t('scenarios.compare')}</span>
            <span class="visually-hidden">{scenarioName(scenario)}</span>
          </label>
        )}
      </td>
    </tr>
  );
}

/** What is ticked, and the way to see it side by side. */
function CompareBar({ scenarios }: { scenarios: readonly Scenario[] }) {
  const compared = view.value.compared.filter((id) => scenarios.some((one) => one.id === id));
  return (
    <section class="action-bar action-bar--sticky" aria-label={t('scenarios.compare')} hidden={compared.length === 0}>
      <p class="action-bar__summary" role="status">
        {compared.length > 0 && t('scenarios.ticked', { count: compared.length, most: mostCompared })}
      </p>
      <div class="action-bar__actions">
        {compared.length > 1 && (
          <PlaceLink class="button button--main" to={{ page: 'comparison', compared }}>
            {t('scenarios.side-by-side')}
          </PlaceLink>
        )}
        <button type="button" class="button" onClick={() => goTo({ compared: [] })}>
          {t('bar.clear')}
        </button>
      </div>
    </section>
  );
}
