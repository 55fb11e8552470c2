import { none, stages } from '../country/table/assigned.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { Stage } from '../assignments/schema.ts';

/** How far a stage is, the furthest last; those that were given up come first of all. */
const progress: readonly Stage[] = [
  'cancelled',
  'declined',
  'draft',
  'proposed',
  'countered',
  'returned',
  'accepted',
  'approved',
  'under_construction',
  'operational',
  'verified',
];
const rankOf = stages.map((stage) => progress.indexOf(stage));
/** Above every stage. */
const overdueRank = progress.length;

/** What a company may know of: its number among the operators, or -1 for all. */
export type Audience = number;
export const everyone: Audience = -1;

/** Who belongs to no operator that the table knows of has no assignment there. */
export const nobody: Audience = -2;

export const audienceOf = ({ assigned }: SettlementTable, company: string | null): Audience => {
  if (company === null) return everyone;
  const operator = assigned.operators.find(company);
  return operator < 0 ? nobody : operator;
};

/**
 * The assignment that stands for a settlement: one that is overdue, else the furthest, the first of equals; -1 where
 * the audience may know of none.
 */
export function shownAssignment({ assigned }: SettlementTable, row: number, audience: Audience): number {
  let shown = none;
  let rank = -1;
  for (let i = assigned.first[row]; i !== none; i = assigned.next[i]) {
    if (audience !== everyone && assigned.operator[i] !== audience) continue;
    const next = assigned.overdue[i] === 1 ? overdueRank : rankOf[assigned.stage[i]];
    if (next > rank) {
      shown = i;
      rank = next;
    }
  }
  return shown;
}

/** How many assignments of a settlement may the audience know of? */
export function countAssignments({ assigned }: SettlementTable, row: number, audience: Audience): number {
  let count = 0;
  for (let i = assigned.first[row]; i !== none; i = assigned.next[i]) {
    if (audience === everyone || assigned.operator[i] === audience) count++;
  }
  return count;
}
