import { bySection, sectionOf } from '../../client/operator/sections.ts';
import { row } from './schedule-rows.ts';

const current = '2027-Q2';

test.each([
  [
    'what is proposed needs an answer',
    { stage: 'proposed', startQuarter: '2026-Q1', finishQuarter: '2026-Q2' },
    'answer',
  ],
  ['what should be finished is overdue', { stage: 'approved', finishQuarter: '2027-Q1' }, 'overdue'],
  [
    'an answer that waits for the ministry lies where its quarters are',
    { stage: 'countered', startQuarter: '2027-Q3' },
    'later',
  ],
  ['what has begun is of this quarter', { stage: 'under_construction', startQuarter: '2027-Q1' }, 'quarter'],
  ['what begins now is of this quarter', { stage: 'accepted', startQuarter: '2027-Q2' }, 'quarter'],
  ['what works is done, however late', { stage: 'operational', finishQuarter: '2027-Q1' }, 'done'],
  ['what was declined is done', { stage: 'declined', finishQuarter: '2027-Q1' }, 'done'],
  ['a draft is not the operator’s yet', { stage: 'draft' }, null],
] as const)('%s', (_, changes, section) => {
  expect(sectionOf(row({ startQuarter: '2027-Q1', finishQuarter: '2027-Q4', ...changes }), current)).toBe(section);
});

test('answers by the days left, all else by the finish', () => {
  const groups = bySection(
    [
      row({ code: 'a', stage: 'proposed', daysLeft: 5 }),
      row({ code: 'b', stage: 'proposed', daysLeft: -2 }),
      row({ code: 'c', stage: 'approved', startQuarter: '2027-Q3', finishQuarter: '2028-Q1' }),
      row({ code: 'd', stage: 'approved', startQuarter: '2027-Q4', finishQuarter: '2027-Q4' }),
    ],
    current,
  );
  expect(groups.answer.map(({ code }) => code)).toEqual(['b', 'a']);
  expect(groups.later.map(({ code }) => code)).toEqual(['d', 'c']);
});

test('a clock that stood still moves what is overdue, and what is due first', () => {
  const stopped = { stage: 'approved', finishQuarter: '2027-Q1', deadline: '2027-05-20', standing: 'on-time' } as const;
  expect(sectionOf(row(stopped), current)).toBe('quarter');
  expect(sectionOf(row({ ...stopped, standing: 'overdue' }), current)).toBe('overdue');
  const sooner = row({ ...stopped, code: 'sooner', deadline: '2027-05-10' });
  expect(bySection([row(stopped), sooner], current).quarter.map(({ code }) => code)).toEqual(['sooner', '001']);
});
