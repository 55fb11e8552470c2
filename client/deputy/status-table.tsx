import { number, t } from '../i18n/index.ts';
import { statuses } from '../store/vocabulary.ts';
import type { PlaceFigures } from './figures.ts';

/** Every settlement of the place by its status, those too small for the programme among them. */
export function StatusTable({ figures: { byStatus, all } }: { figures: PlaceFigures }) {
  return (
    <details class="more">
      <summary>{t('by-status.title')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={t('by-status.title')} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t('filter.status')}</th>
              <th scope="col">{t('measure.settlements')}</th>
              <th scope="col">{t('measure.residents')}</th>
            </tr>
          </thead>
          <tbody>
            {statuses.map((status) => (
              <tr key={status}>
                <th scope="row">{t(`status.${status}`)}</th>
                <td>{number(byStatus[status].settlements)}</td>
                <td>{number(byStatus[status].residents)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('parts.total')}</th>
              <td>{number(all.settlements)}</td>
              <td>{number(all.residents)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
