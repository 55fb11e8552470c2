import type { ContradictionRow } from '../../server/contradictions/schema.ts';
import { date, nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import {
  challengeAddress,
  confidenceText,
  downloadText,
  placeAddress,
  residentsText,
  withoutAddress,
} from './words.ts';

interface Properties {
  rows: readonly ContradictionRow[];
  operatorName(code: string | null): string;
  regionName(code: string): string;
}

/** What is said and by whom, what was found, and how sure that is. */
export function ContradictionTable({ rows, operatorName, regionName }: Properties) {
  const mayChallenge = viewer.value!.role !== 'operator';
  return (
    <table id="contradiction-rows" class="table row-list">
      <thead>
        <tr>
          <th scope="col">{t('list.settlement')}</th>
          <th scope="col">{t('contradictions.said')}</th>
          <th scope="col">{t('contradictions.found')}</th>
          <th scope="col">{t('contradictions.confidence')}</th>
          {mayChallenge && (
            <th scope="col" class="figures__ask">
              <span class="visually-hidden">{t('contradictions.challenge')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={[row.regionCode, row.code, row.operatorCode, row.technology, row.by].join(':')}>
            <th scope="row">
              <a href={placeAddress(row)}>{nameOf(row.names)}</a>
              <div class="muted">{regionName(row.regionCode)}</div>
              <div class="muted">{residentsText(row.population)}</div>
            </th>
            <td>
              <span class="row-label">{t('contradictions.said')}: </span>
              {operatorName(row.operatorCode)}
              <div class="muted">
                {[row.technology && t(`technology.${row.technology}`), downloadText(row.download)]
                  .filter(Boolean)
                  .join(', ')}
              </div>
            </td>
            <td>
              <span class="row-label">{t('contradictions.found')}: </span>
              {downloadText(row.found)}
              <div class="muted">
                {row.by === 'inspection'
                  ? t('kind.inspection')
                  : `${t('evidence.tests', { count: row.tests ?? 0 })}, ${t('evidence.devices', { count: row.devices ?? 0 })}`}
                {row.latest && `, ${date(row.latest)}`}
              </div>
            </td>
            <td>
              <span class="row-label">{t('contradictions.confidence')}: </span>
              {row.confidence === null ? t('contradictions.inspected') : confidenceText(row.confidence)}
            </td>
            {mayChallenge && (
              <td class="figures__ask">
                <a class="button button--small" href={challengeAddress(row)}>
                  {t('contradictions.challenge')}
                  <span class="visually-hidden">: {nameOf(row.names)}</span>
                </a>{' '}
                <a class="button button--small" href={withoutAddress(row)}>
                  {t('evidence.what-if')}
                  <span class="visually-hidden">: {nameOf(row.names)}</span>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
