import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';

/** Crews of each operator, quarter by quarter: what is used of what there is. */
export function CrewsTable({ summary: { byOperator, byQuarter } }: { summary: PlanSummary }) {
  return (
    <details class="more">
      <summary>{t('crews.title')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={t('crews.title')} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t('field.operatorCode')}</th>
              {byQuarter.map((at) => (
                <th key={at.quarter} scope="col">
                  {quarter(at.quarter)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byOperator.map(({ operatorCode, crews }) => (
              <tr key={operatorCode}>
                <th scope="row">{operatorName(operatorCode)}</th>
                {byQuarter.map((at) => {
                  const there = crews.find((one) => one.quarter === at.quarter);
                  const isFull = there?.available != null && there.used >= there.available - 0.05;
                  return (
                    <td key={at.quarter} class={isFull ? 'crews-table__full' : undefined}>
                      {there === undefined || there.used === 0 ? '—' : number(there.used)}
                      {there?.available != null && <span class="muted"> / {number(there.available)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
