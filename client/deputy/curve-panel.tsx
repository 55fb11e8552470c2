import type { Curve } from '../../server/reports/schema.ts';
import { date, number, quarter, t } from '../i18n/index.ts';
import { useMedia } from '../ui/use-media.ts';
import type { Measure } from './address.ts';
import { lineNames, pictureOf, type ProgressPicture, progressRows } from './progress.ts';

/** Smaller on a phone, so that what is written stays as large. */
const sizeOf = (isNarrow: boolean) => ({ width: isNarrow ? 230 : 640, height: 240 });
const margin = { left: 88, right: 62, top: 24, bottom: 36 };

interface Properties {
  curve: Curve;
  measure: Measure;
  targetDate: string | null;
}

/** Planned, forecast and actual against the target: as a picture, and beneath it the same as a table. */
export function CurvePanel({ curve, measure, targetDate }: Properties) {
  const size = sizeOf(useMedia('(max-width: 40rem)'));
  return (
    <section class="panel">
      <h3>
        {t('curve.title')}: {t(`measure.${measure}`)}
      </h3>
      {curve.quarters.length === 0 ? (
        <p class="muted">{t('curve.empty')}</p>
      ) : (
        <>
          <figure class="curve">
            <Picture
              size={size}
              picture={pictureOf(curve, measure, targetDate, size)}
              counted={curve.counted[measure]}
              targetDate={targetDate}
            />
            <figcaption>
              <ul class="curve-legend">
                {[...lineNames, 'target' as const].map((name) => (
                  <li key={name}>
                    <svg viewBox="0 0 40 10" aria-hidden="true">
                      <path class={`curve__line curve__line--${name}`} d="M2 5H38" />
                    </svg>
                    {t(`curve.${name}`)}
                  </li>
                ))}
              </ul>
            </figcaption>
          </figure>
          <p class="muted">{t('curve.before', { before: number(curve.servedBefore[measure]) })}</p>
          <CurveTable curve={curve} measure={measure} />
        </>
      )}
    </section>
  );
}

interface PictureProperties {
  picture: ProgressPicture;
  /** What the target is. */
  counted: number;
  targetDate: string | null;
  size: { width: number; height: number };
}

const pathOf = (points: readonly { x: number; y: number }[]) =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;

function Picture({ picture, counted, targetDate, size }: PictureProperties) {
  const { lines, levels, quarters, target, now } = picture;
  const box = `${-margin.left} ${-margin.top} ${size.width + margin.left + margin.right} ${size.height + margin.top + margin.bottom}`;
  return (
    <svg viewBox={box} role="img" aria-label={t('curve.label')}>
      {levels.map(({ y, value }) => (
        <g key={value}>
          <path class="curve__level" d={`M0 ${y.toFixed(1)}H${size.width}`} />
          {Math.abs(y - target) > 14 && (
            <text class="curve__text" text-anchor="end" x={-8} y={y + 4}>
              {number(value)}
            </text>
          )}
        </g>
      ))}
      <text class="curve__text curve__text--target" text-anchor="end" x={-8} y={target + 4}>
        {number(counted)}
      </text>
      {quarters.map(({ x, quarter: one, labelled }) => (
        <g key={one}>
          <path class="curve__level" d={`M${x.toFixed(1)} ${size.height}v5`} />
          {labelled && (
            <text class="curve__text" text-anchor="middle" x={x} y={size.height + 22}>
              {quarter(one)}
            </text>
          )}
        </g>
      ))}
      {now !== null && <Upright x={now} text={t('curve.now')} kind="now" size={size} />}
      {picture.targetDate !== null && (
        <Upright x={picture.targetDate} text={date(targetDate!)} kind="target" size={size} />
      )}
      <path class="curve__line curve__line--target" d={`M0 ${target.toFixed(1)}H${size.width}`} />
      {lineNames.map((name) => (
        <path key={name} class={`curve__line curve__line--${name}`} d={pathOf(lines[name])} />
      ))}
      {lines.actual.map(({ x, y }, i) => (
        <circle key={i} class="curve__point" cx={x} cy={y} r="3.5" />
      ))}
    </svg>
  );
}

interface UprightProperties {
  x: number;
  text: string;
  kind: 'now' | 'target';
  size: PictureProperties['size'];
}

function Upright({ x, text, kind, size }: UprightProperties) {
  const atEnd = x > size.width * 0.8;
  return (
    <g>
      <path class={`curve__upright curve__upright--${kind}`} d={`M${x.toFixed(1)} 0V${size.height}`} />
      <text class="curve__text" text-anchor={atEnd ? 'end' : 'middle'} x={x} y={-10}>
        {text}
      </text>
    </g>
  );
}

function CurveTable({ curve, measure }: { curve: Curve; measure: Measure }) {
  return (
    <details class="more">
      <summary>{t('curve.table')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={t('curve.table')} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t('curve.quarter')}</th>
              {lineNames.map((name) => (
                <th key={name} scope="col">
                  {t(`curve.${name}`)}
                </th>
              ))}
              <th scope="col">{t('curve.target')}</th>
            </tr>
          </thead>
          <tbody>
            {progressRows(curve, measure).map((row) => (
              <tr key={row.quarter} aria-current={row.quarter === curve.currentQuarter ? 'date' : undefined}>
                <th scope="row">{quarter(row.quarter)}</th>
                {lineNames.map((name) => (
                  <td key={name}>{row[name] === null ? '—' : number(row[name])}</td>
                ))}
                <td>{number(curve.counted[measure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
