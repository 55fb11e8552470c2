import type { PlanRow, PlanSummary } from '../../server/planning/plans/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { Chart } from './chart.tsx';
import { CrewsTable } from './crews-table.tsx';
import { FigureTable } from './figure-table.tsx';
import { regionName } from './known.ts';
import { Limits } from './limits.tsx';
import { Unserved } from './unserved.tsx';
import { money, technologyName } from './words.ts';

interface Properties {
  scenario: Scenario;
  summary: PlanSummary;
  /** Empty until they have come. */
  rows: readonly PlanRow[];
}

/** Residents that commitments alone serve by the end of each quarter. */
export function committedSoFar({ byQuarter }: PlanSummary, rows: readonly PlanRow[]): number[] {
  const committed = rows.filter(({ state }) => state === 'committed');
  return byQuarter.map((at) =>
    committed
      .filter(({ finishQuarter }) => finishQuarter !== null && finishQuarter <= at.quarter)
      .reduce((sum, { residents }) => sum + residents, 0),
  );
}

/** The figures of a plan: who is connected by when, where, by whom; who is left and which limit binds. */
export function FiguresTab({ scenario, summary, rows }: Properties) {
  const { byQuarter, byRegion, byOperator, byTechnology, byYear, committed } = summary;
  const hasCommitted = committed.settlements > 0;
  return (
    <>
      <div class="planning__chart">
        <section class="panel">
          <h3>{t('residents.title')}</h3>
          <Chart
            label={t('residents.title')}
            placeHead={t('residents.quarter')}
            places={byQuarter.map((at) => quarter(at.quarter))}
            lines={[
              { name: t('residents.plan'), manner: 1, values: byQuarter.map(({ residentsSoFar }) => residentsSoFar) },
              ...(hasCommitted
                ? [{ name: t('residents.committed'), manner: 'bound' as const, values: committedSoFar(summary, rows) }]
                : []),
            ]}
            band={hasCommitted ? [1, 0] : undefined}
          />
        </section>
        <Unserved summary={summary} />
      </div>
      <Limits scenario={scenario} summary={summary} />
      <section class="panel">
        <h3>{t('parts.by-region')}</h3>
        <FigureTable
          head={t('filter.region')}
          rows={byRegion.map(({ regionCode, settlements, residents, costTenge, subsidyTenge, unserved }) => ({
            name: regionName(regionCode),
            to: { tab: 'settlements', region: regionCode },
            cells: [settlements, residents, money(costTenge), money(subsidyTenge), unserved.settlements],
          }))}
          columns={[
            t('figure.settlements'),
            t('figure.residents'),
            t('figure.cost'),
            t('figure.subsidy'),
            t('figure.unserved'),
          ]}
        />
      </section>
      <section class="panel">
        <h3>{t('parts.by-operator')}</h3>
        <FigureTable
          head={t('field.operatorCode')}
          rows={byOperator.map(({ operatorCode, settlements, residents, costTenge, subsidyTenge, kilometres }) => ({
            name: operatorName(operatorCode),
            to: { tab: 'settlements', operator: operatorCode },
            cells: [
              settlements,
              residents,
              money(costTenge),
              money(subsidyTenge),
              t('plan.kilometres', { count: number(kilometres, 0) }),
            ],
          }))}
          columns={[
            t('figure.settlements'),
            t('figure.residents'),
            t('figure.cost'),
            t('figure.subsidy'),
            t('figure.length'),
          ]}
        />
        <CrewsTable summary={summary} />
      </section>
      <div class="planning__both">
        <section class="panel">
          <h3>{t('parts.by-technology')}</h3>
          <FigureTable
            head={t('field.technology')}
            rows={byTechnology.map(({ technology, settlements, costTenge }) => ({
              name: technologyName(technology),
              to: { tab: 'settlements', technology },
              cells: [settlements, money(costTenge)],
            }))}
            columns={[t('figure.settlements'), t('figure.cost')]}
          />
        </section>
        <section class="panel">
          <h3>{t('parts.by-year')}</h3>
          <FigureTable
            head={t('parts.year')}
            rows={byYear.map(({ year, subsidyTenge, availableTenge }) => ({
              name: String(year),
              cells: [money(subsidyTenge), availableTenge === null ? t('plan.no-limit') : money(availableTenge)],
            }))}
            columns={[t('figure.subsidy'), t('parts.available')]}
          />
        </section>
      </div>
    </>
  );
}
