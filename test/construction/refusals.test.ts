import { beforeAll, expect, test } from '@jest/globals';
import type { Assignment } from '../../server/assignments/schema.ts';
import { identifier } from '../../server/changes/identifier.ts';
import { building, fast } from './building.ts';

const story = building();
let begun: Assignment;
let photograph: string;

beforeAll(async () => {
  const approved = await story.approved('west', 'a');
  photograph = await story.photograph(approved);
  begun = (await story.report(approved, { step: 'start-construction' })).assignment;
});

const reason = { code: 'supply', text: 'Кабель жоқ' };
const milestone = (told: object) => ({ milestones: [told] });
const raised = (told: object = {}) => ({
  id: identifier(), cause: 'land', owedBy: 'local-authority', since: '2026-11-01', text: 'Жер жоқ', ...told,
}); // prettier-ignore
const proof = (told: object = {}) => ({ step: 'report-operational', attachments: [photograph], tests: fast, ...told });

test.each<[string, () => object, string, string]>([
  ['nothing at all', () => ({}), 'nothing-told', 'input'],
  ['a kind twice', () => ({ milestones: [{ kind: 'survey' }, { kind: 'survey' }] }), 'named-twice', 'milestones'],
  ['what the state owes', () => milestone({ kind: 'power', actual: '2026-11-01' }), 'owed-by-another', 'milestones.0'],
  ['a day to come as done', () => milestone({ kind: 'survey', actual: '2026-11-23' }), 'actual-in-future', 'milestones.0.actual'],
  ['a mistyped year', () => milestone({ kind: 'survey', actual: '1026-11-01' }), 'date-impossible', 'milestones.0.actual'],
  ['a forecast of the past', () => milestone({ kind: 'survey', forecast: '2026-11-21' }), 'forecast-past', 'milestones.0.forecast'],
  ['a late forecast without a reason', () => milestone({ kind: 'survey', forecast: '2027-01-29' }), 'needs-reason', 'milestones.0.reason'],
  ['on air without proof', () => milestone({ kind: 'on-air', actual: '2026-11-20' }), 'on-air-needs-proof', 'milestones.0.actual'],
  ['a blocker that is yet to come', () => ({ blockers: [raised({ since: '2026-11-23' })] }), 'actual-in-future', 'blockers.0.since'],
  ['a blocker that is not there', () => ({ removed: [{ id: identifier(), until: '2026-11-20' }] }), 'unknown-blocker', 'removed.0'],
  ['a file that is not there', () => ({ attachments: [identifier()] }), 'unknown-attachment', 'attachments.0'],
  ['no photograph', () => proof({ attachments: [] }), 'needs-photographs', 'attachments'],
  ['two tests', () => proof({ tests: fast.slice(1) }), 'needs-tests', 'tests'],
  ['works done after it was on air', () => proof({ milestones: [{ kind: 'equipment', actual: '2026-11-22' }, { kind: 'on-air', actual: '2026-11-20' }] }), 'on-air-before-works', 'milestones'],
])('%s is refused', async (_, told, code, where) => {
  expect(await story.refused(begun, told())).toEqual([422, code, where]);
  expect((await story.progress(begun)).reports).toHaveLength(1);
}); // prettier-ignore

test.each<[string, object]>([
  ['an unknown kind', milestone({ kind: 'blessing', actual: '2026-11-01' })],
  ['a day that is none', milestone({ kind: 'survey', actual: '2026-02-30' })],
  ['an unknown party', { blockers: [raised({ owedBy: 'weather' })] }],
  ['a speed below nothing', { tests: [{ download: -1, upload: 1, latency: 1 }] }],
  ['a step of another', { step: 'verify' }],
])('%s is not understood, and the place is named', async (_, told) => {
  const { status, body } = await story.north.send('POST', '/api/progress-reports', story.body(begun, told));
  expect([status, body.errors.length]).toEqual([422, 1]);
});

test('the ministry reports what the state owes, removes blockers, and leaves the rest to the operator', async () => {
  const by = story.planner;
  const blocker = raised();
  expect(await story.refused(begun, milestone({ kind: 'survey', actual: '2026-11-01' }), by)).toEqual([
    422,
    'owed-by-another',
    'milestones.0',
  ]);
  expect(await story.refused(begun, { blockers: [blocker] }, by)).toEqual([422, 'for-the-operator', 'blockers']);
  expect(await story.refused(begun, { tests: fast }, by)).toEqual([422, 'for-the-operator', 'tests']);
  expect((await story.refused(begun, proof(), by))[0]).toBe(403);
  expect(await story.refused(begun, { attachments: [photograph] }, by)).toEqual([
    422,
    'unknown-attachment',
    'attachments.0',
  ]);
  expect((await story.refused(begun, { note: 'x' }, story.deputy))[0]).toBe(403);
  await story.report(begun, { blockers: [blocker] });
  const until = (date: string) => ({ removed: [{ id: blocker.id, until: date }] });
  expect(await story.refused(begun, until('2026-10-31'), by)).toEqual([422, 'date-impossible', 'removed.0.until']);
  await story.report(begun, { ...until('2026-11-10'), milestones: [{ kind: 'land', actual: '2026-11-10' }] }, by);
  expect(await story.refused(begun, until('2026-11-11'))).toEqual([422, 'blocker-removed', 'removed.0']);
  expect(await story.refused(begun, { blockers: [blocker] })).toEqual([409, 'id-taken', undefined]);
});

test('the file of another company proves nothing', async () => {
  const south = await story.approved('west', 'b', 'south');
  const theirs = await story.photograph(south, story.south);
  const elsewhere = await story.photograph(await story.approved('west', 'c'));
  const document = await story.ask(story.north, 'GET', `/api/progress/west/a/${begun.number}`);
  for (const id of [theirs, elsewhere]) {
    expect(await story.refused(begun, proof({ attachments: [id] }))).toEqual([
      422,
      'unknown-attachment',
      'attachments.0',
    ]);
  }
  expect(document.attachments.map(({ id }: { id: string }) => id)).toEqual([photograph]);
});

test('a reason that stands need not be given again; a forecast that is sent again as it stands is no news', async () => {
  await story.report(begun, milestone({ kind: 'design', forecast: '2027-03-20', reason }));
  await story.report(begun, milestone({ kind: 'design', forecast: '2027-04-20' }));
  story.today = '2027-05-01';
  await story.report(begun, milestone({ kind: 'design', forecast: '2027-04-20' }));
  expect(await story.refused(begun, milestone({ kind: 'design', forecast: '2027-04-21' }))).toEqual([
    422,
    'forecast-past',
    'milestones.0.forecast',
  ]);
  story.today = '2026-11-22';
});

test('what works is told of no further until it has been inspected', async () => {
  await story.report(begun, proof());
  const { assignment } = await story.progress(begun);
  expect(await story.refused(assignment, { note: 'x' })).toEqual([409, 'not-from-this-stage', undefined]);
});
