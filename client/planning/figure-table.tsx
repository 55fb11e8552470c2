import { number, t } from '../i18n/index.ts';
import { type PlanningView, view } from './address.ts';
import { PlaceLink } from './place-link.tsx';

interface Properties {
  head: string;
  columns: readonly string[];
  rows: readonly {
    name: string;
    /** The settlements that it counts. */
    to?: Partial<PlanningView>;
    cells: readonly (number | string)[];
  }[];
}

/** Figures by a part of the plan, each part leading to its settlements. */
export function FigureTable({ head, columns, rows }: Properties) {
  if (rows.length === 0) return <p class="muted">{t('parts.none')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div class="wide-table" role="region" aria-label={head} tabIndex={0}>
      <table class="table figures">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, to, cells }) => (
            <tr key={name}>
              <th scope="row">
                {to === undefined ? name : <PlaceLink to={{ scenario: view.value.scenario, ...to }}>{name}</PlaceLink>}
              </th>
              {cells.map((cell, i) => (
                <td key={i}>{typeof cell === 'number' ? number(cell) : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
