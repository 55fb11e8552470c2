import { useMemo } from 'preact/hooks';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { fold } from '../i18n/fold.ts';
import { goTo, textOfKey, view } from './address.ts';
import type { WholePlan } from './finished-plan.tsx';
import { places } from './known.ts';
import { byTime, isShown, type Searchable } from './matching.ts';

/** The rows of a plan that match the filters, in the order of the list, and those of them that are selected. */
export function useRows({ rows, pins }: WholePlan) {
  const known = places.value;
  const searchable = useMemo<Searchable[]>(
    () =>
      rows.toSorted(byTime).map((row) => {
        const key = textOfKey(row);
        const names = known.get(key)?.place?.names;
        const text = fold([names?.kk, names?.ru, names?.en, row.code].join(' '));
        return { row, key, isPinned: pins.has(key) || row.pinned, text };
      }),
    [rows, pins, known],
  );
  const { show, search, region, operator, technology, quarter, selected } = view.value;
  const matching = useMemo(
    () => searchable.filter((one) => isShown(one, { show, search, region, operator, technology, quarter })),
    [searchable, show, search, region, operator, technology, quarter],
  );
  const chosen = useMemo(
    () => (selected === 'matching' ? new Set(matching.map(({ key }) => key)) : new Set(selected)),
    [selected, matching],
  );
  const selectedRows = useMemo(
    () => searchable.flatMap(({ row, key }): PlanRow[] => (chosen.has(key) ? [row] : [])),
    [searchable, chosen],
  );
  return { matching, chosen, selectedRows };
}

/** Selects a row, or lets it go if it is selected. */
export function toggle(key: string, chosen: ReadonlySet<string>): void {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  goTo({ selected: [...next] });
}

/** Selects all rows between two places of the list, beside those that are selected. */
export function selectRange(keys: readonly string[], from: number, to: number, chosen: ReadonlySet<string>): void {
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  goTo({ selected: [...new Set([...chosen, ...range])] });
}
