import type { SettlementKey } from '../../server/places/schema.ts';
import type { PlanWhy } from '../../server/planning/answers/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Fact, Facts } from '../ui/facts.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo, textOfKey } from './address.ts';
import type { WholePlan } from './finished-plan.tsx';
import { placeName, regionName } from './known.ts';
import { PinSection } from './pin-section.tsx';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { Weighed } from './weighed.tsx';
import { WhyNot } from './why-not.tsx';
import { amountIn, money, parentName, people, technologyName } from './words.ts';

interface Properties {
  place: SettlementKey;
  plan: WholePlan;
}

const close = () => goTo({ place: null, question: '' });

/** Why a settlement has what it has in a plan, why not something else, and what is decided of it beforehand. */
export function SettlementDialog({ place, plan }: Properties) {
  const { id } = plan.scenario;
  const { value, problem, again } = useReading(`${id} ${textOfKey(place)}`, () => planningService.why(id, place));
  return (
    <Dialog title={placeName(place)} close={close} side>
      <p class="muted">
        {regionName(place.regionCode)} · {place.code}
      </p>
      {problem !== null && <ProblemNotice problem={problem} what="why.failed" retry={again} />}
      {value === null && problem === null && <Skeleton rows={4} />}
      {value !== null && (
        <>
          <Planned why={value} />
          <Why why={value} />
          <Tree why={value} />
          <PinSection why={value} plan={plan} />
          {value.row.state !== 'committed' && <WhyNot why={value} plan={plan} />}
        </>
      )}
    </Dialog>
  );
}

/** What the plan has for it. */
function Planned({ why: { row, demandMbps } }: { why: PlanWhy }) {
  const { operatorCode, technology, startQuarter, finishQuarter, costTenge, capitalTenge, subsidyTenge } = row;
  const work = (): Fact[] => [
    [t('field.operatorCode'), operatorCode === null ? '—' : operatorName(operatorCode)],
    [t('field.technology'), technologyName(technology)],
    [
      t('why.work-time'),
      startQuarter && finishQuarter && startQuarter !== finishQuarter
        ? `${quarter(startQuarter)} – ${quarter(finishQuarter)}`
        : quarter(finishQuarter!),
    ],
  ];
  const costs = (): Fact[] => [
    [t('why.from'), parentName(row.parent)],
    row.kilometres === null ? null : [t('why.distance'), t('plan.kilometres', { count: number(row.kilometres) })],
    [t('why.cost'), money(costTenge)],
    [t('why.capital'), money(capitalTenge)],
    [t('figure.subsidy'), money(subsidyTenge)],
    row.accessFeeTenge ? [t('why.access-fee'), money(row.accessFeeTenge)] : null,
  ];
  const facts: Fact[] = [
    ...(row.state === 'unserved' ? [] : work()),
    [t('figure.residents'), number(row.residents)],
    [t('why.demand'), t('why.mbps', { count: number(demandMbps) })],
    ...(row.state === 'planned' ? costs() : []),
  ];
  return (
    <section class="why">
      {row.state === 'unserved' && (
        <p class="notice notice--error">{row.reason ? t(`unserved-reason.${row.reason}`) : t('plan-row.unserved')}</p>
      )}
      {row.state === 'committed' && <p class="notice">{t('why.committed')}</p>}
      <Facts facts={facts} />
    </section>
  );
}

/** Why that, in words, and against what it was weighed. */
function Why({ why }: { why: PlanWhy }) {
  const { row, unit, chosen, others, unservedCost } = why;
  if (row.state === 'committed') return null;
  const amount = amountIn(unit);
  const possible = others.filter(({ obstacle }) => obstacle === null);
  const next = possible[0];
  const cheaper = chosen === null ? [] : others.filter(({ total }) => total < chosen.total);
  const blocked = cheaper.filter(({ obstacle }) => obstacle !== null);
  const sentences: string[] = [];
  if (chosen !== null) {
    sentences.push(
      t('why.chosen', {
        operator: operatorName(chosen.operatorCode),
        technology: technologyName(chosen.technology),
        quarter: quarter(chosen.quarter),
        total: amount(chosen.total),
        count: others.length + 1,
      }),
    );
    if (blocked.length > 0) sentences.push(t('why.blocked', { count: blocked.length }));
    if (cheaper.length > blocked.length) sentences.push(t('why.elsewhere'));
    else if (next !== undefined) {
      sentences.push(
        t('why.next', {
          operator: operatorName(next.operatorCode),
          technology: technologyName(next.technology),
          quarter: quarter(next.quarter),
          more: amount(next.total - chosen.total),
        }),
      );
    }
    if (chosen.crewPrice > 0) sentences.push(t('why.crews', { price: amount(chosen.crewPrice) }));
    if (chosen.subsidyPrice > 0) sentences.push(t('why.subsidy', { price: amount(chosen.subsidyPrice) }));
  }
  sentences.push(t('why.left', { cost: amount(unservedCost) }));
  return (
    <section class="why">
      <h3>{t(row.state === 'unserved' ? 'why.title-unserved' : 'why.title')}</h3>
      <ul class="why__words">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Weighed why={why} />
    </section>
  );
}

const names = (rows: readonly PlanRow[]) => rows.map(placeName).join(', ');

/** What it hangs on, and what hangs on it. */
function Tree({ why: { row, path, branch } }: { why: PlanWhy }) {
  if (row.state === 'unserved' || (path.length === 0 && branch.settlements === 0 && row.parent === null)) return null;
  const root = path.at(-1)?.parent ?? row.parent;
  return (
    <section class="why">
      <h3>{t('why.tree')}</h3>
      <ol class="why__path">
        <li>
          <strong>{placeName(row)}</strong>{' '}
          {row.finishQuarter && <span class="muted">{quarter(row.finishQuarter)}</span>}
        </li>
        {path.map((step) => (
          <li key={textOfKey(step)}>
            {placeName(step)} {step.finishQuarter && <span class="muted">{quarter(step.finishQuarter)}</span>}
          </li>
        ))}
        {root?.type === 'node' && <li>{parentName(root)}</li>}
      </ol>
      {branch.settlements > 0 && (
        <>
          <p>{t('why.branch', { count: branch.settlements, people: people(branch.residents) })}</p>
          <details class="more">
            <summary>{t('outlook.which')}</summary>
            <p class="muted">
              {names(branch.rows)}
              {branch.settlements > branch.rows.length &&
                ` ${t('common.and-more', { count: branch.settlements - branch.rows.length })}`}
            </p>
          </details>
        </>
      )}
    </section>
  );
}
