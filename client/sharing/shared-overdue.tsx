import type { SharedOverdue } from '../../server/sharing/schema.ts';
import { nameOf, number, quarter, t } from '../i18n/index.ts';
import { operatorName, people } from '../planner/words.ts';
import type { SharedPlaces } from './places.ts';
import type { SharedScope } from './scope.ts';

const shown = 100;

interface Properties {
  overdue: SharedOverdue;
  scope: SharedScope;
  places: SharedPlaces;
}

/** What is overdue, the most days times people first: where, by whom, for how long, for what cause. */
export function SharedOverdueTable({ overdue, scope: { cause }, places }: Properties) {
  const rows = overdue.rows.filter((row) => cause === '' || (row.cause ?? 'none') === cause);
  return (
    <section class="unanswered">
      <h2>
        {t('shared.overdue')} <span class="muted">{number(rows.length)}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="muted">{t('shared.nothing-overdue')}</p>
      ) : (
        <table class="table unanswered__table">
          <thead>
            <tr>
              <th scope="col">{t('list.settlement')}</th>
              <th scope="col">{t('field.operatorCode')}</th>
              <th scope="col">{t('shared.delay')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={`${row.regionCode}:${row.code}:${row.number}`}>
                <th scope="row">
                  {nameOf(row.names)}
                  <div class="muted">{[places.ladder(row), people(row.population)].filter(Boolean).join(', ')}</div>
                </th>
                <td>
                  {operatorName(row.operatorCode)}
                  <div class="muted">{t('shared.finish', { quarter: quarter(row.finishQuarter) })}</div>
                </td>
                <td>
                  <span class="clock clock--overdue">{t('shared.days-overdue', { count: row.daysOverdue })}</span>
                  <div class="muted">{row.cause === null ? t('shared.no-cause') : t(`reason-code.${row.cause}`)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && <p class="muted">{t('common.and-more', { count: rows.length - shown })}</p>}
    </section>
  );
}
