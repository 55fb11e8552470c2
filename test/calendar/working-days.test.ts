import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, weekday } from '../../server/calendar/days.ts';
import { readHolidays, workingDays } from '../../server/calendar/holidays.ts';

const kazakhstan = readHolidays('kazakhstan');

/** The days off of a year that are not on a weekend. */
const weekdaysOff = (year: number): string[] =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter(
    (date) => date.startsWith(`${year}`) && weekday(date) < 6 && !workingDays.isWorkingDay(date),
  );

test('days off of 2026 as published, with those that stand in for a holiday on a weekend', () => {
  expect(weekdaysOff(2026)).toEqual([
    '2026-01-01',
    '2026-01-02',
    '2026-01-07',
    '2026-03-09',
    '2026-03-23',
    '2026-03-24',
    '2026-03-25',
    '2026-05-01',
    '2026-05-07',
    '2026-05-11',
    '2026-05-27',
    '2026-07-06',
    '2026-10-26',
    '2026-12-16',
  ]);
});

test('days off of 2027: the Constitution has its new day, Kurban Ait on a Sunday is not moved', () => {
  expect(weekdaysOff(2027)).toEqual([
    '2027-01-01',
    '2027-01-04',
    '2027-01-07',
    '2027-03-08',
    '2027-03-15',
    '2027-03-22',
    '2027-03-23',
    '2027-03-24',
    '2027-05-03',
    '2027-05-07',
    '2027-05-10',
    '2027-07-06',
    '2027-10-25',
    '2027-12-16',
  ]);
});

test('days off of 2028', () => {
  expect(weekdaysOff(2028)).toEqual([
    '2028-01-03',
    '2028-01-04',
    '2028-01-07',
    '2028-03-08',
    '2028-03-15',
    '2028-03-21',
    '2028-03-22',
    '2028-03-23',
    '2028-05-01',
    '2028-05-05',
    '2028-05-08',
    '2028-05-09',
    '2028-07-06',
    '2028-10-25',
    '2028-12-18',
  ]);
});

test('every dated day is the tenth of Dhu al-Hijja, and every day off has its source', () => {
  const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'numeric',
  });
  expect(kazakhstan.dated.map(({ date }) => hijri.format(new Date(date)))).toEqual(['12/10', '12/10', '12/10']);
  expect(kazakhstan.dated.map(({ expected }) => expected)).toEqual([false, true, true]);
  for (const { citation } of [...kazakhstan.yearly, ...kazakhstan.dated]) expect(citation.length).toBeGreaterThan(40);
});

test.each([
  ['2026-11-20', 7, 'calendar', '2026-11-27'],
  ['2026-11-22', 7, 'calendar', '2026-11-30'],
  ['2026-12-09', 7, 'calendar', '2026-12-17'],
  ['2026-12-09', 7, 'working', '2026-12-21'],
  ['2026-12-31', 1, 'calendar', '2027-01-05'],
  ['2027-03-19', 3, 'working', '2027-03-29'],
] as const)('from %s, %d %s days end on %s', (start, days, kind, end) => {
  expect(workingDays.deadline(start, { days, kind })).toBe(end);
});

test('working days left are those after today, the last one included', () => {
  expect(workingDays.workingDaysLeft('2026-11-20', '2026-11-30')).toBe(6);
  expect(workingDays.workingDaysLeft('2026-11-30', '2026-11-30')).toBe(0);
  expect(workingDays.workingDaysLeft('2026-12-02', '2026-11-30')).toBe(-2);
});

const anyDate = fc.integer({ min: 0, max: 3 * 365 }).map((days) => addDays('2026-01-01', days));

test('a deadline is a working day, is never sooner than the period, and grows with it', () => {
  fc.assert(
    fc.property(
      anyDate,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('calendar', 'working'),
      (start, days, kind) => {
        const end = workingDays.deadline(start, { days, kind });
        expect(workingDays.isWorkingDay(end)).toBe(true);
        expect(daysBetween(start, end)).toBeGreaterThanOrEqual(days);
        expect(workingDays.deadline(start, { days: days + 1, kind }) >= end).toBe(true);
        if (kind === 'working') expect(workingDays.workingDaysLeft(start, end)).toBe(days);
      },
    ),
  );
});
