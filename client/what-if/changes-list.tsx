import { useRef } from 'preact/hooks';
import { directionOf } from '../../server/what-if/rules.ts';
import type { ChangedSettlement } from '../../server/what-if/schema.ts';
import { t } from '../i18n/index.ts';
import { useMedia } from '../ui/use-media.ts';
import { useVirtualRows } from '../ui/virtual-rows.ts';
import { DirectionIcon } from './marks.tsx';
import { changeWords, people } from './words.ts';

/** Pixels: on a narrow screen what changes stands below the name. */
const rowHeights = { wide: 104, narrow: 208 };

interface Properties {
  rows: readonly ChangedSettlement[];
  placeName(row: ChangedSettlement): string;
}

/** What would be assessed otherwise, the largest first; only the rows in view are there. */
export function ChangesList(properties: Properties) {
  const rowHeight = useMedia('(max-width: 48rem)') ? rowHeights.narrow : rowHeights.wide;
  return <Rows key={rowHeight} {...properties} rowHeight={rowHeight} />;
}

function Rows({ rows, placeName, rowHeight }: Properties & { rowHeight: number }) {
  const element = useRef<HTMLUListElement>(null);
  const virtual = useVirtualRows(element, rows.length, rowHeight);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div class="change-list" ref={element as never} role="region" aria-label={t('what-if.list')} tabIndex={0}>
      <ul class="change-list__rows" style={{ height: `${virtual.height}px` }}>
        {virtual.items.map(({ index, start }) => (
          <Row
            key={`${rows[index].regionCode} ${rows[index].code}`}
            row={rows[index]}
            place={placeName(rows[index])}
            {...{ index, start, rowHeight, count: rows.length }}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProperties {
  row: ChangedSettlement;
  place: string;
  index: number;
  start: number;
  rowHeight: number;
  count: number;
}

function Row({ row, place, index, start, rowHeight, count }: RowProperties) {
  return (
    <li
      class="change-list__row"
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ height: `${rowHeight}px`, transform: `translateY(${start}px)` }}
    >
      <DirectionIcon direction={directionOf(row.from, row.to)} />
      <span class="change-list__name">
        <a href={`/map?show=all&place=${encodeURIComponent(row.regionCode)}:${encodeURIComponent(row.code)}`}>
          {row.name}
        </a>
        <span class="muted">
          {place}, {people(row.population)}
        </span>
      </span>
      <span class="change-list__change">{changeWords(row)}</span>
    </li>
  );
}
