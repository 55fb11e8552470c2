import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readProfile } from '../../server/assessment/profiles.ts';
import { addDays, daysBetween } from '../../server/calendar/days.ts';
import { quarterAt } from '../../server/calendar/quarters.ts';
import { constructionRules as rules } from '../../server/construction/country-rules.ts';
import { datesAfter, type MilestoneDates, plannedOn, type Telling } from '../../server/construction/milestones.ts';
import { failingOf, medianOf, wantedOf } from '../../server/construction/rules.ts';
import { type Blocker, ConstructionRules, MilestoneKind } from '../../server/construction/schema.ts';
import { type Building, timingOf } from '../../server/construction/timing.ts';

const period = { startQuarter: '2027-Q1', finishQuarter: '2027-Q3' };
/** What the state owes, done in time. */
const stateDone = (['land', 'power', 'permits'] as const).map((kind) => done(kind, '2027-02-01'));

function done(kind: MilestoneKind, actual: string | null, forecast: string | null = null): MilestoneDates {
  return { kind, forecast, actual, reason: null };
}

const blocker = (changes: Partial<Blocker> = {}): Blocker => ({
  id: '00000000-0000-4000-8000-000000000001',
  cause: 'power',
  owedBy: 'ministry',
  text: 'No line of 10 kV',
  since: '2027-03-01',
  until: null,
  decision: 'confirmed',
  decisionText: '',
  raisedBy: 'operator',
  ...changes,
});

const built = (milestones: MilestoneDates[] = [], changes: Partial<Building> = {}): Building => ({
  ...period,
  stage: 'under_construction',
  reason: null,
  blockers: [],
  ...changes,
  dates: new Map([...stateDone, ...milestones].map((dates) => [dates.kind, dates])),
});

/** Milestones that the operator owes, done in time. */
const worksDone = (['survey', 'design', 'backhaul', 'construction', 'equipment'] as const).map((kind) =>
  done(kind, '2027-03-01'),
);

test('the rules of Kazakhstan: what the state owes is land, power and permits, and stops the clock', () => {
  const owed = rules.milestones.filter(({ owedBy }) => owedBy !== 'operator');
  expect(owed.map(({ kind, owedBy, stopsClock }) => [kind, owedBy, stopsClock])).toEqual([
    ['land', 'local-authority', true],
    ['power', 'ministry', true],
    ['permits', 'local-authority', true],
  ]);
  expect([rules.operational.photographs, rules.operational.tests, rules.inspection.tests]).toEqual([1, 3, 3]);
  const twice = { ...rules, milestones: [...rules.milestones, rules.milestones[0]] };
  expect(ConstructionRules.safeParse(twice).success).toBe(false);
});

test('planned dates: a share of the days from the first of the start quarter to the last of the finish quarter', () => {
  expect([0, 0.5, 1].map((share) => plannedOn(period, share))).toEqual(['2027-01-01', '2027-05-17', '2027-09-30']);
  expect(plannedOn({ startQuarter: '2028-Q1', finishQuarter: '2028-Q1' }, 1)).toBe('2028-03-31');
});

test('on time: promised, deadline and forecast are one day', () => {
  expect(timingOf(built(worksDone), rules, '2027-05-01')).toEqual({
    promised: '2027-09-30',
    daysStopped: 0,
    deadline: '2027-09-30',
    forecast: '2027-09-30',
    stoppedBy: null,
    standing: 'on-time',
    cause: null,
  });
});

test('a milestone of the state that is late stops the clock from the day after it was planned until it is done', () => {
  const late = built([...worksDone, done('power', null, '2027-05-01')]);
  expect(timingOf(late, rules, '2027-05-17')).toMatchObject({ daysStopped: 0, stoppedBy: null });
  const stoppedBy = { code: 'power', owedBy: 'ministry', text: '', since: '2027-05-18' };
  expect(timingOf(late, rules, '2027-05-27')).toMatchObject({
    daysStopped: 10,
    deadline: '2027-10-10',
    stoppedBy,
    standing: 'on-time',
  });
  expect(timingOf(late, rules, '2027-06-01')).toMatchObject({
    daysStopped: 15,
    standing: 'at-risk',
    cause: { code: 'power', owedBy: 'ministry', text: '' },
  });
  const since = built([...worksDone, done('power', '2027-06-01')]);
  expect(timingOf(since, rules, '2027-07-01')).toMatchObject({ daysStopped: 15, stoppedBy: null, standing: 'on-time' });
});

test('a milestone of the state of which nobody told a date stops nothing', () => {
  const untold = built([...worksDone, done('power', null)]);
  expect(timingOf(untold, rules, '2027-06-01')).toMatchObject({ daysStopped: 0, stoppedBy: null, standing: 'at-risk' });
  expect(timingOf(untold, rules, '2027-10-01')).toMatchObject({ deadline: '2027-09-30', standing: 'overdue' });
});

test('a blocker of the state stops the clock once it is confirmed; days that two cover count once', () => {
  const timing = (...blockers: Blocker[]) => timingOf(built(worksDone, { blockers }), rules, '2027-03-21');
  expect(timing(blocker())).toMatchObject({ daysStopped: 20, stoppedBy: { since: '2027-03-01' }, standing: 'at-risk' });
  expect(timing(blocker({ decision: null }))).toMatchObject({ daysStopped: 0, stoppedBy: null, standing: 'at-risk' });
  expect(timing(blocker({ decision: 'refused' }))).toMatchObject({ daysStopped: 0, standing: 'on-time', cause: null });
  expect(timing(blocker({ owedBy: 'operator' }))).toMatchObject({ daysStopped: 0, standing: 'at-risk' });
  expect(timing(blocker({ until: '2027-03-11' }))).toMatchObject({ daysStopped: 10, standing: 'on-time' });
  const other = blocker({ id: '00000000-0000-4000-8000-000000000002', since: '2027-03-06', until: '2027-03-16' });
  expect(timing(blocker({ until: '2027-03-11' }), other)).toMatchObject({ daysStopped: 15 });
});

test('days count from the start quarter on, and not once it is on air', () => {
  const early = blocker({ since: '2026-01-01', until: '2027-01-06' });
  expect(timingOf(built(worksDone, { blockers: [early] }), rules, '2027-05-01').daysStopped).toBe(5);
  expect(timingOf(built(worksDone, { blockers: [blocker()] }), rules, '2026-11-22').daysStopped).toBe(0);
  const works = { stage: 'verified', blockers: [blocker()] } as const;
  expect(timingOf(built([...worksDone, done('on-air', '2027-03-11')], works), rules, '2027-12-01')).toEqual({
    promised: '2027-09-30',
    daysStopped: 10,
    deadline: '2027-10-10',
    forecast: '2027-03-11',
    stoppedBy: null,
    standing: 'on-time',
    cause: null,
  });
});

test('before it is agreed, no clock stands still', () => {
  const draft = { ...built([], { stage: 'draft' }), dates: new Map() };
  expect(timingOf(draft, rules, '2027-10-01')).toMatchObject({ daysStopped: 0, standing: 'overdue', stoppedBy: null });
});

test('slipped: the forecast is later than the deadline; overdue: the deadline is past', () => {
  const reason = { code: 'supply', text: 'Equipment arrives in autumn' } as const;
  const later = built([...worksDone, { ...done('on-air', null, '2027-11-15'), reason }]);
  const cause = { ...reason, owedBy: 'operator' };
  expect(timingOf(later, rules, '2027-09-30')).toMatchObject({ forecast: '2027-11-15', standing: 'slipped', cause });
  expect(timingOf(later, rules, '2027-10-01')).toMatchObject({ forecast: '2027-11-15', standing: 'overdue', cause });
  expect(timingOf(later, rules, '2027-12-01')).toMatchObject({ forecast: '2027-12-01', standing: 'overdue' });
  const came = built([...worksDone, done('on-air', '2027-10-01')], { stage: 'operational' });
  expect(timingOf(came, rules, '2027-12-01')).toMatchObject({ forecast: '2027-10-01', standing: 'slipped' });
});

test('a step of the operator that is late puts it at risk, less the days on which its clock stood', () => {
  const works = [...worksDone, done('backhaul', null)];
  expect(timingOf(built(works), rules, '2027-07-24').standing).toBe('on-time');
  expect(timingOf(built(works), rules, '2027-07-25').standing).toBe('at-risk');
  const stood = { blockers: [blocker({ until: '2027-03-11' })] };
  expect(timingOf(built(works, stood), rules, '2027-08-03').standing).toBe('on-time');
  expect(timingOf(built(works, stood), rules, '2027-08-04').standing).toBe('at-risk');
  expect(timingOf(built([...worksDone, done('backhaul', null, '2027-07-25')]), rules, '2027-03-01').standing).toBe(
    'at-risk',
  );
});

test('the cause: what stops the clock, then what stands in the way, then why it was returned, then what was said', () => {
  const reason = { code: 'cost', text: 'Median below 100' } as const;
  const said = { ...done('on-air', null, '2028-01-15'), reason: { code: 'weather', text: 'Flood' } } as const;
  const own = blocker({
    id: '00000000-0000-4000-8000-000000000009',
    owedBy: 'operator',
    cause: 'supply',
    since: '2027-01-01',
  });
  const cause = (changes: Partial<Building>) => timingOf(built([said], changes), rules, '2027-10-05').cause?.code;
  expect(cause({ blockers: [own, blocker()], reason })).toBe('power');
  expect(cause({ blockers: [own], reason })).toBe('supply');
  expect(cause({ reason })).toBe('cost');
  expect(cause({})).toBe('weather');
  expect(timingOf(built(), rules, '2027-10-05').cause).toBeNull();
});

test('medians by figure; of an even number the mean of the middle two', () => {
  const tests = [
    { download: 9, upload: 3, latency: 80 },
    { download: 200, upload: 1, latency: 90 },
    { download: 8, upload: 2, latency: 70 },
  ];
  expect(medianOf(tests)).toEqual({ download: 9, upload: 2, latency: 80 });
  expect(medianOf([...tests, { download: 10, upload: 4, latency: 60 }])).toEqual({
    download: 9.5,
    upload: 2.5,
    latency: 75,
  });
});

test('what is found against what the profile wants', async () => {
  const [kazakhstan, america] = await Promise.all([readProfile('kazakhstan-2024'), readProfile('us-bead')]);
  expect(wantedOf(kazakhstan, 'fibre')).toEqual({ download: 100, upload: null, latency: null });
  expect(wantedOf(kazakhstan, '2g')).toBeNull();
  const wanted = wantedOf(america, 'fibre')!;
  expect(wanted).toEqual({ download: 100, upload: 20, latency: 100 });
  expect(failingOf({ download: 100, upload: 20, latency: 100 }, wanted)).toEqual([]);
  expect(failingOf({ download: 99.9, upload: 19.9, latency: 100.1 }, wanted)).toEqual([
    'download',
    'upload',
    'latency',
  ]);
  expect(failingOf({ download: 1000, upload: 1000, latency: 1 }, null)).toEqual(['technology']);
});

const date = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2026-06-01', days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyBlocker = fc
  .record({
    id: fc.uuid(),
    cause: fc.constant('power' as const),
    owedBy: fc.constantFrom('operator' as const, 'ministry' as const, 'local-authority' as const),
    text: fc.constant('x'),
    since: date,
    until: maybe(fc.integer({ min: 0, max: 300 })),
    decision: fc.constantFrom('confirmed' as const, 'refused' as const, null),
    decisionText: fc.constant(null),
    raisedBy: fc.constant('operator'),
  })
  .map((one): Blocker => ({ ...one, until: one.until === null ? null : addDays(one.since, one.until) }));
const anyMilestone = fc.record({
  kind: fc.constantFrom(...MilestoneKind.options),
  forecast: maybe(date),
  actual: maybe(date),
  reason: fc.constantFrom(null, { code: 'supply' as const, text: 'x' }),
});
const anyBuilding = fc
  .record({
    start: fc.integer({ min: 2026 * 4, max: 2027 * 4 }),
    length: fc.integer({ min: 0, max: 6 }),
    stage: fc.constantFrom(
      'approved' as const,
      'under_construction' as const,
      'operational' as const,
      'returned' as const,
    ),
    blockers: fc.array(anyBlocker, { maxLength: 6 }),
    milestones: fc.array(anyMilestone, { maxLength: 9 }),
  })
  .map(({ start, length, stage, blockers, milestones }): Building => ({
    startQuarter: quarterAt(start),
    finishQuarter: quarterAt(start + length),
    stage,
    reason: null,
    blockers,
    dates: new Map(milestones.map((one) => [one.kind, one])),
  }));

test('days stopped are never negative and never more than have gone by; the deadline is the promise and those days', () => {
  fc.assert(
    fc.property(anyBuilding, date, (building, today) => {
      const { daysStopped, deadline, promised } = timingOf(building, rules, today);
      const start = plannedOn(building, 0);
      expect(daysStopped).toBeGreaterThanOrEqual(0);
      expect(daysStopped).toBeLessThanOrEqual(Math.max(0, daysBetween(start, today)));
      expect(deadline).toBe(addDays(promised, daysStopped));
    }),
  );
});

test('days stopped are those that can be counted one by one', () => {
  fc.assert(
    fc.property(anyBuilding, date, (building, today) => {
      const isTold = ({ forecast, actual }: Partial<MilestoneDates> = {}) => (forecast ?? actual ?? null) !== null;
      const stopping = rules.milestones.filter(
        ({ kind, owedBy }) => owedBy !== 'operator' && isTold(building.dates.get(kind)),
      );
      const spans = [
        ...stopping.map(({ kind, share }) => [
          plannedOn(building, share),
          building.dates.get(kind)?.actual ?? '9999-01-01',
        ]),
        ...building.blockers
          .filter(({ owedBy, decision }) => owedBy !== 'operator' && decision === 'confirmed')
          .map(({ since, until }) => [since, until ?? '9999-01-01']),
      ];
      const onAir = building.stage === 'operational' ? (building.dates.get('on-air')?.actual ?? today) : today;
      let count = 0;
      for (let day = plannedOn(building, 0); day < onAir && day < today; day = addDays(day, 1)) {
        if (spans.some(([from, to]) => from <= day && day < to)) count += 1;
      }
      expect(timingOf(building, rules, today).daysStopped).toBe(count);
    }),
    { numRuns: 50 },
  );
});

test('one more confirmed blocker never brings the deadline nearer, nor does a day that goes by', () => {
  fc.assert(
    fc.property(anyBuilding, anyBlocker, date, (building, more, today) => {
      const before = timingOf(building, rules, today).deadline;
      const confirmed = { ...more, owedBy: 'ministry' as const, decision: 'confirmed' as const };
      const blockers = [...building.blockers, confirmed];
      expect(timingOf({ ...building, blockers }, rules, today).deadline >= before).toBe(true);
      expect(timingOf(building, rules, addDays(today, 1)).deadline >= before).toBe(true);
    }),
  );
});

test('what is on time has no cause, what is overdue is not on air, and the order of blockers says nothing', () => {
  fc.assert(
    fc.property(anyBuilding, date, (building, today) => {
      const timing = timingOf(building, rules, today);
      if (timing.standing === 'on-time')
        expect([timing.cause, timing.forecast > timing.deadline]).toEqual([null, false]);
      if (timing.standing === 'overdue')
        expect([building.stage === 'operational', today > timing.deadline]).toEqual([false, true]);
      if (timing.stoppedBy !== null) expect(timing.stoppedBy.since <= today).toBe(true);
      expect(timingOf({ ...building, blockers: building.blockers.toReversed() }, rules, today)).toEqual(timing);
    }),
  );
});

const anyTelling = fc
  .record({
    id: fc.uuid(),
    written: fc.integer({ min: 0, max: 50 }),
    waited: fc.integer({ min: -5, max: 50 }),
    milestones: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(...MilestoneKind.options),
          forecast: maybe(date),
          actual: maybe(date),
          reason: fc.constant({ code: 'supply' as const, text: 'x' }),
        },
        { requiredKeys: ['kind'] },
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ written, waited, ...rest }): Telling => {
    const at = (minutes: number) => new Date(Date.UTC(2027, 0, 1, 0, minutes)).toISOString();
    return { ...rest, writtenAt: at(written), receivedAt: at(written + waited) };
  });

test('the order in which reports arrive says nothing: what was written last stands', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(anyTelling, { maxLength: 8, selector: ({ id }) => id })
        .chain((tellings) =>
          fc.tuple(fc.constant(tellings), fc.shuffledSubarray(tellings, { minLength: tellings.length })),
        ),
      ([tellings, shuffled]) => {
        const sorted = (from: readonly Telling[]) =>
          [...datesAfter(from).values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
        expect(sorted(shuffled)).toEqual(sorted(tellings));
      },
    ),
  );
});

test('what takes a step holds from its receipt, whatever the clock of the device says', () => {
  const at = '2027-06-04T10:00:00.000Z';
  const found = { id: 'a', writtenAt: at, receivedAt: at, milestones: [{ kind: 'on-air' as const, actual: null }] };
  const mended: Telling = {
    id: 'b',
    writtenAt: '2027-06-01T10:00:00.000Z',
    receivedAt: '2027-06-05T10:00:00.000Z',
    milestones: [{ kind: 'on-air', actual: '2027-06-05' }],
    step: 'report-operational',
  };
  expect(datesAfter([mended, found]).get('on-air')?.actual).toBe('2027-06-05');
  expect(datesAfter([{ ...mended, step: null }, found]).get('on-air')?.actual).toBeNull();
});

test('a clock that runs ahead does not win for ever', () => {
  const told = (id: string, writtenAt: string, receivedAt: string, actual: string): Telling => ({
    id,
    writtenAt,
    receivedAt,
    milestones: [{ kind: 'survey', actual }],
  });
  const ahead = told('a', '2099-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', '2026-12-01');
  const next = told('b', '2027-01-02T00:00:00.000Z', '2027-01-02T00:00:00.000Z', '2026-12-02');
  expect(datesAfter([ahead, next]).get('survey')?.actual).toBe('2026-12-02');
});
