import { expect, test } from '@jest/globals';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar, reason, refusals, seen } from './story.ts';

const story = partiesOfSmallCountry();
const { ask, given } = story;

const askFor = async (by: typeof story.north, changes: object) =>
  ask(by, 'POST', '/api/change-requests', { assignments: (await story.present()).map(seen), changes, reason });

const decide = (requests: readonly ChangeRequest[], decision: 'accept' | 'refuse') =>
  ask(given.planner, 'POST', '/api/change-requests/decisions', {
    requests: requests.map(({ regionCode, id, version }) => ({ regionCode, id, version })),
    decision,
    text: 'Decided in committee',
  });

test('after approval only an accepted request alters terms; it makes a new baseline and keeps the old', async () => {
  await story.approved([aqsu, kokozek]);
  const amended = await ask(given.planner, 'PATCH', '/api/assignments', {
    assignments: (await story.present()).map(seen),
    changes: { finishQuarter: '2028-Q1' },
  });
  expect(refusals(amended)).toEqual(['1001 not-draft', '1002 not-draft']);
  const { requests, refused } = await askFor(story.north, { finishQuarter: '2028-Q1' });
  expect([requests.length, refused]).toEqual([2, []]);
  expect((await story.present()).map(({ finishQuarter }) => finishQuarter)).toEqual(['2027-Q3', '2027-Q3']);

  const accepted = await decide([requests[0]], 'accept');
  expect(accepted.requests).toMatchObject([
    { state: 'accepted', decidedBy: 'planner', decidedOn: '2026-11-22', decisionText: 'Decided in committee' },
  ]);
  expect(accepted.baselines).toMatchObject([{ operatorCode: 'north', version: 2, scheduleVersion: null }]);
  const refusing = await decide([requests[1]], 'refuse');
  expect([refusing.requests[0].state, refusing.baselines]).toEqual(['refused', []]);
  expect((await story.present()).map(({ stage, finishQuarter }) => [stage, finishQuarter])).toEqual([
    ['approved', '2028-Q1'],
    ['approved', '2027-Q3'],
  ]);
  const compared = await ask(given.planner, 'GET', '/api/schedules/north/comparison?from=1&to=2');
  expect([compared.added, compared.removed]).toEqual([[], []]);
  expect(compared.changed.map(({ after, fields }: any) => [after.code, fields])).toEqual([
    ['1001', [{ field: 'finishQuarter', before: '2027-Q3', after: '2028-Q1' }]],
  ]);
});

test('one is asked for at a time, and is decided once', async () => {
  await story.approved([aqsu]);
  const { requests } = await askFor(story.north, { technology: '4g' });
  expect(refusals(await askFor(given.planner, { technology: '5g' }))).toEqual(['1001 change-asked-already']);
  await decide(requests, 'refuse');
  expect(refusals(await decide(requests, 'accept'))).toEqual(['1001 changed-since']);
  expect((await story.present())[0].technology).toBe('fibre');
});

test('what is not approved yet needs no request', async () => {
  await story.propose([aqsu]);
  expect(refusals(await askFor(story.north, { technology: '4g' }))).toEqual(['1001 not-from-this-stage']);
});

test('what goes to another operator is a draft of that one, and leaves the baseline of the first', async () => {
  await story.approved([aqsu, kokozek]);
  const [first] = await story.present();
  const { requests } = await ask(given.planner, 'POST', '/api/change-requests', {
    assignments: [seen(first)],
    changes: { operatorCode: 'south' },
    reason,
  });
  const { done } = await decide(requests, 'accept');
  expect(done).toMatchObject([{ operatorCode: 'south', stage: 'draft', proposedOn: null }]);
  const { removed } = await ask(given.planner, 'GET', '/api/schedules/north/comparison?from=1&to=2');
  expect(removed.map(({ code }: any) => code)).toEqual(['1001']);
});

test('an operator cannot ask that another takes over', async () => {
  await story.approved([aqsu]);
  const { status } = await story.north.send('POST', '/api/change-requests', {
    assignments: (await story.present()).map(seen),
    changes: { operatorCode: 'south' },
    reason,
  });
  expect(status).toBe(403);
});

test('a change that a rule forbids stays open', async () => {
  await story.approved([aqsu]);
  const { requests } = await askFor(story.north, { startQuarter: '2028-Q1' });
  expect(refusals(await decide(requests, 'accept'))).toEqual(['1001 dates-reversed']);
  const { rows } = await ask(given.planner, 'GET', '/api/change-requests?state=open');
  expect(rows).toEqual(requests);
  const of = async (by: typeof story.north, assignment: string) =>
    (await by.send('GET', `/api/change-requests?of=${assignment}`)).body.rows;
  expect(await of(story.north, '10:1001:1')).toEqual(requests);
  expect(await of(story.north, '10:1001:2')).toEqual([]);
  expect(await of(story.south, '10:1001:1')).toEqual([]);
  const { body } = await story.north.send('GET', '/api/change-requests?of=1001');
  expect(body.detail).toBe('of: name an assignment as region:code:number');
});

test('requests of two companies are accepted together, each with its own baseline', async () => {
  await story.approved([aqsu], 'north');
  await story.approved([qyzylzhar], 'south');
  const { requests } = await askFor(given.planner, { finishQuarter: '2027-Q4' });
  const { baselines } = await decide(requests, 'accept');
  expect(baselines.map(({ operatorCode, version }: any) => [operatorCode, version])).toEqual([
    ['north', 2],
    ['south', 2],
  ]);
});

test('what is agreed is cancelled by a request alone, which takes it out of the next baseline', async () => {
  await story.approved([aqsu, kokozek]);
  const [first] = await story.present();
  const atOnce = await story.step(given.planner, 'cancel', [first], { reason });
  expect(refusals(atOnce)).toEqual(['1001 not-from-this-stage']);
  const request = { assignments: [seen(first)], changes: { cancelled: true }, reason };
  const { requests } = await ask(story.north, 'POST', '/api/change-requests', request);
  const { done } = await decide(requests, 'accept');
  expect(done).toMatchObject([{ code: '1001', stage: 'cancelled', reason }]);
  const { removed } = await ask(given.planner, 'GET', '/api/schedules/north/comparison?from=1&to=2');
  expect(removed.map(({ code }: any) => code)).toEqual(['1001']);
});

test('what is cancelled has no other terms', async () => {
  await story.approved([aqsu]);
  const { status, body } = await story.north.send('POST', '/api/change-requests', {
    assignments: (await story.present()).map(seen),
    changes: { cancelled: true, technology: '4g' },
    reason,
  });
  expect([status, body.detail]).toEqual([422, 'changes: what is cancelled has no other terms']);
});
