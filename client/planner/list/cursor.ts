import { signal } from '@preact/signals';
import { between } from '../../store/selection.ts';
import { matching, openRow, pickRow, place, placeRow, selectRows, toggleRow } from '../../store/state.ts';

/** The row of the list on which the keyboard stands, and the one from which a range is counted. */
export const cursor = signal<number | null>(null);
let anchor: number | null = null;

export function chooseInList(row: number, keys: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
  cursor.value = row;
  if (keys.shiftKey) {
    selectRows(between(matching.value, anchor, row), keys.ctrlKey || keys.metaKey ? 'add' : 'replace');
    openRow(row);
    return;
  }
  anchor = row;
  if (keys.ctrlKey || keys.metaKey) toggleRow(row);
  else pickRow(row);
}

/** Moves the cursor in the list, with `range` choosing all that lies between; by how many places, or to an end. */
export function moveCursor(by: number, range: boolean): void {
  const list = matching.value;
  if (list.length === 0) return;
  const at = cursor.value === null ? (placeRow.value ?? list[0]) : cursor.value;
  const from = list.indexOf(at);
  const to = cursor.value === null ? Math.max(from, 0) : Math.min(Math.max(from + by, 0), list.length - 1);
  cursor.value = list[to];
  if (range) {
    anchor ??= at;
    selectRows(between(list, anchor, list[to]));
  } else anchor = list[to];
}

/** Opens the details of the row at the cursor, without choosing it. */
export function openCursor(): void {
  if (cursor.value !== null) openRow(cursor.value);
}

export function toggleCursor(): void {
  if (cursor.value !== null) toggleRow(cursor.value);
}

export const isOpen = (row: number): boolean => place.value !== null && placeRow.value === row;
