// What is overdue, as it is filtered and worded: pure.
import type { ReasonCode } from '../../server/assignments/schema.ts';
import type { OverdueRow } from '../../server/reports/schema.ts';

/** Nobody has said why. */
export const noCause = 'none';
export type CauseOrNone = ReasonCode | typeof noCause;

export const causeOf = ({ cause }: Pick<OverdueRow, 'cause'>): CauseOrNone => cause?.code ?? noCause;

/** The rows of an operator and a cause; empty asks nothing. */
export const filtered = (rows: readonly OverdueRow[], operator: string, cause: string): OverdueRow[] =>
  rows.filter((row) => (operator === '' || row.operatorCode === operator) && (cause === '' || causeOf(row) === cause));

/** The different values of the rows, the most frequent first. */
export function frequent<Value extends string>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

/** How many settlements the rows are of, and who lives there: each counted once. */
export function inAll(rows: readonly OverdueRow[]): { settlements: number; residents: number } {
  const populations = new Map(
    rows.map(({ regionCode, code, population }) => [`${regionCode} ${code}`, population ?? 0]),
  );
  return {
    settlements: populations.size,
    residents: [...populations.values()].reduce((sum, people) => sum + people, 0),
  };
}
