import { expect, test } from '@jest/globals';
import { quarterAt, quarterNumber, quarterOf, quartersBetween } from '../../server/calendar/quarters.ts';

test('quarters count, sort and lie between', () => {
  expect(quarterNumber('2027-Q3')).toBe(8110);
  expect(quarterAt(8110)).toBe('2027-Q3');
  expect([quarterOf('2026-01-01'), quarterOf('2026-03-31'), quarterOf('2026-11-22')]).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q4',
  ]);
  expect(quartersBetween('2026-Q4', '2027-Q2')).toEqual(['2026-Q4', '2027-Q1', '2027-Q2']);
  expect(quartersBetween('2027-Q2', '2026-Q4')).toEqual([]);
});
