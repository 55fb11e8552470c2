import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import type { ScenarioComparison } from '../../server/planning/scenarios/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { view } from './address.ts';
import { Chart, type Line } from './chart.tsx';
import { Differences } from './differences.tsx';
import { meet, regionName } from './known.ts';
import { PlaceLink } from './place-link.tsx';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { money, objectiveWords, percent, personMonths, scenarioName, scopeWords, technologyName } from './words.ts';

type Compared = ScenarioComparison['scenarios'][number] & { summary: PlanSummary };

async function read(ids: readonly string[]): Promise<ScenarioComparison> {
  const comparison = await planningService.compare(ids);
  await meet(comparison.differences.flatMap(({ rows }) => rows)).catch(() => {});
  return comparison;
}

/** Two or three scenarios side by side, and in what the others differ from the first. */
export function ComparisonPanel() {
  const { compared } = view.value;
  const { value, problem, again } = useReading(compared.join(), () => read(compared));
  return (
    <>
      <header class="scenario-head">
        <p>
          <PlaceLink to={{ compared }}>{t('scenarios.all')}</PlaceLink>
        </p>
        <h2 class="coverage__place">{t('comparison.title')}</h2>
      </header>
      {problem !== null && <ProblemNotice problem={problem} what="comparison.failed" retry={again} />}
      {value === null && problem === null && <Skeleton />}
      {value !== null && <SideBySide comparison={value} />}
    </>
  );
}

function SideBySide({ comparison: { scenarios, differences } }: { comparison: ScenarioComparison }) {
  const there = scenarios.filter((one): one is Compared => one.summary !== null);
  if (there.length === 0) return <p class="empty">{t('comparison.none')}</p>;
  return (
    <>
      <section class="panel">
        <h3>{t('comparison.figures')}</h3>
        <Figures scenarios={there} />
      </section>
      <section class="panel">
        <h3>{t('residents.title')}</h3>
        <Curves scenarios={there} />
      </section>
      <Parts
        title={t('parts.by-region')}
        head={t('filter.region')}
        scenarios={there}
        parts={({ byRegion }) =>
          byRegion.map(({ regionCode, ...figures }) => ({ name: regionName(regionCode), ...figures }))
        }
      />
      <Parts
        title={t('parts.by-operator')}
        head={t('field.operatorCode')}
        scenarios={there}
        parts={({ byOperator }) =>
          byOperator.map(({ operatorCode, ...figures }) => ({ name: operatorName(operatorCode), ...figures }))
        }
      />
      <Parts
        title={t('parts.by-technology')}
        head={t('field.technology')}
        scenarios={there}
        parts={({ byTechnology }) =>
          byTechnology.map(({ technology, ...figures }) => ({ name: technologyName(technology), ...figures }))
        }
      />
      {differences.map((difference) => {
        const other = there.find(({ id }) => id === difference.id);
        return (
          other && (
            <section key={difference.id} class="panel">
              <h3>{t('comparison.against', { first: scenarioName(there[0]), other: scenarioName(other) })}</h3>
              <p>
                {t('comparison.differ', {
                  served: difference.served,
                  operator: difference.operator,
                  technology: difference.technology,
                  quarter: difference.quarter,
                })}
              </p>
              <Differences rows={difference.rows} total={difference.rows.length} />
            </section>
          )
        );
      })}
    </>
  );
}

type Row = [term: string, of: (one: Compared) => string];

const rows = (): Row[] => [
  [t('propose.scope'), ({ request }) => scopeWords(request.scope)],
  [t('propose.objective'), ({ request }) => objectiveWords(request.objective)],
  [
    t('figure.connected'),
    ({ summary }) => t('plan.of', { part: number(summary.planned.settlements), all: number(summary.settlements) }),
  ],
  [t('figure.residents'), ({ summary }) => number(summary.planned.residents)],
  [t('figure.unserved'), ({ summary }) => number(summary.unserved.settlements)],
  [t('figure.cost'), ({ summary }) => money(summary.planned.costTenge)],
  [t('figure.subsidy'), ({ summary }) => money(summary.planned.subsidyTenge)],
  [t('figure.waiting'), ({ summary }) => personMonths(summary.personMonths)],
  [t('figure.gap'), ({ summary }) => percent(summary.gapPercent)],
];

function Figures({ scenarios }: { scenarios: readonly Compared[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div class="wide-table" role="region" aria-label={t('comparison.figures')} tabIndex={0}>
      <table class="table figures comparison">
        <thead>
          <tr>
            <th scope="col">{t('comparison.figure')}</th>
            {scenarios.map((one) => (
              <th key={one.id} scope="col">
                <PlaceLink to={{ scenario: one.id }}>{scenarioName(one)}</PlaceLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows().map(([term, of]) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              {scenarios.map((one) => (
                <td key={one.id}>{of(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Residents with service by the end of each quarter; beyond its horizon a plan connects nobody. */
function Curves({ scenarios }: { scenarios: readonly Compared[] }) {
  const quarters = [
    ...new Set(scenarios.flatMap(({ summary }) => summary.byQuarter.map((at) => at.quarter))),
  ].toSorted();
  return (
    <Chart
      label={t('residents.title')}
      placeHead={t('residents.quarter')}
      places={quarters.map((one) => quarter(one))}
      lines={scenarios.map((one, i): Line => {
        const byQuarter = new Map(one.summary.byQuarter.map((at) => [at.quarter, at.residentsSoFar]));
        return {
          name: scenarioName(one),
          manner: ([1, 2, 3] as const)[i],
          values: quarters.map((at) => byQuarter.get(at) ?? null),
        };
      })}
    />
  );
}

interface Part {
  name: string;
  settlements: number;
  costTenge: number;
}

interface PartsProperties {
  title: string;
  head: string;
  scenarios: readonly Compared[];
  parts(summary: PlanSummary): Part[];
}

/** How many each scenario connects in each part, and for how much. */
function Parts({ title, head, scenarios, parts }: PartsProperties) {
  const all = scenarios.map(({ summary }) => new Map(parts(summary).map((part) => [part.name, part])));
  const names = [...new Set(all.flatMap((one) => [...one.keys()]))];
  return (
    <section class="panel">
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={title} tabIndex={0}>
        <table class="table figures comparison">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {scenarios.map((one) => (
                <th key={one.id} scope="col">
                  {scenarioName(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {all.map((one, i) => {
                  const part = one.get(name);
                  return (
                    <td key={scenarios[i].id}>
                      {part === undefined ? '—' : number(part.settlements)}
                      {part && <small class="muted">{money(part.costTenge)}</small>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
