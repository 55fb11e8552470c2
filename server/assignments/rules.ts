// The rules of assigning, for the server that enforces them and for the browser
// that warns of them beforehand: pure, without imports that are more than types.
import type { Status } from '../assessment/schema.ts';
import type { Technology } from '../coverage/schema.ts';
import type { Assignment, Commitment, Conflict, ConflictCode, Stage } from './schema.ts';
import type { Quarter } from '../calendar/schema.ts';

/** The part of an assignment that conflicts depend on. */
export type Planned = Pick<Assignment, 'number' | 'operatorCode' | 'startQuarter' | 'finishQuarter' | 'stage'>;

/** What must be known of a settlement. */
export interface Candidate {
  status: Status | null;
  flagged: boolean;
  population: number | null;
  assignments: readonly Planned[];
}

/** What must be known of the plan as a whole. */
export interface Plan {
  currentQuarter: Quarter;
  /** The technologies that count under the programme's profile. */
  technologies: ReadonlySet<Technology>;
  /** By operator: the settlements that it can finish in a quarter; null is no limit. */
  capacities: ReadonlyMap<string, number | null>;
  /** By operator and quarter: the assignments that finish then. */
  finishing(operatorCode: string, quarter: Quarter): number;
}

/** Stages in which nobody works on an assignment, so that it is in nobody's way. */
const idleStages: ReadonlySet<Stage> = new Set(['declined', 'cancelled']);

export const isActive = (assignment: { stage: Stage }): boolean => !idleStages.has(assignment.stage);

const error = (code: ConflictCode, detail: string | null = null): Conflict => ({ code, severity: 'error', detail });
const warning = (code: ConflictCode, detail: string | null = null): Conflict => ({ code, severity: 'warning', detail });

/** Does one of these conflicts forbid the assignment? */
export const forbids = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some(({ severity }) => severity === 'error');

/** Conflicts that a commitment has wherever it is made. */
function conflictsAnywhere(commitment: Commitment, plan: Plan): Conflict[] {
  const conflicts: Conflict[] = [];
  if (!plan.capacities.has(commitment.operatorCode)) conflicts.push(error('unknown-operator', commitment.operatorCode));
  if (!plan.technologies.has(commitment.technology)) {
    conflicts.push(error('technology-unsuitable', commitment.technology));
  }
  if (commitment.finishQuarter < commitment.startQuarter) conflicts.push(error('dates-reversed'));
  else if (commitment.finishQuarter < plan.currentQuarter) conflicts.push(error('dates-past', plan.currentQuarter));
  return conflicts;
}

/** Conflicts with what a settlement is and has. `own` is the number of the assignment that is being amended. */
function conflictsThere(commitment: Commitment, candidate: Candidate, own: number | null): Conflict[] {
  const conflicts: Conflict[] = [];
  if (candidate.status === 'served') conflicts.push(error('already-served'));
  else if (candidate.population === null) conflicts.push(warning('population-missing'));
  else if (!candidate.flagged) conflicts.push(warning('not-flagged'));
  for (const other of candidate.assignments) {
    if (other.number === own || !isActive(other)) continue;
    if (other.operatorCode !== commitment.operatorCode) {
      conflicts.push(warning('another-operator', other.operatorCode));
    } else if (other.startQuarter <= commitment.finishQuarter && commitment.startQuarter <= other.finishQuarter) {
      conflicts.push(error('same-operator-overlaps', `${other.startQuarter} – ${other.finishQuarter}`));
    }
  }
  return conflicts;
}

/** One settlement and what it shall have; `own` where an assignment of that number is amended. */
export interface Proposal {
  candidate: Candidate;
  commitment: Commitment;
  own: number | null;
  /** What the amended assignment was: it no longer takes the capacity of its old quarter. */
  replaces?: Planned;
}

/**
 * The conflicts of each proposal, in their order. Capacity is given out in that
 * order too: those that no longer fit into a quarter are refused.
 */
export function conflictsOf(proposals: readonly Proposal[], plan: Plan): Conflict[][] {
  const taken = new Map<string, number>();
  const take = (operatorCode: string, quarter: Quarter, amount: number) => {
    const key = `${operatorCode} ${quarter}`;
    taken.set(key, (taken.get(key) ?? plan.finishing(operatorCode, quarter)) + amount);
    return taken.get(key)!;
  };
  return proposals.map(({ candidate, commitment, own, replaces }) => {
    const conflicts = [...conflictsAnywhere(commitment, plan), ...conflictsThere(commitment, candidate, own)];
    if (forbids(conflicts)) return conflicts;
    const { operatorCode, finishQuarter } = commitment;
    if (replaces !== undefined) take(replaces.operatorCode, replaces.finishQuarter, -1);
    const capacity = plan.capacities.get(operatorCode) ?? null;
    if (take(operatorCode, finishQuarter, 1) > (capacity ?? Infinity)) {
      take(operatorCode, finishQuarter, -1);
      if (replaces !== undefined) take(replaces.operatorCode, replaces.finishQuarter, 1);
      conflicts.push(error('capacity-exceeded', `${capacity}`));
    }
    return conflicts;
  });
}
