import { numbered } from '../assignments/bulk.ts';
import type { Assignment } from '../assignments/schema.ts';
import type { BlockerRow, CompanyKey, MilestoneRow } from './queries.ts';
import type { Building } from './timing.ts';

const textOf = (key: CompanyKey) => `${numbered(key)} ${key.operatorCode}`;

/** What was told of the building of each of many assignments: of the company that it is given to. */
export function toldOf(
  milestones: readonly MilestoneRow[],
  blockers: readonly BlockerRow[],
): (assignment: Assignment) => Pick<Building, 'dates' | 'blockers'> {
  const milestonesOf = byCommitment(milestones);
  const blockersOf = byCommitment(blockers);
  return (assignment) => ({
    dates: new Map((milestonesOf.get(textOf(assignment)) ?? []).map((row) => [row.kind, row])),
    blockers: blockersOf.get(textOf(assignment)) ?? [],
  });
}

function byCommitment<Row extends CompanyKey>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(textOf(row));
    if (group === undefined) groups.set(textOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
