import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { Wrong } from './checked-field.tsx';
import { GapCurve } from './running.tsx';
import { money, objectiveWords, scopeWords, technologyName } from './words.ts';

/** What the plan was made from, how it was found, and by what it can be found again. */
export function ConditionsTab({ scenario, summary }: { scenario: Scenario; summary: PlanSummary }) {
  const { request, problems, inputHash } = scenario;
  const { valid, hash, seconds } = summary;
  const none = t('plan.no-limit');
  const facts: Fact[] = [
    [t('propose.scope'), scopeWords(request.scope)],
    [t('propose.objective'), objectiveWords(request.objective)],
    [t('propose.first'), request.firstQuarter === null ? t('conditions.next') : quarter(request.firstQuarter)],
    [t('propose.quarters'), number(request.quarters)],
    [t('propose.technologies'), request.technologies.map(technologyName).join(', ')],
    [
      t('propose.operators'),
      request.operators === null ? t('conditions.all') : request.operators.map(operatorName).join(', '),
    ],
    [
      t('propose.crews'),
      request.crews.length === 0
        ? t('conditions.capacities')
        : request.crews
            .map(
              ({ operatorCode, perQuarter }) =>
                `${operatorName(operatorCode)}: ${perQuarter === null ? none : number(perQuarter)}`,
            )
            .join('; '),
    ],
    [t('propose.subsidy-of-year'), request.subsidyPerYear === null ? none : money(request.subsidyPerYear)],
    ...request.subsidy.map(({ year, tenge }): [string, string] => [
      t('plan-limit.subsidy', { year: String(year) }),
      money(tenge),
    ]),
    [t('propose.open-access'), t(request.openAccess ? 'conditions.yes' : 'conditions.no')],
    [t('propose.served-parents'), t(request.servedAsParents ? 'conditions.yes' : 'conditions.no')],
    [
      t('propose.floor'),
      request.floor === null
        ? t('conditions.no')
        : `${t('plan.percent', { percent: number(request.floor.share * 100) })}, ${quarter(request.floor.quarter)}`,
    ],
    ...Object.entries(request.parameters).map(([code, value]): [string, string] => [
      t(`parameter.${code}` as 'parameter.discount-rate'),
      number(value, 6),
    ]),
  ];
  return (
    <>
      <section class="panel">
        <h3>{t('conditions.title')}</h3>
        <Facts facts={facts} />
        {problems.length > 0 && (
          <>
            <h4>{t('conditions.warnings')}</h4>
            <Wrong problems={problems} />
          </>
        )}
      </section>
      <section class="panel">
        <h3>{t('conditions.found')}</h3>
        <p>
          {t(valid ? 'conditions.valid' : 'conditions.invalid')} {t('conditions.seconds', { seconds: number(seconds) })}
        </p>
        <GapCurve scenario={scenario} />
        <p class="muted">{t('conditions.relative')}</p>
        <Facts
          facts={[
            [t('conditions.input-hash'), <code>{inputHash}</code>],
            [t('conditions.plan-hash'), <code>{hash}</code>],
            [t('conditions.seed'), number(request.seed)],
          ]}
        />
      </section>
    </>
  );
}
