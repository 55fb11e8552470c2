import { type Candidate, conflictsOf, forbids, type Plan, type Proposal } from '../../../server/assignments/rules.ts';
import type { Commitment, Conflict, ConflictCode } from '../../../server/assignments/schema.ts';
import type { LiveAssignment } from '../../store/live.ts';

/** The settlements that share a conflict. */
export interface ConflictGroup {
  code: ConflictCode;
  severity: Conflict['severity'];
  rows: number[];
  /** What each conflict is about, without repetition. */
  details: Conflict[];
}

/** What an action would do: whom it would reach, whom the rules keep out, and what there is to weigh. */
export interface Preview {
  accepted: number[];
  /** Kept out by a rule or by the planner. */
  skipped: number[];
  groups: ConflictGroup[];
}

function addTo(groups: Map<ConflictCode, ConflictGroup>, conflict: Conflict, row: number): void {
  const { code, severity, detail } = conflict;
  const group = groups.get(code) ?? { code, severity, rows: [], details: [] };
  if (group.rows.at(-1) !== row) group.rows.push(row);
  if (!group.details.some((known) => known.detail === detail)) group.details.push(conflict);
  groups.set(code, group);
}

const bySeverity = (a: ConflictGroup, b: ConflictGroup) => a.severity.localeCompare(b.severity);

/**
 * Asks the rules that the server enforces.
 * @param rows the settlement of each proposal
 * @param leaveOut warnings that the planner wants to heed: proposals that have one are skipped too
 */
export function preview(
  rows: readonly number[],
  proposals: readonly Proposal[],
  plan: Plan,
  leaveOut: ReadonlySet<ConflictCode>,
): Preview {
  const groups = new Map<ConflictCode, ConflictGroup>();
  const wanted: number[] = [];
  const accepted: number[] = [];
  for (const [i, conflicts] of conflictsOf(proposals, plan).entries()) {
    const heeded = conflicts.filter(({ code, severity }) => severity === 'warning' && leaveOut.has(code));
    for (const conflict of heeded) addTo(groups, conflict, rows[i]);
    if (heeded.length === 0) wanted.push(i);
  }
  // Those left out free capacity for others: the rules are asked again without them.
  const remaining = wanted.map((i) => proposals[i]);
  for (const [at, conflicts] of conflictsOf(remaining, plan).entries()) {
    for (const conflict of conflicts) addTo(groups, conflict, rows[wanted[at]]);
    if (!forbids(conflicts)) accepted.push(wanted[at]);
  }
  const kept = new Set(accepted);
  return {
    accepted: accepted.map((i) => rows[i]),
    skipped: rows.filter((_, i) => !kept.has(i)),
    groups: [...groups.values()].toSorted(bySeverity),
  };
}

/** The proposals of assigning settlements to a commitment. */
export function assigning(candidates: readonly Candidate[], commitment: Commitment): Proposal[] {
  return candidates.map((candidate) => ({ candidate, commitment, own: null }));
}

/** The proposals of changing assignments, each by its number within its settlement. */
export function amending(
  candidates: readonly Candidate[],
  numbers: readonly number[],
  changes: Partial<Commitment>,
): Proposal[] {
  return candidates.map((candidate, i) => {
    const before = candidate.assignments.find(({ number }) => number === numbers[i])! as LiveAssignment;
    const commitment = { costTenge: null, subsidyTenge: null, responsibleOfficer: '', ...before, ...changes };
    return { candidate, commitment, own: before.number, replaces: before };
  });
}
