import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { assess } from '../../server/assessment/assess.ts';
import { editEvidence } from '../../server/assessment/edit-evidence.ts';
import { assign, withdraw } from '../../server/assignments/plan.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import { openAction } from '../../server/changes/record.ts';
import type { Database } from '../../server/database/database.ts';
import { coverageOf } from '../../server/reports/coverage.ts';
import { changedBetween } from '../../server/reports/changed.ts';
import { type Known, within } from '../../server/reports/known.ts';
import { readPast } from '../../server/reports/past.ts';
import { curveOf, overdueOf } from '../../server/reports/plan.ts';
import { readPresent } from '../../server/reports/present.ts';
import { settlementsByKeys, updatePopulation } from '../../server/places/queries.ts';
import { writeAssignments } from '../../server/assignments/queries.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { box, collection, polygon } from '../geodata/scratch.ts';
import { loadText, recordedCountry, registerOf } from '../recorded-country.ts';

let database: Database;
/** What was taken at the end of each of these days, before the next began. */
const taken = new Map<string, Known>();

beforeAll(async () => {
  database = await testDatabase();
  for (const [date, work] of days) {
    feignDate(date);
    await work(date);
    await assess(database, { type: 'country' }, date);
    taken.set(date, await readPresent(database, date));
  }
  jest.useRealTimers();
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => database.close());

const commitment = {
  operatorCode: 'north',
  technology: 'fibre' as const,
  startQuarter: '2026-Q2',
  finishQuarter: '2026-Q3',
  costTenge: 75_000_000,
  subsidyTenge: null,
  responsibleOfficer: 'А. Сәрсенов',
};
const claim = { operator: 'north', technology: 'fibre', download: 200, upload: 100, latency: 10, date: '2026-05-01' };
const around = (west: number, east: number) => ({
  properties: claim,
  geometry: polygon(box(west, 50.9, east, 51.1)),
});

let assignments: Assignment[] = [];

/** What happened, day by day. */
const days: [date: string, work: (date: string) => Promise<void>][] = [
  ['2026-05-10', (date) => recordedCountry(database, date)],
  // An area covers a and b; and a, b, d are assigned.
  [
    '2026-05-20',
    async (today) => {
      await loadText(database, 'coverage.geojson', collection([around(70.4, 71.6)]), { asOf: today });
      const settlements = [
        { regionCode: 'east', code: 'd' },
        { regionCode: 'east', code: 'e' },
      ];
      const reply = await assign(database, { login: 'planner', today }, { settlements, commitment });
      expect(reply.refused).toEqual([]);
      assignments = reply.done;
    },
  ],
  // The next edition of the claims is of b alone; d has 2,500 people; e's assignment is withdrawn.
  [
    '2026-08-01',
    async (today) => {
      await loadText(database, 'coverage.geojson', collection([around(71.4, 71.6)]), { asOf: today });
      await database.transaction(async () => {
        const key = { regionCode: 'east', code: 'd' };
        const action = await openAction(database, { actor: 'planner', verb: 'edit-settlement', regionCodes: ['east'] });
        const [before] = await settlementsByKeys(database, [key]);
        const after = { ...before, population: 2500, version: action.sequence('east') };
        await updatePopulation(database, key, after, after.version);
        action.add('east', { entity: 'settlement', key, before, after });
        await action.close();
      });
      await withdraw(database, { login: 'planner', today }, { assignments: [assignments[1]] });
    },
  ],
  // Measurements contradict the claim at b.
  [
    '2026-10-05',
    async (today) => {
      const id = '00000000-0000-4000-8000-0000000000aa';
      const where = { type: 'point' as const, longitude: 71.5, latitude: 51 };
      const measured = { download: 1, upload: 1, latency: 90, tests: 50, devices: 20, observedOn: '2026-10-01' };
      const after = { id, kind: 'measurement' as const, operatorCode: null, technology: null, where, ...measured };
      await editEvidence(database, { actor: 'planner', today, verb: 'add-evidence', id, seen: null, after });
    },
  ],
  // d is in service; a register says so.
  [
    '2026-11-20',
    async (today) => {
      await loadText(database, 'd.csv', registerOf('d,north,fibre,200,100,2026-11-19\n'), { asOf: today });
      await database.transaction(async () => {
        const action = await openAction(database, { actor: 'north', verb: 'amend', regionCodes: ['east'] });
        const after = { ...assignments[0], stage: 'operational' as const, version: action.sequence('east') };
        await writeAssignments(database, [after]);
        const key = { regionCode: 'east', settlementCode: 'd', number: 1 };
        action.add('east', { entity: 'assignment', key, before: assignments[0], after });
        await action.close();
      });
    },
  ],
];

test.each(days.map(([date]) => date))('the figures of %s are known again as they were then', async (date) => {
  const then = taken.get(date)!;
  const again = await readPast(database, date);
  expect(again.settlements.map(({ code, status, population }) => [code, status, population])).toEqual(
    then.settlements.map(({ code, status, population }) => [code, status, population]),
  );
  expect(coverageOf(again, undefined)).toEqual(coverageOf(then, undefined));
  expect(coverageOf(within(again, { region: 'west' }), 'west')).toEqual(
    coverageOf(within(then, { region: 'west' }), 'west'),
  );
  expect(curveOf(again)).toEqual(curveOf(then));
  expect(overdueOf(again)).toEqual(overdueOf(then));
});

test('a day between shows what the day before it left, and evidence that has aged since', async () => {
  const { settlements } = coverageOf(await readPast(database, '2026-06-15'), undefined).total.share;
  expect(settlements).toBe(coverageOf(taken.get('2026-05-20')!, undefined).total.share.settlements);
});

test('counted, served and flagged, day by day', () => {
  const figures = days.map(([date]) => {
    const { counted, served, flagged, populationMissing } = coverageOf(taken.get(date)!, undefined).total;
    return [date, counted, served, flagged, populationMissing];
  });
  const count = (settlements: number, residents: number) => ({ settlements, residents });
  expect(figures).toEqual([
    ['2026-05-10', count(4, 4300), count(1, 800), count(3, 3500), 1],
    ['2026-05-20', count(4, 4300), count(3, 2300), count(1, 2000), 1],
    ['2026-08-01', count(4, 4800), count(2, 1300), count(2, 3500), 1],
    ['2026-10-05', count(4, 4800), count(1, 800), count(3, 4000), 1],
    ['2026-11-20', count(4, 4800), count(2, 3300), count(2, 1500), 1],
  ]);
});

test('coverage names regions, districts and sources', async () => {
  const known = taken.get('2026-08-01')!;
  const country = coverageOf(known, undefined);
  expect(country.rows.map(({ regionCode, names, served }) => [regionCode, names?.en, served.settlements])).toEqual([
    ['east', 'East', 1],
    ['west', 'West', 1],
  ]);
  const west = coverageOf(within(known, { region: 'west' }), 'west');
  expect(west.rows.map(({ districtCode, share }) => [districtCode, share])).toEqual([
    ['w1', { settlements: 0, residents: 0 }],
    ['w2', { settlements: 1, residents: 1 }],
  ]);
  expect(west.total.share).toEqual({ settlements: 0.5, residents: 500 / 1500 });
  expect(country.sources.map(({ kind, source, dated, rows }) => [kind, source, dated, rows])).toEqual([
    ['population', '', '2026-01-01', 5],
    ['register', 'Ministry', '2026-05-10', 1],
    ['coverage', 'Ministry', '2026-08-01', 1],
  ]);
});

test('overdue on a day: by days × people, with operator and officer; nothing once it is in service', async () => {
  const [row] = overdueOf(taken.get('2026-10-05')!).rows;
  expect(row).toMatchObject({
    code: 'd', finishQuarter: '2026-Q3', dueOn: '2026-09-30', deadline: '2026-09-30', daysOverdue: 5, personDays: 12_500,
    operatorCode: 'north', stage: 'draft', cause: null, responsibleOfficer: 'А. Сәрсенов',
  }); // prettier-ignore
  expect(overdueOf(taken.get('2026-11-20')!).rows).toEqual([]);
  expect(overdueOf(await readPast(database, '2026-09-30')).rows).toEqual([]);
});

test('the curve: planned by baseline, forecast not before now, actual when it was reported', () => {
  const none = { settlements: 0, residents: 0 };
  const one = { settlements: 1, residents: 2500 };
  // Drafts are in no baseline.
  expect(curveOf(taken.get('2026-10-05')!).quarters).toEqual([
    { quarter: '2026-Q4', planned: none, forecast: one, actual: none },
  ]);
  expect(curveOf(taken.get('2026-11-20')!)).toMatchObject({
    servedBefore: { settlements: 1, residents: 800 },
    quarters: [{ quarter: '2026-Q4', planned: none, forecast: one, actual: one }],
    byStage: { operational: one },
  });
  expect(curveOf(within(taken.get('2026-11-20')!, { operator: 'south' })).quarters).toEqual([]);
});

test('what changed between two days', async () => {
  const report = await changedBetween(database, await readPast(database, '2026-10-04'), taken.get('2026-11-20')!);
  expect(report).toMatchObject({
    since: '2026-10-04',
    asOf: '2026-11-20',
    before: { served: { settlements: 2 } },
    after: { served: { settlements: 2 } },
    statusesInAll: 2,
    stages: [{ before: 'draft', after: 'operational', assignments: 1 }],
  });
  expect(report.statuses.map(({ code, before, after }) => [code, before, after])).toEqual([
    ['d', 'unknown', 'served'],
    ['b', 'served', 'contested'],
  ]);
  expect(report.work).toEqual([
    { verb: 'add-evidence', actions: 1, items: 1 },
    { verb: 'amend', actions: 1, items: 1 },
    { verb: 'import', actions: 1, items: 2 },
  ]);
});

test('before there was a programme there are no figures', async () => {
  await expect(readPast(database, '2026-05-09')).rejects.toThrow('There was no programme on 2026-05-09');
});
