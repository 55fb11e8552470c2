import { useState } from 'preact/hooks';
import type { RowDifference } from '../../server/planning/plans/schema.ts';
import { t } from '../i18n/index.ts';
import { textOfKey } from './address.ts';
import { placeName } from './known.ts';
import { people, rowWords } from './words.ts';

const pageSize = 25;

/** Who is connected otherwise in one plan than in another: before and after. */
export function Differences({ rows, total }: { rows: readonly RowDifference[]; total: number }) {
  const [pages, setPages] = useState(1);
  const shown = rows.slice(0, pages * pageSize);
  if (rows.length === 0) return null;
  return (
    <>
      <table class="table row-list differences">
        <thead>
          <tr>
            <th scope="col">{t('list.settlement')}</th>
            <th scope="col">{t('differences.before')}</th>
            <th scope="col">{t('differences.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={textOfKey(row)}>
              <th scope="row">
                {placeName(row)} <small class="muted">{people(row.before.residents)}</small>
              </th>
              <td>
                <span class="row-label">{t('differences.before')}: </span>
                {rowWords(row.before)}
              </td>
              <td>
                <span class="row-label">{t('differences.after')}: </span>
                {rowWords(row.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p>
          <button type="button" class="button button--small" onClick={() => setPages(pages + 1)}>
            {t('planning.more')}
          </button>
        </p>
      )}
      {total > rows.length && shown.length === rows.length && (
        <p class="muted">{t('common.and-more', { count: total - rows.length })}</p>
      )}
    </>
  );
}
