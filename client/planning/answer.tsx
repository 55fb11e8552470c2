import { useEffect, useRef } from 'preact/hooks';
import type { Scenario, ScenarioAnswer } from '../../server/planning/schema.ts';
import { t } from '../i18n/index.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { textOfKey } from './address.ts';
import { Differences } from './differences.tsx';
import type { WholePlan } from './finished-plan.tsx';
import { meet } from './known.ts';
import { isActive, useReading, whileActive } from './reading.ts';
import { planningService } from './service.ts';
import { amountIn, choiceWords, difference, money, personMonths } from './words.ts';

interface Properties {
  /** The scenario that answers. */
  id: string;
  plan: WholePlan;
  close(): void;
}

async function read(id: string): Promise<Scenario> {
  const scenario = await planningService.scenario(id);
  if (scenario.answer !== null) await meet(scenario.answer.moved).catch(() => {});
  return scenario;
}

/** What the plan would be with something else forced: what it costs more, who waits, who is moved. */
export function Answer({ id, plan, close }: Properties) {
  const { value, problem, again } = useReading(id, () => read(id), whileActive);
  const element = useRef<HTMLDivElement>(null);
  const isThere = value?.answer != null;
  useEffect(() => {
    if (isThere) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  if (problem !== null) return <ProblemNotice problem={problem} what="why-not.failed" retry={again} />;
  const cancel = () =>
    planningService.cancel(id).then(again, (caught: unknown) => notifyProblem(caught, 'running.cancel-failed'));
  return (
    <div ref={element} class="answer" role="status">
      {value === null || isActive(value) ? (
        <>
          <p>{t('answer.solving')}</p>
          <progress class="answer__progress" aria-label={t('answer.solving')} />
          <button type="button" class="button button--small" onClick={() => void cancel()}>
            {t('running.cancel')}
          </button>
        </>
      ) : (
        <>
          <p class="muted">{questionWords(value)}</p>
          {value.answer === null ? (
            <p>{t(value.state === 'cancelled' ? 'answer.cancelled' : 'answer.failed')}</p>
          ) : (
            <Found answer={value.answer} plan={plan} />
          )}
          <button type="button" class="button button--small" onClick={close}>
            {t('answer.close')}
          </button>
        </>
      )}
    </div>
  );
}

const questionWords = ({ question }: Scenario): string =>
  question?.question === 'why-not'
    ? t('answer.with', { choice: choiceWords(question.choice) })
    : t('answer.without-pin');

function Found({ answer, plan: { summary } }: { answer: ScenarioAnswer; plan: WholePlan }) {
  const { possible, moved, movedCount } = answer;
  if (!possible) return <p class="notice notice--error">{t('answer.impossible')}</p>;
  const waiting = answer.personMonths - summary.personMonths;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t(summary.unit === 'tenge' ? 'answer.in-all' : 'answer.in-all-service')}</dt>
          <dd>{difference(answer.difference, amountIn(summary.unit))}</dd>
        </div>
        <div>
          <dt>{t('figure.cost')}</dt>
          <dd>{difference(answer.costTenge - summary.planned.costTenge, money)}</dd>
        </div>
        <div>
          <dt>{t('figure.subsidy')}</dt>
          <dd>{difference(answer.subsidyTenge - summary.planned.subsidyTenge, money)}</dd>
        </div>
        <div>
          <dt>{t('figure.waiting')}</dt>
          <dd>{difference(waiting, personMonths)}</dd>
        </div>
      </dl>
      <p>{t('answer.moved', { count: movedCount })}</p>
      <Differences key={moved.map(textOfKey).join()} rows={moved} total={movedCount} />
    </>
  );
}
