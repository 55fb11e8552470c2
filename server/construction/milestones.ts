import { addDays, daysBetween } from '../calendar/days.ts';
import { firstDayOf, lastDayOf } from '../calendar/quarters.ts';
import type { Quarter } from '../calendar/schema.ts';
import type { ConstructionRules, Milestone, MilestoneKind, ProgressReport } from './schema.ts';

/** What is known of a milestone besides when it was planned. */
export type MilestoneDates = Pick<Milestone, 'kind' | 'forecast' | 'actual' | 'reason'>;

/** Something told of milestones: a report, or an inspection that found the service not working. */
export interface Telling {
  /** A unique text, for an order among those of one moment. */
  id: string;
  /** ISO date and time, UTC: when it was written, by the clock of the device. */
  writtenAt: string;
  receivedAt: string;
  milestones: ProgressReport['milestones'];
  /** One that takes a step is of the moment of its receipt: it was held against what stood then. */
  step?: ProgressReport['step'];
}

/** When it was written; a clock that runs ahead is not believed. */
const toldAt = ({ writtenAt, receivedAt, step = null }: Telling) =>
  step === null && writtenAt < receivedAt ? writtenAt : receivedAt;

const inOrder = (a: Telling, b: Telling) =>
  compare(toldAt(a), toldAt(b)) || compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The dates of milestones after all that was told, in the order in which it was
 * written, whenever it arrived: what waited for a line does not undo what is newer.
 */
export function datesAfter(tellings: readonly Telling[]): Map<MilestoneKind, MilestoneDates> {
  const dates = new Map<MilestoneKind, MilestoneDates>();
  for (const { milestones } of tellings.toSorted(inOrder)) {
    for (const { kind, forecast, actual, reason } of milestones) {
      const before = dates.get(kind) ?? { kind, forecast: null, actual: null, reason: null };
      dates.set(kind, {
        kind,
        forecast: forecast === undefined ? before.forecast : forecast,
        actual: actual === undefined ? before.actual : actual,
        reason: forecast === null ? null : (reason ?? before.reason),
      });
    }
  }
  return dates;
}

/** The quarters between which a commitment is built. */
export interface Period {
  startQuarter: Quarter;
  finishQuarter: Quarter;
}

/** When a milestone at this share of the period is planned. */
export function plannedOn({ startQuarter, finishQuarter }: Period, share: number): string {
  const start = firstDayOf(startQuarter);
  return addDays(start, Math.round(share * daysBetween(start, lastDayOf(finishQuarter))));
}

/** All milestones in their usual order. A reason is told only of a forecast that is later than planned. */
export function milestonesOf(
  period: Period,
  dates: ReadonlyMap<MilestoneKind, MilestoneDates>,
  rules: ConstructionRules,
): Milestone[] {
  return rules.milestones.map(({ kind, owedBy, share }) => {
    const planned = plannedOn(period, share);
    const { forecast, actual, reason } = dates.get(kind) ?? { forecast: null, actual: null, reason: null };
    return { kind, owedBy, planned, forecast, actual, reason: (forecast ?? '') > planned ? reason : null };
  });
}
