import { ReasonCode } from '../../server/assignments/schema.ts';
import { readPlace, writePlace } from '../../client/schedules/address.ts';
import { reasonCodes, wholeReason } from '../../client/schedules/reason-fields.tsx';
import { idOf, newest, withReply } from '../../client/schedules/rows.ts';
import { quartersOf, workIn } from '../../client/schedules/timeline.tsx';
import { row } from './schedule-rows.ts';

test('an address says what it was written from', () => {
  const address = '?operator=north&view=timeline&search=%D0%B0%D0%BA&selected=11:001:1,11:002:2&compare=1-2';
  expect(readPlace(address)).toEqual({
    operator: 'north',
    view: 'timeline',
    search: 'ак',
    selected: ['11:001:1', '11:002:2'],
    compared: { from: 1, to: 2 },
  });
  expect(writePlace(readPlace(address))).toBe(address);
});

test('what an address says wrongly is as if it were not said', () => {
  expect(writePlace(readPlace('?view=wall&selected=11,x:y&compare=2'))).toBe('');
});

test('a reply brings what was done, and what was refused as it is now; other rows stay the same', () => {
  const rows = [
    row({ code: 'a', stage: 'proposed', daysLeft: 3, workingDaysLeft: 2, answerDueOn: '2026-11-30' }),
    row({ code: 'b', stage: 'proposed' }),
    row({ code: 'c', stage: 'proposed' }),
  ];
  const { names, ...whole } = rows[0];
  const assignment = { ...whole, costTenge: 5, subsidyTenge: null, responsibleOfficer: '', proposedOn: null };
  const next = withReply(rows, {
    actionId: null,
    done: [{ ...assignment, stage: 'accepted', answerDueOn: null, version: 8 }],
    refused: [
      {
        regionCode: '11',
        code: 'b',
        number: 1,
        conflicts: [{ code: 'changed-since', severity: 'error', detail: null }],
        present: { ...assignment, code: 'b', stage: 'cancelled', version: 9 },
      },
    ],
  });
  expect(next.map(({ stage, version, daysLeft }) => [stage, version, daysLeft])).toEqual([
    ['accepted', 8, null],
    ['cancelled', 9, null],
    ['proposed', 7, null],
  ]);
  expect(next[0].names).toEqual(names);
  expect(next[2]).toBe(rows[2]);
  expect(idOf(next[1])).toBe('11:b:1');
});

test('a reading that was under way while a reply came does not bring back what the reply replaced', () => {
  const shown = [row({ code: 'a', stage: 'accepted', version: 8 }), row({ code: 'b' }), row({ code: 'gone' })];
  const read = [row({ code: 'a', stage: 'proposed' }), row({ code: 'b', version: 9 }), row({ code: 'new' })];
  expect(newest(shown, read).map(({ code, stage, version }) => [code, stage, version])).toEqual([
    ['a', 'accepted', 8],
    ['b', 'draft', 9],
    ['new', 'draft', 7],
  ]);
});

test('the timeline reaches from this quarter to the last finish, and says what happens in each', () => {
  const work = row({ startQuarter: '2027-Q1', finishQuarter: '2027-Q3' });
  const columns = quartersOf([work], '2026-Q4');
  expect(columns).toEqual(['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3']);
  expect(columns.map((column) => workIn(work, column))).toEqual([null, 'start', 'work', 'finish']);
});

test('a reason is whole with a code and words', () => {
  expect(wholeReason({ code: 'power', text: '  ' })).toBeNull();
  expect(wholeReason({ code: '', text: 'because' })).toBeNull();
  expect(wholeReason({ code: 'power', text: ' because ' })).toEqual({ code: 'power', text: 'because' });
});

test('the reasons to choose from are those of the wire', () => {
  expect(reasonCodes).toEqual(ReasonCode.options);
});
