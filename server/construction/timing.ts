import type { Reason, ReasonCode, Stage } from '../assignments/schema.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { firstDayOf, lastDayOf } from '../calendar/quarters.ts';
import { milestonesOf, type MilestoneDates, type Period } from './milestones.ts';
import type { Blocker, Cause, ConstructionRules, Milestone, MilestoneKind, Standing, Timing } from './schema.ts';

/** What the timing of a commitment follows from. */
export interface Building extends Period {
  stage: Stage;
  /** Why it was returned, declined or countered. */
  reason: Reason | null;
  dates: ReadonlyMap<MilestoneKind, MilestoneDates>;
  blockers: readonly Blocker[];
  /** The day on which it came on air, where no milestone says so. */
  operationalOn?: string | null;
}

/** Stages of what was agreed: before, no clock runs that could stand still. */
const agreed: ReadonlySet<Stage> = new Set(['approved', 'under_construction', 'operational', 'verified', 'returned']);
const onAir: ReadonlySet<Stage> = new Set(['operational', 'verified']);

/** Days from `from` until before `to`, for what the state owed; `to` null is still so. */
interface Stop {
  from: string;
  to: string | null;
  cause: Cause & { since: string };
}

/** The deadline of a commitment and how it stands against it on a day, `2026-11-22`. */
export function timingOf(building: Building, rules: ConstructionRules, today: string): Timing {
  const milestones = milestonesOf(building, building.dates, rules);
  const promised = lastDayOf(building.finishQuarter);
  const actual = onAirSince(building, today);
  const blockers = building.blockers.toSorted((a, b) => compare(a.since, b.since) || compare(a.id, b.id));
  const stops = agreed.has(building.stage) ? stopsOf(milestones, blockers, rules) : [];
  const start = firstDayOf(building.startQuarter);
  const daysStopped = daysCovered(stops, start, earlier(actual ?? today, today));
  const deadline = addDays(promised, daysStopped);
  const told = building.dates.get('on-air')?.forecast ?? deadline;
  const forecast = actual ?? later(told, today);
  const stoppedBy = actual === null ? standingStop(stops, start, today) : null;
  const late = lateMilestones(milestones, rules, daysStopped, today);
  const blocking = blockers.filter(({ until, decision }) => until === null && decision !== 'refused');
  const standing = standingOf({
    isOnAir: actual !== null,
    isOverdue: today > deadline,
    isSlipped: forecast > deadline,
    isThreatened: late.length > 0 || blocking.length > 0,
  });
  const cause = standing === 'on-time' ? null : causeOf(building, milestones, blocking, stoppedBy);
  return { promised, daysStopped, deadline, forecast, stoppedBy, standing, cause };
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/** The day on which the service came on air; null while it is not, whatever was told of it. */
function onAirSince({ stage, dates, operationalOn }: Building, today: string): string | null {
  return onAir.has(stage) ? (dates.get('on-air')?.actual ?? operationalOn ?? today) : null;
}

function standingOf(is: { isOnAir: boolean; isOverdue: boolean; isSlipped: boolean; isThreatened: boolean }): Standing {
  if (is.isOnAir) return is.isSlipped ? 'slipped' : 'on-time';
  if (is.isOverdue) return 'overdue';
  if (is.isSlipped) return 'slipped';
  return is.isThreatened ? 'at-risk' : 'on-time';
}

const codeOf: Partial<Record<MilestoneKind, ReasonCode>> = {
  land: 'land',
  power: 'power',
  permits: 'permit',
  backhaul: 'backhaul',
};

/**
 * When the operator's clock stood still: a milestone of the state was late, or a confirmed blocker of the state stood.
 * A milestone of which nobody ever told a date stops nothing: silence would put off every deadline for good.
 */
function stopsOf(milestones: readonly Milestone[], blockers: readonly Blocker[], rules: ConstructionRules): Stop[] {
  const stopping = new Set(rules.milestones.filter(({ stopsClock }) => stopsClock).map(({ kind }) => kind));
  const late = milestones
    .filter(({ kind, owedBy }) => stopping.has(kind) && owedBy !== 'operator')
    .filter(({ forecast, actual }) => forecast !== null || actual !== null)
    .map(({ kind, owedBy, planned, actual, reason }): Stop => {
      const cause = { code: codeOf[kind] ?? 'other', owedBy, text: reason?.text ?? '' };
      return { from: planned, to: actual, cause: { ...cause, since: addDays(planned, 1) } };
    });
  const confirmed = blockers
    .filter(({ owedBy, decision }) => owedBy !== 'operator' && decision === 'confirmed')
    .map(({ cause, owedBy, text, since, until }): Stop => ({
      from: since,
      to: until,
      cause: { code: cause, owedBy, text, since },
    }));
  return [...confirmed, ...late];
}

/** How many days from `start` until before `end` does at least one stop cover? */
function daysCovered(stops: readonly Stop[], start: string, end: string): number {
  let days = 0;
  let reached = start;
  for (const { from, to } of stops.toSorted((a, b) => compare(a.from, b.from))) {
    const first = later(from, reached);
    const last = to === null || to > end ? end : to;
    if (last <= first) continue;
    days += daysBetween(first, last);
    reached = last;
  }
  return days;
}

/** What stops the clock today: the first to begin. */
function standingStop(stops: readonly Stop[], start: string, today: string): Timing['stoppedBy'] {
  const open = stops.filter(({ to, cause }) => (to === null || to > today) && cause.since <= today && start <= today);
  return open.toSorted((a, b) => compare(a.cause.since, b.cause.since)).at(0)?.cause ?? null;
}

/** Milestones that are, or are told to become, too late; the operator's are given the days on which its clock stood. */
function lateMilestones(
  milestones: readonly Milestone[],
  { atRiskAfterDays }: ConstructionRules,
  daysStopped: number,
  today: string,
): Milestone[] {
  return milestones.filter(({ kind, owedBy, planned, forecast, actual }) => {
    if (actual !== null || kind === 'on-air') return false;
    const given = atRiskAfterDays + (owedBy === 'operator' ? daysStopped : 0);
    return daysBetween(planned, later(forecast ?? '', today)) > given;
  });
}

/**
 * Why it is not on time. The first that there is of:
 * 1. what stops the clock;
 * 2. a blocker that stands and was not refused, the oldest first;
 * 3. the reason of the assignment itself: why it was returned;
 * 4. the reason of a forecast that is later than planned: on air, then the other milestones in their order.
 */
function causeOf(
  { reason }: Building,
  milestones: readonly Milestone[],
  blocking: readonly Blocker[],
  stoppedBy: Timing['stoppedBy'],
): Cause | null {
  if (stoppedBy !== null) return { code: stoppedBy.code, owedBy: stoppedBy.owedBy, text: stoppedBy.text };
  const oldest = blocking.at(0);
  if (oldest !== undefined) return { code: oldest.cause, owedBy: oldest.owedBy, text: oldest.text };
  if (reason !== null) return { ...reason, owedBy: 'operator' };
  const explained = milestones.filter((milestone) => milestone.reason !== null);
  const first = explained.find(({ kind }) => kind === 'on-air') ?? explained.at(0);
  return first === undefined ? null : { ...first.reason!, owedBy: first.owedBy };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
