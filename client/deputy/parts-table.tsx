import type { Coverage, PartFigures } from '../../server/reports/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import type { Way } from './address.ts';
import { type Column, columns } from './columns.ts';
import { codeOf, inOrder, type PlaceFigures } from './figures.ts';
import { ViewLink } from './view-link.tsx';
import { percent } from './words.ts';

interface Properties {
  rows: Coverage['rows'];
  /** Of all the rows together. */
  total: PlaceFigures;
  way: Way;
  point(code: string | null): void;
}

const partName = ({ names }: PartFigures) => (names === null ? t('parts.no-district') : nameOf(names));

/** The regions or districts with their figures: what the picture shows, to be sorted, read and gone through by keys. */
export function PartsTable({ rows, total, way, point }: Properties) {
  const { region, district, measure, order } = way.at;
  const inRegion = region !== '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div class="wide-table" role="region" aria-label={t('parts.table')} tabIndex={0}>
      <table id="parts" class="table figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} column={column} way={way} />
            ))}
          </tr>
        </thead>
        <tbody onMouseLeave={() => point(null)}>
          {inOrder(rows, order, measure, partName).map((row) => {
            const code = codeOf(row, inRegion);
            return (
              <tr
                key={code}
                aria-current={inRegion && code === district ? 'true' : undefined}
                onMouseEnter={() => point(code)}
                onFocusIn={() => point(code)}
              >
                <th scope="row">
                  {code === null ? (
                    partName(row)
                  ) : (
                    <ViewLink way={way} to={inRegion ? { district: code } : { region: code }}>
                      {partName(row)}
                    </ViewLink>
                  )}
                </th>
                <Figures figures={row} way={way} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('parts.total')}</th>
            <Figures figures={total} way={way} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Heading({ column, way }: { column: Column; way: Way }) {
  const { by, descending } = way.at.order;
  const isSorted = by === column;
  // Names and shares begin with the least, all else with the most.
  const first = column !== 'name' && column !== 'share';
  const next = isSorted ? !descending : first;
  return (
    <th scope="col" aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => way.go({ order: { by: column, descending: next } })}>
        {t(column === 'name' ? `part-column.${way.at.region === '' ? 'region' : 'district'}` : `part-column.${column}`)}
        <span class={`figures__order ${isSorted ? `figures__order--${descending ? 'down' : 'up'}` : ''}`} />
      </button>
    </th>
  );
}

function Figures({ figures, way }: { figures: PlaceFigures; way: Way }) {
  const { measure } = way.at;
  return (
    <>
      <td>{number(figures.counted[measure])}</td>
      <td>{number(figures.served[measure])}</td>
      <td>
        <strong>{percent(figures.share[measure])}</strong>
      </td>
      <td>{number(figures.flagged[measure])}</td>
      <td>{number(figures.overdue[measure])}</td>
    </>
  );
}
