import { quartersBetween } from '../../server/calendar/quarters.ts';
import type { Quarter } from '../../server/calendar/schema.ts';
import { nameOf, number, quarter, t } from '../i18n/index.ts';
import { programme } from '../store/state.ts';
import { MarkIcon } from '../ui/mark-icon.tsx';
import { idOf, markOfRow, type Row } from './rows.ts';

/** What happens in a quarter; null where nothing does. */
export function workIn({ startQuarter, finishQuarter }: Row, at: Quarter): 'start' | 'work' | 'finish' | null {
  if (at < startQuarter || at > finishQuarter) return null;
  if (at === finishQuarter) return 'finish';
  return at === startQuarter ? 'start' : 'work';
}

/** All quarters from the first start, or this one, to the last finish. */
export function quartersOf(rows: readonly Row[], current: Quarter): Quarter[] {
  const starts = [current, ...rows.map(({ startQuarter }) => startQuarter)].toSorted();
  const finishes = [current, ...rows.map(({ finishQuarter }) => finishQuarter)].toSorted();
  return quartersBetween(starts[0], finishes.at(-1)!);
}

/** The schedule as a table: a row a settlement, a column a quarter. It scrolls by itself, its names stay. */
export function Timeline({ rows }: { rows: readonly Row[] }) {
  const current = programme.value!.currentQuarter;
  const columns = quartersOf(rows, current);
  const sorted = rows.toSorted((a, b) => (a.finishQuarter < b.finishQuarter ? -1 : 1));
  if (rows.length === 0) return <p class="empty">{t('schedules.empty')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div class="timeline" role="region" aria-label={t('timeline.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('list.settlement')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" aria-current={column === current ? 'date' : undefined}>
                {quarter(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={idOf(row)}>
              <th scope="row">
                <MarkIcon mark={markOfRow(row, current)} />
                <span>
                  {nameOf(row.names)}
                  <small class="muted">
                    {t(`technology.${row.technology}`)}, {t(`stage.${row.stage}`)}
                  </small>
                </span>
              </th>
              {columns.map((column) => {
                const work = workIn(row, column);
                return (
                  <td key={column} class={work === null ? undefined : `timeline__${work}`}>
                    {work !== null && <span>{t(`timeline.${work}`)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('timeline.finishing')}</th>
            {columns.map((column) => (
              <td key={column}>{number(rows.filter(({ finishQuarter }) => finishQuarter === column).length)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
