import { number, t } from '../i18n/index.ts';
import { useMedia } from '../ui/use-media.ts';
import { bandPath, layOut, linePath, type Size, type Value } from './chart-picture.ts';

/** One line of a chart, told from the others by its colour and its dashes. */
export interface Line {
  name: string;
  manner: 1 | 2 | 3 | 'bound';
  values: readonly Value[];
}

interface Properties {
  /** What the picture shows, for whoever does not see it. */
  label: string;
  /** The places along it, in words: the first column of the table. */
  places: readonly string[];
  placeHead: string;
  /** Where along it they are; without that at equal distances. */
  at?: readonly number[];
  lines: readonly Line[];
  /** The surface between two of the lines. */
  band?: readonly [low: number, high: number];
  /** Values in short, at the edge. */
  short?(value: number): string;
  /** Values as the table has them. */
  full?(value: number): string;
}

/** Smaller on a phone, so that what is written stays as large. */
const sizeOf = (isNarrow: boolean): Size => ({ width: isNarrow ? 214 : 624, height: isNarrow ? 200 : 220 });
/** At its right half of the longest label has room. */
const margin = { left: 84, right: 52, top: 12, bottom: 36 };

/** A chart as a picture, and beneath it the same as a table. */
export function Chart({
  label,
  places,
  placeHead,
  at = [...places.keys()],
  lines,
  band,
  short = number,
  full = number,
}: Properties) {
  const size = sizeOf(useMedia('(max-width: 40rem)'));
  const layout = layOut(
    lines.flatMap(({ values }) => values),
    at,
    size,
  );
  const box = [
    -margin.left,
    -margin.top,
    size.width + margin.left + margin.right,
    size.height + margin.top + margin.bottom,
  ];
  return (
    <>
      <figure class="curve chart">
        <svg viewBox={box.join(' ')} role="img" aria-label={label}>
          {layout.levels.map(({ value, y }) => (
            <g key={value}>
              <path class="curve__level" d={`M0 ${y.toFixed(1)}H${size.width}`} />
              <text class="curve__text" text-anchor="end" x={-8} y={y + 4}>
                {short(value)}
              </text>
            </g>
          ))}
          {layout.labelled.map((i) => (
            <text key={i} class="curve__text" text-anchor="middle" x={layout.x(i)} y={size.height + 22}>
              {places[i]}
            </text>
          ))}
          {band && <path class="chart__band" d={bandPath(lines[band[0]].values, lines[band[1]].values, layout)} />}
          {lines.map(({ name, manner, values }) => (
            <path key={name} class={`curve__line chart__line chart__line--${manner}`} d={linePath(values, layout)} />
          ))}
          {lines.map(({ name, manner, values }) => {
            const last = values.findLastIndex((value) => value !== null);
            return (
              last >= 0 && (
                <circle
                  key={name}
                  class={`chart__point chart__point--${manner}`}
                  cx={layout.x(last)}
                  cy={layout.y(values[last]!)}
                  r="4"
                />
              )
            );
          })}
        </svg>
        <figcaption>
          <ul class="curve-legend">
            {lines.map(({ name, manner }) => (
              <li key={name}>
                <svg viewBox="0 0 40 10" aria-hidden="true">
                  <path class={`curve__line chart__line chart__line--${manner}`} d="M2 5H38" />
                </svg>
                {name}
              </li>
            ))}
          </ul>
        </figcaption>
      </figure>
      <details class="more">
        <summary>{t('chart.table')}</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
        <div class="wide-table" role="region" aria-label={label} tabIndex={0}>
          <table class="table figures">
            <thead>
              <tr>
                <th scope="col">{placeHead}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place, i) => (
                <tr key={i}>
                  <th scope="row">{place}</th>
                  {lines.map(({ name, values }) => (
                    <td key={name}>{values[i] === null ? '—' : full(values[i])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
