// How what plans hold is worded, in the language of the page.
import type { PlanChoice } from '../../server/planning/answers/schema.ts';
import type { ParameterUnit } from '../../server/planning/parameters/schema.ts';
import type { PlanParent, PlanRow, PlanSummary } from '../../server/planning/plans/schema.ts';
import type { PlanObjective, PlanProblem, PlanScope } from '../../server/planning/requests/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { placeName, regionName } from './known.ts';

const million = 1e6;
const billion = 1e9;

/** An amount in short: of millions and billions two digits after the point at most. */
export function money(tenge: number | null): string {
  if (tenge === null) return '—';
  const size = Math.abs(tenge);
  if (size >= billion) return t('money.billion', { amount: number(tenge / billion, 2) });
  if (size >= million) return t('money.million', { amount: number(tenge / million, size < 100 * million ? 1 : 0) });
  return t('common.tenge', { amount: Math.round(tenge) });
}

/** An amount with its sign, so that more and less are told from each other. */
export const difference = (value: number, words: (size: number) => string): string =>
  value === 0 ? words(0) : `${value > 0 ? '+' : '−'}${words(Math.abs(value))}`;

export const personMonths = (months: number): string => t('plan-unit.person-months', { count: Math.round(months) });

/** Values in what a plan's cost and bound are told. */
export const amountIn = (unit: PlanSummary['unit']): ((value: number) => string) =>
  unit === 'tenge' ? money : personMonths;

export const percent = (value: number | null): string =>
  value === null ? '—' : t('plan.percent', { percent: number(value, value < 10 ? 2 : 1) });

export const people = (count: number): string => t('population.people', { count });

export function scopeWords(scope: PlanScope): string {
  if (scope.type === 'country') return t('plan-scope.country');
  return scope.type === 'region'
    ? regionName(scope.regionCode)
    : t('plan-scope.chosen', { count: scope.settlements.length });
}

export const objectiveWords = (objective: PlanObjective): string =>
  objective.kind === 'service'
    ? `${t('plan-objective.service')}, ${t('plan.within', { budget: money(objective.budgetTenge) })}`
    : t(`plan-objective.${objective.kind}`);

/** What a scenario is called: by its name, else by what it plans and what for. */
export const scenarioName = ({ name, request }: Pick<Scenario, 'name' | 'request'>): string =>
  name || `${scopeWords(request.scope)}: ${t(`plan-objective.${request.objective.kind}`)}`;

export const technologyName = (technology: string | null): string =>
  technology === null ? '—' : t(`plan-technology.${technology}` as 'plan-technology.fibre');

/** What a settlement hangs on; without a parent it needs none. */
export function parentName(parent: PlanParent | null): string {
  if (parent === null) return t('plan-parent.none');
  if (parent.type === 'settlement') return placeName(parent);
  return t('plan-parent.node', { name: parent.name || parent.nodeId, operator: operatorName(parent.operatorCode) });
}

/** What becomes of a settlement, in a line. */
export function rowWords(row: PlanRow): string {
  if (row.state === 'unserved') {
    return row.reason === null ? t('plan-row.unserved') : t(`unserved-reason.${row.reason}`);
  }
  return [
    row.operatorCode === null ? '—' : operatorName(row.operatorCode),
    technologyName(row.technology),
    row.finishQuarter === null ? '—' : quarter(row.finishQuarter),
  ].join(', ');
}

/** What was asked to be otherwise. */
export const choiceWords = ({ operatorCode, technology, quarter: when, parent }: PlanChoice): string =>
  [
    operatorCode && operatorName(operatorCode),
    technology && technologyName(technology),
    when && quarter(when),
    parent && t('plan-parent.from', { name: placeName(parent) }),
  ]
    .filter(Boolean)
    .join(', ');

export const unitName = (unit: ParameterUnit): string => t(`parameter-unit.${unit}`);

/** What is wrong and what to change: codes among the values are named. */
export function problemWords({ code, values }: PlanProblem): string {
  const named = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = String(value);
      if (/^operator/i.test(name)) return [name, text.split(/, ?/).map(operatorName).join(', ')];
      if (/quarter/i.test(name) && /^\d{4}-Q\d$/.test(text)) return [name, quarter(text)];
      if (name === 'parameter') return [name, t(`parameter.${text}` as 'parameter.discount-rate')];
      if (name === 'year') return [name, text];
      if (name === 'technology') return [name, technologyName(text)];
      return [name, value];
    }),
  );
  return t(`plan-problem.${code}`, named);
}
