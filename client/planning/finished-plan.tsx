import { useMemo } from 'preact/hooks';
import type { PlanningPin } from '../../server/planning/pins/schema.ts';
import type { PlanRow, PlanSummary } from '../../server/planning/plans/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, t } from '../i18n/index.ts';
import { fetchCode } from '../store/code.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { tabs, textOfKey, view } from './address.ts';
import { ConditionsTab } from './conditions-tab.tsx';
import { FiguresTab } from './figures-tab.tsx';
import { meet } from './known.ts';
import { PlaceLink } from './place-link.tsx';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { SettlementDialog } from './settlement-dialog.tsx';
import { SettlementsTab } from './settlements-tab.tsx';
import { Skeleton } from './skeleton.tsx';
import { amountIn, money, people, percent } from './words.ts';

/** A plan with all its rows, and the pins that stand now. */
export interface WholePlan {
  scenario: Scenario;
  summary: PlanSummary;
  rows: readonly PlanRow[];
  row(key: string): PlanRow | undefined;
  pins: ReadonlyMap<string, PlanningPin>;
  /** Reads the rows and the pins anew. */
  again(): void;
}

async function read(id: string): Promise<{ rows: PlanRow[]; pins: PlanningPin[] }> {
  const [rows, pins] = await Promise.all([planningService.rows(id), planningService.pins()]);
  await meet([...rows, ...rows.flatMap(({ parent }) => (parent?.type === 'settlement' ? [parent] : []))]);
  return { rows, pins };
}

/** The map, whose code comes by itself. */
function NetworkTab({ plan }: { plan: WholePlan }) {
  const code = useReading('network-tab', () => fetchCode(() => import('./network-tab.tsx')));
  if (code.problem !== null) {
    return <ProblemNotice problem={code.problem} what="problem.not-opened" retry={code.again} />;
  }
  return code.value === null ? <Skeleton /> : <code.value.NetworkTab plan={plan} />;
}

/** A plan that is there: its figures, its settlements, its network, and what it was made from. */
export function FinishedPlan({ scenario, summary }: { scenario: Scenario; summary: PlanSummary }) {
  const { value, problem, again } = useReading(`${scenario.id} rows`, () => read(scenario.id));
  const plan = useMemo<WholePlan | null>(() => {
    if (value === null) return null;
    const byKey = new Map(value.rows.map((row) => [textOfKey(row), row]));
    const pins = new Map(value.pins.map((pin) => [textOfKey(pin), pin]));
    return { scenario, summary, rows: value.rows, row: (key) => byKey.get(key), pins, again };
  }, [value, scenario]);
  const { tab, place } = view.value;
  return (
    <>
      <KeyFigures summary={summary} />
      <nav class="coverage-tabs" aria-label={t('plan-tabs.title')}>
        {tabs.map((one) => (
          <PlaceLink key={one} to={{ ...view.value, tab: one, selected: [] }} current={one === tab}>
            {t(`plan-tab.${one}`)}
          </PlaceLink>
        ))}
      </nav>
      {tab === 'figures' && <FiguresTab scenario={scenario} summary={summary} rows={value?.rows ?? []} />}
      {tab === 'conditions' && <ConditionsTab scenario={scenario} summary={summary} />}
      {problem !== null && <ProblemNotice problem={problem} what="scenario.failed" retry={again} />}
      {(tab === 'settlements' || tab === 'map') && plan === null && problem === null && <Skeleton />}
      {tab === 'settlements' && plan && <SettlementsTab plan={plan} />}
      {tab === 'map' && plan && <NetworkTab plan={plan} />}
      {place !== null && plan && <SettlementDialog key={textOfKey(place)} place={place} plan={plan} />}
    </>
  );
}

function KeyFigures({ summary }: { summary: PlanSummary }) {
  const { unit, cost, bound, gapPercent, unservedCost, planned, committed, unserved, settlements, cut } = summary;
  const amount = amountIn(unit);
  return (
    <dl class="panel key-figures">
      <div>
        <dt>{t('figure.connected')}</dt>
        <dd>
          {t('plan.of', { part: number(planned.settlements), all: number(settlements) })}
          <small>{people(planned.residents)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('figure.cost')}</dt>
        <dd>
          {money(planned.costTenge)}
          <small>{t('figure.cost-hint')}</small>
        </dd>
      </div>
      <div>
        <dt>{t('figure.subsidy')}</dt>
        <dd>{money(planned.subsidyTenge)}</dd>
      </div>
      <div>
        <dt>{t('figure.unserved')}</dt>
        <dd>
          {number(unserved.settlements)}
          <small>{people(unserved.residents)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('figure.committed')}</dt>
        <dd>
          {number(committed.settlements)}
          <small>{people(committed.residents)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('figure.gap')}</dt>
        <dd>
          {percent(gapPercent)}
          <small>
            {bound === null ? t('figure.no-bound') : t('figure.gap-hint', { cost: amount(cost), bound: amount(bound) })}
          </small>
          {bound !== null && unservedCost > 0 && (
            <small>
              {t('figure.gap-unserved', {
                weight: money(unservedCost),
                percent: percent((100 * (cost - bound)) / (cost - unservedCost)),
              })}
            </small>
          )}
          {cut && <small>{t('figure.cut')}</small>}
        </dd>
      </div>
    </dl>
  );
}
