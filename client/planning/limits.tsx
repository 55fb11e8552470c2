import { useState } from 'preact/hooks';
import type { MoreOf } from '../../server/planning/answers/schema.ts';
import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { goTo, view } from './address.ts';
import { Answer } from './answer.tsx';
import { askQuestion } from './asking.ts';
import { type HoldingLimit, holdingLimits, moreOf } from './holding-limits.ts';
import { amountIn, money } from './words.ts';

const shownAtFirst = 6;

/** Which limits hold the plan back, what a little more of each is worth by prices, and what it brings by solving again. */
export function Limits({ scenario, summary }: { scenario: Scenario; summary: PlanSummary }) {
  const [busy, setBusy] = useState(false);
  const limits = holdingLimits(summary.binding);
  const { question, place } = view.value;

  async function ask(more: MoreOf): Promise<void> {
    setBusy(true);
    await askQuestion(scenario.id, { question: 'more', more }).catch((caught: unknown) =>
      notifyProblem(caught, 'why-not.failed'),
    );
    setBusy(false);
  }

  const list = (some: readonly HoldingLimit[]) => (
    <ul class="plain limits">
      {some.map((limit) => (
        <Limit key={nameOf(limit)} limit={limit} unit={summary.unit} busy={busy} ask={ask} />
      ))}
    </ul>
  );
  return (
    <section class="panel">
      <h3>{t('limits.title')}</h3>
      {limits.length === 0 ? (
        <p class="muted">{t('limits.none')}</p>
      ) : (
        <>
          <p class="muted">{t('limits.explained')}</p>
          {list(limits.slice(0, shownAtFirst))}
          {limits.length > shownAtFirst && (
            <details class="more">
              <summary>{t('common.and-more', { count: limits.length - shownAtFirst })}</summary>
              {list(limits.slice(shownAtFirst))}
            </details>
          )}
          {question !== '' && place === null && (
            <Answer key={question} id={question} summary={summary} close={() => goTo({ question: '' })} />
          )}
        </>
      )}
    </section>
  );
}

interface LimitProperties {
  limit: HoldingLimit;
  unit: PlanSummary['unit'];
  busy: boolean;
  ask(more: MoreOf): Promise<void>;
}

function Limit({ limit, unit, busy, ask }: LimitProperties) {
  const { used, available, worth } = limit;
  const words = limit.limit === 'crews' ? (value: number) => number(value) : money;
  return (
    <li class="limits__one">
      <strong>{nameOf(limit)}</strong>
      <span class="limits__use">
        <progress max={available || 1} value={used} aria-hidden="true" />
        <span class="muted">
          {limit.limit === 'crews'
            ? t('limits.used-up-in', { quarters: limit.quarters.map(quarter).join(', ') })
            : t('limits.used', { used: words(used), available: words(available) })}
        </span>
      </span>
      <span>{t(`limit-worth.${limit.limit}`, { worth: amountIn(unit)(worth) })}</span>
      <button type="button" class="button button--small" disabled={busy} onClick={() => void ask(moreOf(limit))}>
        {t(`limit-more.${limit.limit}`)} <span class="visually-hidden">{nameOf(limit)}</span>
      </button>
    </li>
  );
}

function nameOf(limit: HoldingLimit): string {
  if (limit.limit === 'crews') return t('plan-limit.crews', { operator: operatorName(limit.operatorCode) });
  return limit.limit === 'subsidy' ? t('plan-limit.subsidy', { year: String(limit.year) }) : t('plan-limit.budget');
}
