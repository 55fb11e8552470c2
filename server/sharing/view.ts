import type { Known } from '../reports/known.ts';
import { overdueOf } from '../reports/plan.ts';
import type { SharedOverdue } from './schema.ts';

export function sharedOverdue(known: Known): SharedOverdue {
  const overdue = overdueOf(known);
  return {
    ...overdue,
    rows: overdue.rows.map(({ responsibleOfficer: _officer, cause, ...row }) => ({
      ...row,
      cause: cause?.code ?? null,
    })),
  };
}
