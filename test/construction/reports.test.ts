import { expect, test } from '@jest/globals';
import { identifier } from '../../server/changes/identifier.ts';
import { building } from './building.ts';

const story = building();

test('a commitment of three quarters: what is planned, who owes it, and what is needed', async () => {
  const assignment = await story.approved('west', 'a');
  const progress = await story.progress(assignment, story.north);
  expect(progress.milestones.map(({ kind, owedBy, planned }) => [kind, owedBy, planned])).toEqual([
    ['survey', 'operator', '2027-01-28'],
    ['design', 'operator', '2027-02-24'],
    ['land', 'local-authority', '2027-03-10'],
    ['power', 'ministry', '2027-05-17'],
    ['permits', 'local-authority', '2027-04-06'],
    ['backhaul', 'operator', '2027-07-10'],
    ['construction', 'operator', '2027-08-07'],
    ['equipment', 'operator', '2027-09-03'],
    ['on-air', 'operator', '2027-09-30'],
  ]);
  expect(progress).toMatchObject({
    assignment,
    names: { kk: 'Ақсу' },
    population: 1000,
    needs: { photographs: 1, tests: 3 },
    wanted: { download: 100, upload: null, latency: null },
    timing: {
      promised: '2027-09-30',
      daysStopped: 0,
      deadline: '2027-09-30',
      forecast: '2027-09-30',
      stoppedBy: null,
      standing: 'on-time',
      cause: null,
    },
    blockers: [],
    reports: [],
    inspections: [],
    attachments: [],
  });
});

test('a report is written once, however often it is sent', async () => {
  const assignment = await story.approved('west', 'b');
  const blocker = { id: identifier(), cause: 'supply', owedBy: 'operator', since: '2026-11-20', text: 'Кабель жоқ' };
  const body = story.body(assignment, {
    milestones: [
      { kind: 'survey', actual: '2026-11-21' },
      { kind: 'design', forecast: '2027-03-20', reason: { code: 'supply', text: 'Жобалаушы бос емес' } },
    ],
    blockers: [blocker],
    note: 'Бастадық',
  });
  const first = await story.ask(story.north, 'POST', '/api/progress-reports', body);
  expect(first).toEqual({ id: body.id, receivedAt: expect.any(String), assignment });
  const changes = async () => (await story.database.query('select count(*) from change'))[0];
  const before = await changes();
  expect(await story.ask(story.north, 'POST', '/api/progress-reports', body)).toEqual(first);
  expect(await changes()).toEqual(before);
  const other = await story.north.send('POST', '/api/progress-reports', { ...body, note: 'Басқа' });
  expect([other.status, other.body.refusal]).toEqual([409, 'id-taken']);
  const stranger = await story.south.send('POST', '/api/progress-reports', body);
  expect([stranger.status, stranger.body.present]).toEqual([409, undefined]);

  const progress = await story.progress(assignment, story.north);
  expect(progress.milestones.slice(0, 2)).toMatchObject([
    { actual: '2026-11-21', forecast: null },
    { actual: null, forecast: '2027-03-20', reason: { code: 'supply' } },
  ]);
  expect(progress.blockers).toEqual([
    { ...blocker, until: null, decision: null, decisionText: null, raisedBy: 'operator' },
  ]);
  const { version: _version, ...told } = body;
  expect(progress.reports).toEqual([
    {
      ...told,
      writtenAt: '2026-11-22T09:00:00.000Z',
      removed: [],
      tests: [],
      attachments: [],
      step: null,
      reportedBy: 'operator',
      receivedAt: first.receivedAt,
    },
  ]);
  expect(progress.timing).toMatchObject({ standing: 'at-risk', cause: { code: 'supply', owedBy: 'operator' } });
});

test('the same report sent twice at once, in other letters too, is one report', async () => {
  const assignment = await story.approved('east', 'd');
  const id = identifier();
  const blocker = { id: identifier(), cause: 'land', owedBy: 'local-authority', since: '2026-11-20', text: 'Жер жоқ' };
  const body = (letters: (text: string) => string) =>
    story.body(assignment, { id: letters(id), blockers: [{ ...blocker, id: letters(blocker.id) }], note: 'x' });
  const send = (letters: (text: string) => string) =>
    story.ask(story.north, 'POST', '/api/progress-reports', body(letters));
  const upper = (text: string) => text.toUpperCase();
  const lower = (text: string) => text;
  const receipts = await Promise.all([send(upper), send(lower), send(upper), send(lower)]);
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
  const { reports, blockers } = await story.progress(assignment);
  expect([reports.map((report) => report.id), blockers.map((one) => one.id)]).toEqual([[id], [blocker.id]]);
  await story.report(assignment, { removed: [{ id: upper(blocker.id), until: '2026-11-21' }] });
  expect((await story.progress(assignment)).blockers[0].until).toBe('2026-11-21');
});

test('what waited for a line does not undo what was written after it', async () => {
  const assignment = await story.approved('west', 'c');
  const late = { writtenAt: '2026-11-20T09:00:00Z', milestones: [{ kind: 'survey', forecast: '2027-01-20' }] };
  await story.report(assignment, { milestones: [{ kind: 'survey', forecast: '2027-01-10' }] });
  await story.report(assignment, late);
  expect((await story.progress(assignment)).milestones[0].forecast).toBe('2027-01-10');
  await story.report(assignment, {
    writtenAt: '2026-11-22T10:00:00Z',
    milestones: [{ kind: 'survey', forecast: null }],
  });
  expect((await story.progress(assignment)).milestones[0].forecast).toBeNull();
});

test('a report needs the version that the person saw, and gets the present row', async () => {
  const { assignment } = await story.progress({ regionCode: 'east', code: 'd', number: 1 });
  const { assignment: begun } = await story.report(assignment, { step: 'start-construction' });
  expect(begun).toMatchObject({ stage: 'under_construction' });
  const stale = await story.north.send('POST', '/api/progress-reports', story.body(assignment, { note: 'x' }));
  expect([stale.status, stale.body.present]).toEqual([409, begun]);
  expect(await story.refused(begun, { step: 'start-construction' })).toEqual([409, 'not-from-this-stage', undefined]);
});

test('a report on another company is one on nothing', async () => {
  const assignment = await story.approved('east', 'e', 'south');
  const theirs = await story.north.send('POST', '/api/progress-reports', story.body(assignment, { note: 'x' }));
  const nothing = await story.north.send(
    'POST',
    '/api/progress-reports',
    story.body({ ...assignment, number: 9 }, { note: 'x' }),
  );
  expect([theirs.status, theirs.body.detail]).toEqual([404, nothing.body.detail.replace('9', '1')]);
  const path = `/api/progress/east/e/${assignment.number}`;
  expect((await story.north.send('GET', path)).status).toBe(404);
  expect((await story.ask(story.deputy, 'GET', path)).assignment.costTenge).toBe(98_765_432);
});
