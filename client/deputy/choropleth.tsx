import { useMemo } from 'preact/hooks';
import type { PartFigures } from '../../server/reports/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import type { Way } from './address.ts';
import { classBounds, classOf, codeOf } from './figures.ts';
import { type Outline, outlinesOf } from './outlines.ts';
import { Patterns } from './patterns.tsx';
import type { BoundaryTopology } from './service.ts';
import { percent } from './words.ts';

const width = 640;
/** Where a share can be written into a shape, in the picture's units. */
const roomForShare = { width: 44, height: 24 };

interface Properties {
  topology: BoundaryTopology;
  rows: readonly PartFigures[];
  way: Way;
  /** The place that is pointed at, here or in the table. */
  pointed: string | null;
  point(code: string | null): void;
}

/** The parts of the place by their share: darker is more, hatched is little. The table has every fact of it, and the keyboard goes there. */
export function Choropleth({ topology, rows, way, pointed, point }: Properties) {
  const { region, district, measure } = way.at;
  const { shapes, height } = useMemo(() => outlinesOf(topology, region, width), [topology, region]);
  if (shapes.length === 0) return <p class="empty">{t('parts.no-shapes')}</p>;
  const byCode = new Map(rows.map((row) => [codeOf(row, region !== ''), row]));
  const shareOf = (code: string) => byCode.get(code)?.share[measure] ?? null;
  const marked = shapes.filter(({ code }) => code === pointed || code === district);
  const open = (code: string) => way.link && way.go(region === '' ? { region: code } : { district: code });
  return (
    <figure class="choropleth">
      <svg
        viewBox={`-4 -4 ${width + 8} ${(height + 8).toFixed(0)}`}
        role="img"
        aria-label={t('choropleth.label', { measure: t(`served-share.${measure}`) })}
        onMouseLeave={() => point(null)}
      >
        <Patterns />
        {shapes.map((shape) => (
          <g
            key={shape.code}
            class="choropleth__place"
            onClick={() => open(shape.code)}
            onMouseEnter={() => point(shape.code)}
          >
            <title>{titleOf(byCode.get(shape.code), shareOf(shape.code))}</title>
            <Area shape={shape} share={shareOf(shape.code)} />
          </g>
        ))}
        {marked.map(({ code, path }) => (
          <g key={code} class="choropleth__mark">
            <path d={path} class="choropleth__mark-outer" />
            <path d={path} class="choropleth__mark-inner" />
          </g>
        ))}
        {shapes.map((shape) => (
          <ShareLabel key={shape.code} shape={shape} share={shareOf(shape.code)} />
        ))}
      </svg>
      <figcaption>
        <Legend />
      </figcaption>
    </figure>
  );
}

function titleOf(row: PartFigures | undefined, share: number | null): string {
  const name = row?.names ? nameOf(row.names) : '';
  return `${name}: ${share === null ? t('choropleth.nobody') : percent(share)}`;
}

function Area({ shape: { path }, share }: { shape: Outline; share: number | null }) {
  const at = classOf(share);
  return (
    <>
      <path d={path} class={`share share--${at ?? 'none'}`} />
      {at !== null && at < classBounds.length - 1 && <path d={path} fill={`url(#share-${at})`} />}
    </>
  );
}

function ShareLabel({ shape, share }: { shape: Outline; share: number | null }) {
  if (share === null || shape.width < roomForShare.width || shape.height < roomForShare.height) return null;
  return (
    <text class="choropleth__share" x={shape.x} y={shape.y}>
      {number(Math.floor(share * 100 + 1e-9))}
    </text>
  );
}

/** What shades and hatching mean, in per cent. */
function Legend() {
  return (
    <ul class="share-legend">
      {classBounds.map((bound, at) => (
        <li key={bound}>
          <svg viewBox="0 0 28 18" aria-hidden="true">
            <rect class={`share share--${at}`} width="28" height="18" />
            {at < classBounds.length - 1 && <rect width="28" height="18" fill={`url(#share-${at})`} />}
          </svg>
          {rangeOf(at)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 28 18" aria-hidden="true">
          <rect class="share share--none" width="28" height="18" />
        </svg>
        {t('choropleth.nobody')}
      </li>
    </ul>
  );
}

function rangeOf(at: number): string {
  const [from, below] = [classBounds[at] * 100, (classBounds[at + 1] ?? 0) * 100];
  if (at === 0) return t('choropleth.below', { below });
  return below === 0 ? t('choropleth.from', { from }) : t('choropleth.between', { from, below });
}
