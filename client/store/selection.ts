/**
 * The settlements that an action would act upon, by row of the country.
 *   none      nothing is chosen
 *   chosen    these, whatever the filters show
 *   matching  all that match the filters, now and as they change
 */
export type Selection = { type: 'none' } | { type: 'chosen'; rows: ReadonlySet<number> } | { type: 'matching' };

/** How new rows meet those that are chosen already. */
export type Manner = 'replace' | 'add' | 'remove';

export const nothing: Selection = { type: 'none' };

export function chosen(rows: Iterable<number>): Selection {
  const set = new Set(rows);
  return set.size === 0 ? nothing : { type: 'chosen', rows: set };
}

/** The rows that a selection stands for while the filters match `matching`. */
export function rowsOf(selection: Selection, matching: readonly number[]): ReadonlySet<number> {
  if (selection.type === 'none') return new Set();
  return selection.type === 'chosen' ? selection.rows : new Set(matching);
}

export function combine(
  selection: Selection,
  rows: Iterable<number>,
  manner: Manner,
  matching: readonly number[],
): Selection {
  if (manner === 'replace') return chosen(rows);
  const next = new Set(rowsOf(selection, matching));
  for (const row of rows) {
    if (manner === 'add') next.add(row);
    else next.delete(row);
  }
  return chosen(next);
}

/** Chooses a row, or lets it go if it is chosen. */
export function toggle(selection: Selection, row: number, matching: readonly number[]): Selection {
  const has = rowsOf(selection, matching).has(row);
  return combine(selection, [row], has ? 'remove' : 'add', matching);
}

/** The rows of a list from one to another, whichever comes first; only the second where the first is not in it. */
export function between(list: readonly number[], from: number | null, to: number): number[] {
  const end = list.indexOf(to);
  const start = from === null ? -1 : list.indexOf(from);
  if (start < 0 || end < 0) return [to];
  return list.slice(Math.min(start, end), Math.max(start, end) + 1);
}
