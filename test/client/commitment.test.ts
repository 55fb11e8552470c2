import { readFileSync } from 'node:fs';
import { pathOf, readPath } from '../../client/commitment/address.ts';
import { owingParties } from '../../client/commitment/blocker-fields.tsx';
import { emptyInspection, failingSoFar, inspectionOf } from '../../client/commitment/inspection-draft.ts';
import {
  emptyMilestone,
  emptyReport,
  needsReason,
  reportOf,
  tellsSomething,
} from '../../client/commitment/report-draft.ts';
import { fitted } from '../../client/commitment/shrink.ts';
import { stageAhead } from '../../client/commitment/stage-ahead.ts';
import { hasHalfTest, testsOf } from '../../client/commitment/test-draft.ts';
import type { Entry } from '../../client/outbox/entry.ts';
import { refusalCodes } from '../../client/outbox/words.ts';
import { emptyReason } from '../../client/schedules/reason-fields.tsx';
import type { Assignment } from '../../server/assignments/schema.ts';
import { InspectionRequest, type Milestone, OwingParty, ProgressReport } from '../../server/construction/schema.ts';

const assignment = { regionCode: '11', code: 'a/b', number: 2, version: 7, stage: 'approved' } as Assignment;
const test1 = { download: '120', upload: '60', latency: '20' };

test('an address names a commitment, whatever its codes hold', () => {
  expect(pathOf(assignment)).toBe('/commitments/11/a%2Fb/2');
  expect(readPath(pathOf(assignment))).toEqual({ regionCode: '11', code: 'a/b', number: 2 });
  expect(['/commitments', '/commitments/11/a', '/commitments/11/a/0', '/commitments/11/a/x'].map(readPath)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a report tells what is whole, and the service understands it', () => {
  const draft = emptyReport(3);
  expect([tellsSomething(draft, 0), tellsSomething(draft, 1)]).toEqual([false, true]);
  const reason = { code: 'power', text: ' No line ' } as const;
  const written = {
    ...draft,
    note: '  The mast stands ',
    milestones: {
      survey: { ...emptyMilestone, actual: '2026-11-20' },
      design: { forecast: '2027-03-20', actual: '', reason },
      power: emptyMilestone,
    },
    blockers: [
      { id: '00000000-0000-4000-8000-000000000001', cause: reason, owedBy: 'ministry', since: '2026-11-20' } as const,
      { id: '00000000-0000-4000-8000-000000000002', cause: emptyReason, owedBy: '', since: '' } as const,
    ],
    removed: { '00000000-0000-4000-8000-000000000003': '2026-11-21' },
    tests: [test1, { ...test1, latency: '' }, { download: '', upload: '', latency: '' }],
  };
  const told = reportOf(written);
  expect(told).toEqual({
    step: null,
    note: 'The mast stands',
    milestones: [
      { kind: 'survey', actual: '2026-11-20' },
      { kind: 'design', forecast: '2027-03-20', reason: { code: 'power', text: 'No line' } },
    ],
    blockers: [
      {
        id: '00000000-0000-4000-8000-000000000001',
        cause: 'power',
        text: 'No line',
        owedBy: 'ministry',
        since: '2026-11-20',
      },
    ],
    removed: [{ id: '00000000-0000-4000-8000-000000000003', until: '2026-11-21' }],
    tests: [{ download: 120, upload: 60, latency: 20 }],
  });
  const { regionCode, code, number, version } = assignment;
  const about = { regionCode, code, number, version, id: '00000000-0000-4000-8000-000000000004' };
  const sent = { ...told, ...about, attachments: [], writtenAt: '2026-11-22T09:00:00.000Z' };
  expect(ProgressReport.parse(sent)).toEqual(sent);
});

test('a test that is half written is told of, and never sent', () => {
  const half = [test1, { ...test1, upload: '' }];
  expect([hasHalfTest(half), testsOf(half).length]).toEqual([true, 1]);
  expect(hasHalfTest([test1, { download: '', upload: '', latency: '' }])).toBe(false);
});

test('a forecast that is later than planned asks for its reason, once', () => {
  const milestone = { planned: '2027-02-24', reason: null } as Milestone;
  const forecast = { ...emptyMilestone, forecast: '2027-02-25' };
  expect(needsReason(milestone, forecast)).toBe(true);
  expect(needsReason(milestone, { ...forecast, forecast: '2027-02-24' })).toBe(false);
  expect(needsReason(milestone, { ...forecast, actual: '2026-11-20' })).toBe(false);
  expect(needsReason({ ...milestone, reason: { code: 'power', text: 'No line' } }, forecast)).toBe(false);
});

test('an inspection passes or fails before it is sent, by three tests at least', () => {
  const wanted = { download: 100, upload: null, latency: null };
  const draft = { ...emptyInspection(), inspector: ' D. Akhmetov ', inspectedOn: '2026-11-22' };
  expect(failingSoFar({ ...draft, tests: [test1, test1] }, wanted)).toBeNull();
  const slow = { ...test1, download: '9' };
  expect(failingSoFar({ ...draft, tests: [test1, test1, slow] }, wanted)).toEqual([]);
  expect(failingSoFar({ ...draft, tests: [test1, slow, slow] }, wanted)).toEqual(['download']);
  expect(failingSoFar({ ...draft, tests: [test1, test1, test1] }, null)).toEqual(['technology']);
  const reason = { code: 'backhaul', text: 'Cut' } as const;
  const passed = inspectionOf({ ...draft, reason, tests: [test1, test1, test1] }, wanted);
  const failed = inspectionOf({ ...draft, reason, tests: [slow, slow, test1] }, wanted);
  expect([passed.reason, failed.reason, failed.inspector]).toEqual([undefined, reason, 'D. Akhmetov']);
  const { regionCode, code, number, version } = assignment;
  const about = { regionCode, code, number, version, id: '00000000-0000-4000-8000-000000000004', attachments: [] };
  expect(InspectionRequest.parse({ ...failed, ...about })).toMatchObject({ tests: [{ download: 9 }, {}, {}] });
});

test('what waits to be sent is counted on: the next step can be written before the first has arrived', () => {
  const entry = (step: ProgressReport['step'], changes: Partial<Entry> = {}) =>
    ({ state: 'waiting', told: 'report', seen: assignment, body: { step }, ...changes }) as Entry;
  expect(stageAhead(assignment, [])).toBe('approved');
  expect(stageAhead(assignment, [entry('start-construction'), entry('report-operational')])).toBe('operational');
  expect(stageAhead(assignment, [entry('report-operational')])).toBe('approved');
  const others = [
    entry('start-construction', { state: 'refused' }),
    entry('start-construction', { seen: { ...assignment, number: 1 } }),
  ];
  expect(stageAhead(assignment, others)).toBe('approved');
});

test('photographs fit into 2048 pixels, in their proportions', () => {
  expect([fitted(4000, 3000), fitted(3000, 4000), fitted(800, 600), fitted(20_000, 1)]).toEqual([
    { width: 2048, height: 1536 },
    { width: 1536, height: 2048 },
    { width: 800, height: 600 },
    { width: 2048, height: 1 },
  ]);
});

test('the parties to choose from are those of the wire, and each refusal of a report has its words', () => {
  expect(owingParties).toEqual(OwingParty.options);
  const source = readFileSync(new URL('../../server/construction/refuse.ts', import.meta.url), 'utf8');
  const told = [...source.matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code);
  // What is refused of decisions is not of the outbox.
  const ofDecisions = ['blocker-decided', 'not-owed-by-state'];
  expect(
    told.filter((code) => !ofDecisions.includes(code) && !(refusalCodes as readonly string[]).includes(code)),
  ).toEqual([]);
});
