import { useEffect, useRef, useState } from 'preact/hooks';
import { isActive } from '../../server/assignments/rules.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { quarter, t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { useVirtualRows } from '../ui/virtual-rows.ts';
import { goTo, textOfKey, view } from './address.ts';
import { placeName, places } from './known.ts';
import type { Searchable } from './matching.ts';
import { selectRange, toggle } from './use-rows.ts';
import { money, people, technologyName } from './words.ts';

const rowHeight = 56;
const page = 8;
const toTheEnd = 1e9;
const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -page,
  PageDown: page,
  Home: -toTheEnd,
  End: toTheEnd,
};

const idOf = (key: string) => `plan-row-${key.replaceAll(/[^\w-]/g, '_')}`;

interface Properties {
  matching: readonly Searchable[];
  chosen: ReadonlySet<string>;
}

/** The settlements in a list that holds only the rows in view. One tab stop: arrows move, Space selects, Enter opens. */
export function RowList({ matching, chosen }: Properties) {
  const element = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const anchor = useRef(-1);
  const virtual = useVirtualRows(element, matching.length, rowHeight);
  const keys = matching.map(({ key }) => key);
  const opened = view.value.place;
  // The list has other rows now: the keyboard begins anew.
  useEffect(() => setAt(-1), [matching]);

  function moveTo(index: number, isRange: boolean): void {
    const next = Math.min(Math.max(index, 0), matching.length - 1);
    if (isRange) {
      if (anchor.current < 0) anchor.current = Math.max(at, 0);
      selectRange(keys, anchor.current, next, chosen);
    } else anchor.current = next;
    setAt(next);
    virtual.scrollToIndex(next);
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step !== undefined) moveTo(at < 0 ? 0 : at + step, event.shiftKey);
    else if (event.key === ' ' && at >= 0) toggle(keys[at], chosen);
    else if (event.key === 'Enter' && at >= 0) open(matching[at].row);
    else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') goTo({ selected: 'matching' });
    else return;
    event.preventDefault();
  }

  function click(index: number, event: MouseEvent): void {
    element.current!.focus({ preventScroll: true });
    setAt(index);
    if (event.shiftKey && anchor.current >= 0) return selectRange(keys, anchor.current, index, chosen);
    anchor.current = index;
    if (event.ctrlKey || event.metaKey) toggle(keys[index], chosen);
    else open(matching[index].row);
  }

  return (
    <div
      ref={element}
      id="plan-rows"
      class="list plan-list__rows"
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={t('list.title')}
      aria-activedescendant={at < 0 || at >= keys.length ? undefined : idOf(keys[at])}
      onKeyDown={press}
    >
      <div class="list__rows" role="presentation" style={{ height: `${virtual.height}px` }}>
        {virtual.items.map(({ index, start }) => {
          const { row, key, isPinned } = matching[index];
          const classes = ['row', 'plan-row', `plan-row--${row.state}`];
          if (chosen.has(key)) classes.push('row--selected');
          if (opened && textOfKey(opened) === key) classes.push('row--open');
          if (index === at) classes.push('row--cursor');
          return (
            <div
              key={key}
              id={idOf(key)}
              class={classes.join(' ')}
              role="option"
              aria-selected={chosen.has(key)}
              aria-setsize={matching.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => click(index, event)}
            >
              <RowLines row={row} isPinned={isPinned} />
              <span
                class="row__tick"
                onClick={(event) => {
                  event.stopPropagation();
                  anchor.current = index;
                  toggle(key, chosen);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const open = ({ regionCode, code }: PlanRow): void => goTo({ place: { regionCode, code }, question: '' });

/** How the assignment stands that was made since, if there is one. */
function assignedWords(row: PlanRow): string | null {
  const made = places.value
    .get(textOfKey(row))
    ?.assignments.find((one) => isActive(one) && one.operatorCode === row.operatorCode);
  return made === undefined ? null : t('plan-row.assigned', { stage: t(`stage.${made.stage}`) });
}

/** Who, by what, when, for how much; or why not. */
function RowLines({ row, isPinned }: { row: PlanRow; isPinned: boolean }) {
  const { state, residents, operatorCode, technology, finishQuarter, costTenge, reason } = row;
  return (
    <>
      <span class={`plan-row__state plan-row__state--${technology ?? 'none'}`} aria-hidden="true" />
      <span class="row__line">
        <span class="row__name">
          {placeName(row)}
          {isPinned && <span class="badge">{t('plan-row.pinned')}</span>}
        </span>
        <span class="row__people">
          {state === 'unserved' || finishQuarter === null ? people(residents) : quarter(finishQuarter)}
        </span>
      </span>
      <span class="row__line row__line--second">
        <span class="row__place">
          {state === 'unserved'
            ? t(reason === null ? 'plan-row.unserved' : `unserved-reason.${reason}`)
            : [
                operatorCode && operatorName(operatorCode),
                technologyName(technology),
                state === 'committed' && t('plan-row.committed'),
                state === 'planned' && assignedWords(row),
              ]
                .filter(Boolean)
                .join(' · ')}
        </span>
        {state !== 'unserved' && (
          <span class="row__people">{state === 'planned' ? money(costTenge) : people(residents)}</span>
        )}
      </span>
    </>
  );
}
