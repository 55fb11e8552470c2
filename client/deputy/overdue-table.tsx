import type { OverdueRow } from '../../server/reports/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';
import { AskLink } from '../inquiries/ask-link.tsx';
import { causeOf } from './overdue.ts';
import { MoreRows, usePages } from './pages.tsx';
import { causeName, people } from './words.ts';

interface Properties {
  rows: readonly OverdueRow[];
  operatorName(code: string): string;
  placeName(row: OverdueRow): string;
}

/** The most days × people first: where, by whom, since when, why, and who answers for it. */
export function OverdueTable({ rows, operatorName, placeName }: Properties) {
  const { shown, more } = usePages(rows);
  return (
    <>
      <table id="overdue-rows" class="table row-list">
        <thead>
          <tr>
            <th scope="col">{t('list.settlement')}</th>
            <th scope="col">{t('field.operatorCode')}</th>
            <th scope="col">{t('overdue.delay')}</th>
            <th scope="col">{t('overdue.cause')}</th>
            <th scope="col">{t('field.responsibleOfficer')}</th>
            <th scope="col" class="figures__ask">
              <span class="visually-hidden">{t('inquiry.ask')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.regionCode}:${row.code}:${row.number}`}>
              <th scope="row">
                {nameOf(row.names)}
                <div class="muted">{placeName(row)}</div>
                <div class="muted">{people(row.population)}</div>
              </th>
              <td>
                {operatorName(row.operatorCode)}
                <div class="muted">
                  {t(`technology.${row.technology}`)}, {t(`stage.${row.stage}`)}
                </div>
              </td>
              <td>
                <strong>{t('overdue.days', { count: row.daysOverdue })}</strong>
                <div class="muted">{t('overdue.due', { date: date(row.deadline) })}</div>
                {row.daysStopped > 0 && <div class="muted">{t('overdue.stopped', { count: row.daysStopped })}</div>}
                {row.personDays !== null && (
                  <div class="muted">{t('overdue.person-days', { count: number(row.personDays) })}</div>
                )}
              </td>
              <td>
                <Cause row={row} />
              </td>
              <td>
                <span class="row-label">{t('field.responsibleOfficer')}: </span>
                {row.responsibleOfficer || t('common.none')}
              </td>
              <td class="figures__ask">
                <AskLink
                  about={{
                    region: row.regionCode,
                    settlement: row.code,
                    number: String(row.number),
                    operator: row.operatorCode,
                    figure: t('overdue.days', { count: row.daysOverdue }),
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows shown={shown.length} total={rows.length} more={more} />
    </>
  );
}

function Cause({ row }: { row: OverdueRow }) {
  const { cause } = row;
  return (
    <>
      <span class="row-label">{t('overdue.cause')}: </span>
      {causeName(causeOf(row))}
      {cause !== null && <div>{t('overdue.owed-by', { party: t(`owing-party.${cause.owedBy}`) })}</div>}
      {cause !== null && cause.text !== '' && <div class="muted">{cause.text}</div>}
    </>
  );
}
