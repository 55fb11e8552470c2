import { useEffect, useRef } from 'preact/hooks';
import { markOfRow } from '../../map/marks.ts';
import { nameOf, t } from '../../i18n/index.ts';
import { pulsing } from '../../store/changes.ts';
import { served } from '../../store/served.ts';
import { country, live, matching, matchingCount, placeRow, selected, selectMatching } from '../../store/state.ts';
import { useVirtualRows } from '../../ui/virtual-rows.ts';
import { MarkIcon } from '../../ui/mark-icon.tsx';
import { districtName, people } from '../words.ts';
import { chooseInList, cursor, moveCursor, openCursor, toggleCursor } from './cursor.ts';

const rowHeight = 56;
const page = 10;
const toTheEnd = 1e9;

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -page,
  PageDown: page,
  Home: -toTheEnd,
  End: toTheEnd,
};

const optionId = (row: number) => `settlement-${row}`;

/** All settlements that match, in a list that holds only the rows in view. One tab stop; arrows move in it. */
export function SettlementList() {
  const element = useRef<HTMLDivElement>(null);
  const rows = matching.value;
  const virtual = useVirtualRows(element, rows.length, rowHeight);
  const at = cursor.value;
  const { items } = virtual;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => served.value?.reached(last), [last, rows]);

  useEffect(() => {
    const index = at === null ? -1 : rows.indexOf(at);
    if (index >= 0) virtual.scrollToIndex(index);
  }, [at]);
  // A settlement picked on the map is shown in the list too.
  useEffect(() => {
    const index = placeRow.value === null ? -1 : rows.indexOf(placeRow.value);
    if (index >= 0) virtual.scrollToIndex(index);
  }, [placeRow.value]);

  function press(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step !== undefined) moveCursor(step, event.shiftKey);
    else if (event.key === ' ') toggleCursor();
    else if (event.key === 'Enter') openCursor();
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') selectMatching();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={element}
      id="settlements"
      class="list"
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={t('list.title')}
      aria-activedescendant={at === null ? undefined : optionId(at)}
      onKeyDown={press}
    >
      <div class="list__rows" role="presentation" style={{ height: `${virtual.height}px` }}>
        {items.map(({ index, start }) => (
          <SettlementOption
            key={rows[index]}
            row={rows[index]}
            index={index}
            start={start}
            count={matchingCount.value ?? rows.length}
          />
        ))}
      </div>
    </div>
  );
}

function SettlementOption({ row, index, start, count }: { row: number; index: number; start: number; count: number }) {
  const mark = markOfRow.value[row];
  const isSelected = selected.value.has(row);
  const classes = ['row'];
  if (isSelected) classes.push('row--selected');
  if (placeRow.value === row) classes.push('row--open');
  if (cursor.value === row) classes.push('row--cursor');
  if (pulsing.value.includes(row)) classes.push('row--pulse');
  return (
    <div
      id={optionId(row)}
      class={classes.join(' ')}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => chooseInList(row, event)}
    >
      <MarkIcon mark={mark} />
      <span class="row__line">
        <span class="row__name">{nameOf(country.value!.names[row])}</span>
        <span class="row__people">{people(live.value!.population[row])}</span>
      </span>
      <span class="row__line row__line--second">
        <span class="row__status">
          {mark === 'flagged' || mark === 'other' ? t(`status.${live.value!.status[row]}`) : t(`mark.${mark}`)}
        </span>
        <span class="row__place">{districtName(row)}</span>
      </span>
      <span
        class="row__tick"
        onClick={(event) => {
          event.stopPropagation();
          chooseInList(row, { shiftKey: event.shiftKey, ctrlKey: true, metaKey: false });
        }}
      />
    </div>
  );
}
