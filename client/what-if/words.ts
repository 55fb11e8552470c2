import type { Status } from '../../server/assessment/schema.ts';
import type { ChangedSettlement } from '../../server/what-if/schema.ts';
import { number, t } from '../i18n/index.ts';

export const statusWord = (status: Status | null): string => t(`status.${status ?? 'unknown'}`);

/** From what to what, with whether it is flagged where that alone changes. */
export function changeWords({ from, to, wasFlagged, isFlagged }: ChangedSettlement): string {
  const change = from === to ? statusWord(to) : t('what-if.change', { from: statusWord(from), to: statusWord(to) });
  if (wasFlagged === isFlagged) return change;
  return `${change}, ${t(isFlagged ? 'what-if.now-flagged' : 'what-if.no-longer-flagged')}`;
}

/** A difference with its sign: a minus that is one, and a plus. */
export const signed = (value: number): string =>
  value === 0 ? number(0) : `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`;

export const people = (population: number | null): string =>
  population === null ? t('population.missing') : t('population.people', { count: population });
