import { number, t } from '../i18n/index.ts';
import { isActionable } from './acting.ts';
import { RowItem } from './row-item.tsx';
import type { Row } from './rows.ts';
import { isSelected, select } from './selection.ts';

interface Properties {
  id: string;
  title: string;
  rows: readonly Row[];
  /** What is said where there are none; without it the section is then left out. */
  empty?: string;
  /** Closed until it is asked for. */
  closed?: boolean;
}

/** One section of a schedule with its count; all that can be acted upon is selected at one tick. */
export function RowSection({ id, title, rows, empty, closed = false }: Properties) {
  if (rows.length === 0 && empty === undefined) return null;
  return (
    <details class="schedule-section" id={id} open={!closed}>
      <summary>
        <h2>{title}</h2> <span class="schedule-section__count">{number(rows.length)}</span>
      </summary>
      {rows.length === 0 && <p class="muted">{empty}</p>}
      <SelectAll title={title} rows={rows.filter(isActionable)} />
      <ul class="commitments">
        {rows.map((row) => (
          <RowItem key={`${row.regionCode}:${row.code}:${row.number}`} row={row} />
        ))}
      </ul>
    </details>
  );
}

function SelectAll({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length < 2) return null;
  const chosen = rows.filter(isSelected).length;
  return (
    <label class="commitment__choice">
      <input
        type="checkbox"
        checked={chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={({ currentTarget }) => select(rows, currentTarget.checked)}
      />
      <span>
        {t('schedules.select-all', { count: rows.length })} <span class="visually-hidden">{title}</span>
      </span>
    </label>
  );
}
