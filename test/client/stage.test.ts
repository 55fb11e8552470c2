import { isOverdue, markOf } from '../../client/map/stage.ts';

const now = '2027-Q2';

test('without an active assignment the mark says whether the settlement is flagged', () => {
  expect(markOf(true, [], now)).toBe('flagged');
  expect(markOf(false, [], now)).toBe('other');
  expect(markOf(true, [{ stage: 'declined', finishQuarter: '2027-Q4' }], now)).toBe('flagged');
  expect(markOf(true, [{ stage: 'cancelled', finishQuarter: '2026-Q4' }], now)).toBe('flagged');
});

test('of several assignments the furthest counts', () => {
  expect(
    markOf(
      true,
      [
        { stage: 'under_construction', finishQuarter: '2027-Q4' },
        { stage: 'draft', finishQuarter: '2028-Q4' },
      ],
      now,
    ),
  ).toBe('construction');
});

test('overdue comes before all else, once the quarter of finish is past', () => {
  const late = { stage: 'accepted', finishQuarter: '2027-Q1' } as const;
  expect(isOverdue(late, now)).toBe(true);
  expect(isOverdue({ ...late, finishQuarter: now }, now)).toBe(false);
  expect(isOverdue({ ...late, stage: 'verified' }, now)).toBe(false);
  expect(isOverdue({ ...late, inTime: true }, now)).toBe(false);
  expect(markOf(true, [{ stage: 'verified', finishQuarter: '2026-Q1' }, late], now)).toBe('overdue');
});
