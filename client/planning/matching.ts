// Which rows of a plan are shown, and which are selected: pure.
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { fold } from '../i18n/fold.ts';
import { type RowFilters, textOfKey } from './address.ts';

/** A row with what it is searched by. */
export interface Searchable {
  row: PlanRow;
  key: string;
  isPinned: boolean;
  /** Names in all languages and the code, folded. */
  text: string;
}

export function isShown({ row, isPinned, text }: Searchable, filters: RowFilters): boolean {
  const { show, search, region, operator, technology, quarter } = filters;
  if (show === 'pinned' ? !isPinned : show !== 'all' && row.state !== show) return false;
  if (region !== '' && row.regionCode !== region) return false;
  if (operator !== '' && row.operatorCode !== operator) return false;
  if (technology !== '' && row.technology !== technology) return false;
  if (quarter !== '' && row.finishQuarter !== quarter) return false;
  return fold(search)
    .split(' ')
    .every((word) => text.includes(word));
}

/** The first to be served first, then those of most residents; who is left comes last. */
export const byTime = (a: PlanRow, b: PlanRow): number =>
  (a.finishQuarter ?? '9').localeCompare(b.finishQuarter ?? '9') ||
  b.residents - a.residents ||
  textOfKey(a).localeCompare(textOfKey(b));

/** What of a plan can become assignments: what is planned and not assigned already. */
export const canBecome = ({ state }: PlanRow): boolean => state === 'planned';
