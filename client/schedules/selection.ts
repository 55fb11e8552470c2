// Which assignments an action would act upon.
import { computed } from '@preact/signals';
import { fold } from '../i18n/fold.ts';
import { type Offer, offersOf } from './acting.ts';
import { goTo, place } from './address.ts';
import { idOf, type Row, rows } from './rows.ts';

/** The rows that match the search, by name in any language or by code. */
export const found = computed<readonly Row[]>(() => {
  const words = fold(place.value.search).split(' ').filter(Boolean);
  if (words.length === 0) return rows.value;
  return rows.value.filter(({ names, code }) => {
    const text = fold([names.kk, names.ru, names.en, code].join(' '));
    return words.every((word) => text.includes(word));
  });
});

const selectedIds = computed(() => new Set(place.value.selected));
export const isSelected = (row: Row): boolean => selectedIds.value.has(idOf(row));

/** The selected rows that are there, in the order of the list. */
export const selected = computed<readonly Row[]>(() => rows.value.filter(isSelected));

/** Adds rows to the selection, or takes them out of it. */
export function select(changed: readonly Row[], on: boolean): void {
  const ids = new Set(place.value.selected);
  for (const row of changed) {
    if (on) ids.add(idOf(row));
    else ids.delete(idOf(row));
  }
  goTo({ selected: [...ids] });
}

export const clearSelection = (): void => goTo({ selected: [] });

/** What can be begun with some of the selected, each with those of which it can. */
export function offersOfSelected(chosen: readonly Row[]): [Offer, Row[]][] {
  const bySteps = new Map<Offer, Row[]>();
  for (const row of chosen) {
    for (const step of offersOf(row)) bySteps.set(step, [...(bySteps.get(step) ?? []), row]);
  }
  return [...bySteps];
}
