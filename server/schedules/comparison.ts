import { numbered } from '../assignments/bulk.ts';
import { canonicalJson } from '../changes/chain.ts';
import type { BaselineRow, Comparison } from './schema.ts';

/** The fields that differ between two versions of one assignment. */
function fieldsOf(before: BaselineRow, after: BaselineRow): Comparison['changed'][number]['fields'] {
  return (Object.keys(before) as (keyof BaselineRow)[])
    .filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What one baseline has that the other has not, and what both have with other terms. */
export function compareRows(
  from: readonly BaselineRow[],
  to: readonly BaselineRow[],
): Pick<Comparison, 'added' | 'removed' | 'changed'> {
  const earlier = new Map(from.map((row) => [numbered(row), row]));
  const later = new Map(to.map((row) => [numbered(row), row]));
  const changed = to.flatMap((after) => {
    const before = earlier.get(numbered(after));
    const fields = before === undefined ? [] : fieldsOf(before, after);
    return before === undefined || fields.length === 0 ? [] : [{ before, after, fields }];
  });
  return {
    added: to.filter((row) => !earlier.has(numbered(row))),
    removed: from.filter((row) => !later.has(numbered(row))),
    changed,
  };
}
