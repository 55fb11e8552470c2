import type { PlanWhy, WeighedChoice } from '../../server/planning/answers/schema.ts';
import { quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { amountIn, money, parentName, technologyName } from './words.ts';

/** What was chosen and what else could be, each with all that makes up its price. */
export function Weighed({ why: { chosen, others, unit } }: { why: PlanWhy }) {
  const all = [...(chosen === null ? [] : [chosen]), ...others];
  if (all.length === 0) return <p class="muted">{t('weighed.none')}</p>;
  const amount = amountIn(unit);
  return (
    <details class="more">
      <summary>{t('weighed.title', { count: all.length })}</summary>
      <ul class="plain weighed">
        {all.map((choice, i) => (
          <li key={i} class={choice === chosen ? 'weighed__one weighed__one--chosen' : 'weighed__one'}>
            <p>
              <strong>
                {operatorName(choice.operatorCode)}, {technologyName(choice.technology)}, {quarter(choice.quarter)}
              </strong>{' '}
              {choice === chosen && <span class="badge">{t('weighed.chosen')}</span>}
            </p>
            <p class="muted">{parentName(choice.parent)}</p>
            <Price choice={choice} amount={amount} unit={unit} />
            {choice.obstacle && <p class="weighed__obstacle">{t(`plan-obstacle.${choice.obstacle}`)}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PriceProperties {
  choice: WeighedChoice;
  amount(value: number): string;
  unit: PlanWhy['unit'];
}

/** Of what a price is made up; what is nothing is left out. */
function Price({ choice, amount, unit }: PriceProperties) {
  const { costTenge, accessFeeTenge, waiting, lateness, crewPrice, subsidyPrice, total } = choice;
  const parts: [string, number, (value: number) => string][] = [
    [t('why.cost'), costTenge, money],
    [t('why.access-fee'), accessFeeTenge, money],
    [t('weighed.waiting'), waiting, amount],
    [t('weighed.lateness'), lateness, amount],
    [t('weighed.crews'), crewPrice, amount],
    [t('weighed.subsidy'), subsidyPrice, amount],
  ];
  return (
    <dl class="weighed__price">
      {parts
        .filter(([, value]) => value !== 0)
        .map(([term, value, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words(value)}</dd>
          </div>
        ))}
      <div class="weighed__total">
        <dt>{t(unit === 'tenge' ? 'weighed.total' : 'weighed.total-service')}</dt>
        <dd>{amount(total)}</dd>
      </div>
    </dl>
  );
}
