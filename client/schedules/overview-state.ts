// How the schedules of all operators stand, as the service tells of them.
import { batch, signal } from '@preact/signals';
import type { DayCount } from '../../server/calendar/schema.ts';
import type { Schedule, Unanswered } from '../../server/schedules/schema.ts';
import { loadBasics } from './rows.ts';
import { schedulesService } from './service.ts';

export interface Overview {
  asOf: string;
  schedules: readonly Schedule[];
  unanswered: readonly Unanswered[];
  /** How long an operator has where nothing else is said. */
  clock: DayCount;
}

export const overview = signal<Overview | null>(null);
export const overviewProblem = signal<unknown>(null);

/** Fetches all schedules as they are now. @throws {Problem} */
export async function readOverview(): Promise<void> {
  const [schedules, waiting, clock] = await Promise.all([
    schedulesService.schedules(),
    schedulesService.unanswered(''),
    schedulesService.clock(),
    loadBasics(),
  ]);
  batch(() => {
    overview.value = { asOf: waiting.asOf, schedules, unanswered: waiting.rows, clock };
    overviewProblem.value = null;
  });
}

export async function loadOverview(): Promise<void> {
  try {
    await readOverview();
  } catch (problem) {
    overviewProblem.value = problem;
  }
}
