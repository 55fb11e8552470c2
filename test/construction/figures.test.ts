import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Viewer } from '../../server/accounts/schema.ts';
import { assign } from '../../server/assignments/plan.ts';
import { findAssignment } from '../../server/construction/progress.ts';
import { decideBlocker } from '../../server/construction/decide.ts';
import { inspect } from '../../server/construction/inspect.ts';
import { report } from '../../server/construction/report.ts';
import type { ProgressReport } from '../../server/construction/schema.ts';
import { takeStep } from '../../server/assignments/steps.ts';
import { insertAttachment } from '../../server/attachments/queries.ts';
import type { Database } from '../../server/database/database.ts';
import { coverageOf } from '../../server/reports/coverage.ts';
import { type Known, within } from '../../server/reports/known.ts';
import { readPast } from '../../server/reports/past.ts';
import { curveOf, overdueOf } from '../../server/reports/plan.ts';
import { readPresent } from '../../server/reports/present.ts';
import { approve } from '../../server/schedules/approve.ts';
import { askChange } from '../../server/change-requests/ask.ts';
import { decideChange } from '../../server/change-requests/decide.ts';
import { send } from '../../server/schedules/send.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { recordedCountry } from '../recorded-country.ts';
import { fast, slow } from './building.ts';

let database: Database;
/** What was known at the end of each of these days, before the next began. */
const taken = new Map<string, Known>();

const viewer = (login: string, role: Viewer['role'], operatorCode: string | null): Viewer => ({
  login, displayName: login, role, operatorCode, regionCode: null, districtCode: null,
}); // prettier-ignore
const north = viewer('operator', 'operator', 'north');
const planner = viewer('planner', 'planner', null);

const a = { regionCode: 'west', code: 'a', number: 1 };
const b = { regionCode: 'west', code: 'b', number: 1 };
const photograph = '00000000-0000-4000-8000-0000000000f1';
const blocker = '00000000-0000-4000-8000-0000000000b1';
let ids = 0;

const id = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
const seen = async (key: typeof a) => ({ ...key, version: (await findAssignment(database, key, null)).version });
async function tell(by: Viewer, key: typeof a, today: string, told: Partial<ProgressReport>) {
  const empty = { milestones: [], blockers: [], removed: [], tests: [], attachments: [], note: '', step: null };
  const about = { ...(await seen(key)), id: id(), writtenAt: `${today}T05:00:00.000Z` };
  await report(database, by, { ...empty, ...about, ...told }, today);
}
const stateDone = (today: string, key: typeof a) =>
  tell(planner, key, today, {
    milestones: (['land', 'power', 'permits'] as const).map((kind) => ({ kind, actual: '2026-11-10' })),
  });

/** What happened, day by day: a and b are promised for 2027-Q1. */
const days: [date: string, work: (today: string) => Promise<unknown>][] = [
  [
    '2026-11-01',
    async (today) => {
      await recordedCountry(database, today);
      const commitment = {
        operatorCode: 'north', technology: 'fibre', startQuarter: '2026-Q4', finishQuarter: '2027-Q1', costTenge: 1,
        subsidyTenge: null, responsibleOfficer: 'А. Сәрсенов',
      } as const; // prettier-ignore
      const settlements = [a, b].map(({ regionCode, code }) => ({ regionCode, code }));
      await assign(database, { login: 'planner', today }, { settlements, commitment });
      const stepper = { login: 'planner', today, party: 'planner', company: null } as const;
      const { done } = await send(database, stepper, 'north', { responsibleOfficer: 'officer' });
      const theirs = { login: 'operator', today, party: 'operator', company: 'north' } as const;
      await takeStep(database, theirs, { step: 'accept', assignments: done });
      await approve(database, stepper, 'north', 1);
    },
  ],
  // The state did all that it owes, but for a line of power to b.
  [
    '2026-12-01',
    async (today) => {
      await stateDone(today, a);
      await stateDone(today, b);
      const raised = { id: blocker, cause: 'power', owedBy: 'ministry', since: today, text: 'Желі жоқ' } as const;
      await tell(north, b, today, { blockers: [raised] });
    },
  ],
  [
    '2027-02-10',
    async (today) => {
      const text = 'Расталды';
      const decision = { ...(await seen(b)), blocker, decision: 'confirmed' as const, text };
      await decideBlocker(database, planner, decision);
      const reason = { code: 'supply', text: 'Кабель жоқ' } as const;
      await tell(north, a, today, { milestones: [{ kind: 'on-air', forecast: '2027-05-20', reason }] });
    },
  ],
  ['2027-04-10', async () => {}],
  // The line is there since the end of January: b gets 60 days more, until 30 May. a works, they say.
  [
    '2027-05-10',
    async (today) => {
      await tell(planner, b, today, { removed: [{ id: blocker, until: '2027-01-30' }] });
      const sentHash = 'x';
      await insertAttachment(database, {
        ...a, id: photograph, kind: 'photograph', operatorCode: 'north', mediaType: 'image/jpeg', fileName: 'a.jpg',
        bytes: 1, hash: 'x', sentHash, width: 1, height: 1, sentBy: 'operator', sentOn: today,
      }); // prettier-ignore
      await tell(north, a, today, { step: 'start-construction' });
      const milestones = [{ kind: 'on-air' as const, actual: '2027-05-08' }];
      await tell(north, a, today, { step: 'report-operational', attachments: [photograph], tests: fast, milestones });
    },
  ],
  // It does not; and b is promised anew.
  [
    '2027-06-04',
    async (today) => {
      const request = {
        ...(await seen(a)),
        id: id(),
        inspectedOn: today,
        inspector: 'Д',
        tests: slow,
        attachments: [],
        note: '',
      };
      const reason = { code: 'backhaul', text: 'Медиана 9 Мбит/с' } as const;
      await inspect(database, planner, { ...request, reason }, today);
      const theirs = { login: 'operator', today, party: 'operator', company: 'north' } as const;
      const changes = { finishQuarter: '2027-Q4' };
      const asked = await askChange(database, theirs, { assignments: [await seen(b)], changes, reason });
      const stepper = { login: 'planner', today, party: 'planner', company: null } as const;
      await decideChange(database, stepper, { requests: asked.requests, decision: 'accept', text: '' });
    },
  ],
];

beforeAll(async () => {
  database = await testDatabase();
  for (const [date, work] of days) {
    feignDate(date);
    await work(date);
    taken.set(date, await readPresent(database, date));
  }
  jest.useRealTimers();
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => database.close());

test.each(days.map(([date]) => date))(
  'what is overdue and the curve of %s are known again as they were then',
  async (date) => {
    const then = taken.get(date)!;
    const again = await readPast(database, date);
    expect(again.assignments.map(({ timing }) => timing)).toEqual(then.assignments.map(({ timing }) => timing));
    expect(curveOf(again)).toEqual(curveOf(then));
    expect(overdueOf(again)).toEqual(overdueOf(then));
  },
);

const overdueOn = (date: string) =>
  overdueOf(taken.get(date)!).rows.map(({ code, dueOn, daysStopped, deadline, daysOverdue, personDays, cause }) => [
    code, dueOn, daysStopped, deadline, daysOverdue, personDays, cause && `${cause.code} ${cause.owedBy}`,
  ]); // prettier-ignore

test('overdue: by the deadline with the days on which the clock stood, with cause and who owes it', () => {
  expect(overdueOn('2027-02-10')).toEqual([]);
  // The clock of b stands still since 1 December: 130 days, until 8 August.
  expect(overdueOn('2027-04-10')).toEqual([['a', '2027-03-31', 0, '2027-03-31', 10, 10_000, 'supply operator']]);
  expect(overdueOn('2027-05-10')).toEqual([]);
  // Returned, a is overdue again; b, removed as of January, was given 60 days and is promised for the end of the year.
  expect(overdueOn('2027-06-04')).toEqual([['a', '2027-03-31', 0, '2027-03-31', 65, 65_000, 'backhaul operator']]);
  const standings = (date: string) =>
    taken.get(date)!.assignments.map(({ timing }) => [timing.standing, timing.deadline]);
  expect(standings('2027-02-10')).toEqual([['slipped', '2027-03-31'], ['at-risk', '2027-06-10']]); // prettier-ignore
  expect(standings('2027-05-10')).toEqual([['slipped', '2027-03-31'], ['at-risk', '2027-05-30']]); // prettier-ignore
  expect(coverageOf(taken.get('2027-04-10')!, undefined).total.overdue).toEqual({ settlements: 1, residents: 1000 });
});

const curveOn = (date: string) =>
  curveOf(taken.get(date)!).quarters.map(({ quarter, planned, forecast, actual }) =>
    [quarter, planned.settlements, forecast.settlements, actual?.settlements ?? null].join(' '),
  );

test('the curve: planned by the baseline in force, forecast as it is expected, actual as it came', () => {
  expect(curveOn('2026-11-01')).toEqual(['2027-Q1 2 2 ']);
  expect(curveOn('2027-02-10')).toEqual(['2027-Q1 2 0 0', '2027-Q2 2 2 ']);
  expect(curveOn('2027-04-10')).toEqual(['2027-Q1 2 0 0', '2027-Q2 2 1 0', '2027-Q3 2 2 ']);
  expect(curveOn('2027-05-10')).toEqual(['2027-Q1 2 0 0', '2027-Q2 2 2 1']);
  // The second baseline promises b for the fourth quarter; what failed is not there.
  expect(curveOn('2027-06-04')).toEqual([
    '2027-Q1 1 0 0',
    '2027-Q2 1 1 0',
    '2027-Q3 1 1 ',
    '2027-Q4 2 1 ',
    '2028-Q1 2 2 ',
  ]);
  expect(curveOf(within(taken.get('2027-06-04')!, { operator: 'south' })).quarters).toEqual([]);
});
