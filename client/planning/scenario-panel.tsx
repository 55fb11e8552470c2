import { useState } from 'preact/hooks';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { moment, t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notifyProblem } from '../ui/notify-problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { readView, view } from './address.ts';
import { FinishedPlan } from './finished-plan.tsx';
import { Wrong } from './checked-field.tsx';
import { PlaceLink } from './place-link.tsx';
import { isActive, useReading, whileActive } from './reading.ts';
import { Running } from './running.tsx';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { StateBadge } from './state-badge.tsx';
import { objectiveWords, scenarioName, scopeWords } from './words.ts';

/** One scenario: while it is computed, and when it is there. */
export function ScenarioPanel({ id }: { id: string }) {
  const { value, problem, again } = useReading(id, () => planningService.scenario(id), whileActive);
  if (value === null) {
    return problem === null ? <Skeleton /> : <ProblemNotice problem={problem} what="scenario.failed" retry={again} />;
  }
  return (
    <>
      <Head scenario={value} />
      {problem !== null && <ProblemNotice problem={problem} what="scenario.failed" retry={again} />}
      {isActive(value) && <Running scenario={value} again={again} />}
      {!isActive(value) && value.summary === null && <NoPlan scenario={value} />}
      {!isActive(value) && value.summary !== null && <FinishedPlan scenario={value} summary={value.summary} />}
    </>
  );
}

function Head({ scenario }: { scenario: Scenario }) {
  const { id, request, askedBy, askedAt } = scenario;
  const [removing, setRemoving] = useState(false);
  return (
    <header class="scenario-head">
      <p>
        <PlaceLink to={{}}>{t('scenarios.all')}</PlaceLink>
      </p>
      <div class="panel__head">
        <h2 class="coverage__place">
          {scenarioName(scenario)} <StateBadge scenario={scenario} />
        </h2>
        <div class="panel__actions">
          <PlaceLink class="button" to={{ page: 'new', scenario: id }}>
            {t('scenario.again')}
          </PlaceLink>
          {!isActive(scenario) && (
            <button type="button" class="button" onClick={() => setRemoving(true)}>
              {t('scenario.remove')}
            </button>
          )}
        </div>
      </div>
      <p class="muted">
        {scopeWords(request.scope)} · {objectiveWords(request.objective)} · {askedBy}, {moment(askedAt)}
      </p>
      {removing && <RemoveDialog scenario={scenario} close={() => setRemoving(false)} />}
    </header>
  );
}

function RemoveDialog({ scenario, close }: { scenario: Scenario; close(): void }) {
  async function remove(): Promise<void> {
    try {
      await planningService.remove(scenario.id);
      view.value = readView('');
    } catch (problem) {
      close();
      notifyProblem(problem, 'scenario.remove-failed');
    }
  }
  return (
    <Dialog title={t('scenario.remove-title')} close={close}>
      <p>{t('scenario.remove-explained', { name: scenarioName(scenario) })}</p>
      <footer class="dialog__foot">
        <button type="button" class="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="button" class="button button--main" onClick={() => void remove()}>
          {t('scenario.remove-button')}
        </button>
      </footer>
    </Dialog>
  );
}

/** It failed, or was stopped before there was a plan. */
function NoPlan({ scenario }: { scenario: Scenario }) {
  const { id, state, failure, problems } = scenario;
  return (
    <section class="panel">
      <p>
        <strong>{t(state === 'failed' ? 'scenario.no-plan-failed' : 'scenario.no-plan-cancelled')}</strong>
      </p>
      {failure && (
        <p class="muted">
          {t('scenario.failure')} <code>{failure}</code>
        </p>
      )}
      <Wrong problems={problems} />
      <p>
        <PlaceLink class="button button--main" to={{ page: 'new', scenario: id }}>
          {t('scenario.again')}
        </PlaceLink>
      </p>
    </section>
  );
}
