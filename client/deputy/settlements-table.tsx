import type { ReportSettlement } from '../../server/reports/schema.ts';
import { nameOf, quarter, t } from '../i18n/index.ts';
import { AskLink } from '../inquiries/ask-link.tsx';
import { people } from './words.ts';

interface Properties {
  rows: readonly ReportSettlement[];
  operatorName(code: string): string;
  placeName(row: ReportSettlement): string;
}

/** Settlements with their status, and who is to connect them by when. */
export function SettlementsTable({ rows, operatorName, placeName }: Properties) {
  return (
    <table id="settlement-rows" class="table row-list">
      <thead>
        <tr>
          <th scope="col">{t('list.settlement')}</th>
          <th scope="col">{t('filter.status')}</th>
          <th scope="col">{t('assignments.title')}</th>
          <th scope="col" class="figures__ask">
            <span class="visually-hidden">{t('inquiry.ask')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.regionCode}:${row.code}`}>
            <th scope="row">
              {nameOf(row.names)}
              <div class="muted">{placeName(row)}</div>
              <div class="muted">{people(row.population)}</div>
            </th>
            <td>{t(`status.${row.status ?? 'unknown'}`)}</td>
            <td>
              {row.assignments.length === 0 && <span class="muted">{t('assignments.none')}</span>}
              {row.assignments.map((assignment) => (
                <div key={assignment.number}>
                  {operatorName(assignment.operatorCode)}, {quarter(assignment.finishQuarter)}
                  <div class="muted">
                    {t(`technology.${assignment.technology}`)}, {t(`stage.${assignment.stage}`)}
                  </div>
                </div>
              ))}
            </td>
            <td class="figures__ask">
              <AskLink about={{ region: row.regionCode, settlement: row.code }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
