import { useEffect, useRef } from 'preact/hooks';
import type { MoreOf, ScenarioAnswer } from '../../server/planning/answers/schema.ts';
import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { notifyProblem } from '../ui/notify-problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { textOfKey } from './address.ts';
import { Differences } from './differences.tsx';
import { meet } from './known.ts';
import { isActive, useReading, whileActive } from './reading.ts';
import { planningService } from './service.ts';
import { amountIn, choiceWords, difference, money, people, personMonths } from './words.ts';

interface Properties {
  /** The scenario that answers. */
  id: string;
  /** Of the scenario that it was put to. */
  summary: PlanSummary;
  close(): void;
}

async function read(id: string): Promise<Scenario> {
  const scenario = await planningService.scenario(id);
  if (scenario.answer !== null) await meet(scenario.answer.moved).catch(() => {});
  return scenario;
}

/** What the plan would be with something else forced: what it costs more, who waits, who is moved. */
export function Answer({ id, summary, close }: Properties) {
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
            <Found answer={value.answer} unit={summary.unit} />
          )}
          <button type="button" class="button button--small" onClick={close}>
            {t('answer.close')}
          </button>
        </>
      )}
    </div>
  );
}

function questionWords({ question }: Scenario): string {
  if (question?.question === 'why-not') return t('answer.with', { choice: choiceWords(question.choice) });
  if (question?.question === 'pin-cost') return t('answer.without-pin');
  return question === null ? '' : moreWords(question.more);
}

function moreWords(more: MoreOf): string {
  if (more.limit === 'crews') {
    return t('answer.more-crews', { operator: operatorName(more.operatorCode), count: more.perQuarter });
  }
  const tenge = money(more.tenge);
  return more.limit === 'subsidy'
    ? t('answer.more-subsidy', { tenge, year: String(more.year) })
    : t('answer.more-budget', { tenge });
}

/** What the plan would be: each figure as what there would be more or less of. */
function Found({ answer, unit }: { answer: ScenarioAnswer; unit: PlanSummary['unit'] }) {
  const { possible, moved, movedCount, settlements, residents, searching } = answer;
  if (!possible) return <p class="notice notice--error">{t('answer.impossible')}</p>;
  const facts: Fact[] = [
    [t(unit === 'tenge' ? 'answer.in-all' : 'answer.in-all-service'), difference(answer.difference, amountIn(unit))],
    [t('figure.connected'), difference(settlements, (count) => t('count.settlements', { count }))],
    [t('figure.residents'), difference(residents, people)],
    [t('figure.cost'), difference(answer.costTenge, money)],
    [t('figure.subsidy'), difference(answer.subsidyTenge, money)],
    [t('figure.waiting'), difference(answer.personMonths, personMonths)],
  ];
  return (
    <>
      <Facts facts={facts} />
      <p>
        {t('answer.by-solving')}{' '}
        {searching !== null && searching > 0 && t('answer.searching', { saved: amountIn(unit)(searching) })}{' '}
        {t('answer.moved', { count: movedCount })}
      </p>
      <Differences key={moved.map(textOfKey).join()} rows={moved} total={movedCount} />
    </>
  );
}
