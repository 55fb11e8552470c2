import { expect, test } from '@jest/globals';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar, reason, refusals, seen } from '../schedules/story.ts';

const story = partiesOfSmallCountry();
const { step, propose } = story;

test('an operator accepts, declines and counters what it was sent; the planner sees why', async () => {
  const [one, two, three] = await propose([aqsu, kokozek, qyzylzhar]);
  const accepted = await step(story.north, 'accept', [one]);
  const declined = await step(story.north, 'decline', [two], { reason });
  const countered = await step(story.north, 'counter', [three], {
    reason: { code: 'supply', text: 'Equipment arrives in autumn' },
    counter: { finishQuarter: '2028-Q1', costTenge: 90_000_000 },
  });
  expect(accepted.done).toMatchObject([{ stage: 'accepted', reason: null, answerDueOn: null }]);
  expect(declined.done).toMatchObject([{ stage: 'declined', reason }]);
  expect(countered.done).toMatchObject([
    { stage: 'countered', finishQuarter: '2027-Q3', counter: { finishQuarter: '2028-Q1', costTenge: 90_000_000 } },
  ]);
  expect(await story.present()).toEqual([...accepted.done, ...declined.done, ...countered.done]);
});

test('a step needs the version that the person saw and a stage that it begins from', async () => {
  const [one, two] = await propose([aqsu, kokozek]);
  await step(story.north, 'accept', [one]);
  const again = await step(story.north, 'decline', [one, two], { reason });
  expect(refusals(again)).toEqual(['1001 changed-since']);
  expect(again.refused[0].present).toMatchObject({ stage: 'accepted' });
  expect(again.done.map(({ code }) => code)).toEqual(['1002']);
  const redrafted = await step(story.given.planner, 'redraft', await story.present());
  expect(refusals(redrafted)).toEqual(['1001 not-from-this-stage']);
  expect(redrafted.refused[0].conflicts[0].detail).toBe('accepted');
});

test('the same step sent twice changes nothing the second time, and shows that it was done', async () => {
  const proposed = await propose([aqsu]);
  const [done] = (await step(story.north, 'accept', proposed)).done;
  const replayed = await step(story.north, 'accept', proposed);
  expect(replayed).toMatchObject({ actionId: null, done: [], refused: [{ present: done }] });
});

test('declining needs a reason, countering other terms', async () => {
  const [one] = await propose([aqsu]);
  const send = (body: object) =>
    story.north.send('POST', '/api/assignments/steps', { assignments: [seen(one)], ...body });
  for (const body of [
    { step: 'decline' },
    { step: 'decline', reason: { code: 'laziness', text: 'No' } },
    { step: 'decline', reason: { code: 'other', text: ' ' } },
    { step: 'counter', reason },
    { step: 'counter', reason, counter: {} },
    { step: 'counter', reason, counter: { finishQuarter: '2028' } },
    { step: 'approve' },
    { step: 'verify' },
  ]) {
    expect([body, (await send(body)).status]).toEqual([body, 422]);
  }
  expect((await story.present())[0].stage).toBe('proposed');
});

test('each party takes its own steps', async () => {
  const [one] = await propose([aqsu]);
  const send = async (by: typeof story.north, body: object) =>
    (await by.send('POST', '/api/assignments/steps', { assignments: [seen(one)], ...body })).status;
  expect(await send(story.given.planner, { step: 'accept' })).toBe(403);
  expect(await send(story.north, { step: 'cancel', reason })).toBe(403);
  expect((await story.present())[0].stage).toBe('proposed');
});

test('the planner takes a counter with its terms, or proposes again with a new clock', async () => {
  const [one, two] = await propose([aqsu, kokozek]);
  const counter = { technology: '4g', startQuarter: '2027-Q2', finishQuarter: '2028-Q1', costTenge: 20_000_000 };
  const { done } = await step(story.north, 'counter', [one, two], { reason, counter });
  const taken = await step(story.given.planner, 'take-counter', [done[0]]);
  expect(taken.done).toMatchObject([{ ...counter, stage: 'accepted', counter: null, reason: null }]);
  const again = await step(story.given.planner, 'propose-again', [done[1]], { changes: { finishQuarter: '2027-Q4' } });
  expect(again.done).toMatchObject([
    { stage: 'proposed', technology: 'fibre', finishQuarter: '2027-Q4', counter: null, answerDueOn: '2026-11-30' },
  ]);
});

test('a counter is held to the rules of assigning when it is taken', async () => {
  const proposed = await propose([aqsu]);
  const { done } = await step(story.north, 'counter', proposed, { reason, counter: { technology: 'copper' } });
  await story.given.database.query(
    `update programme set profile = jsonb_set(profile, '{families,fixed,technologies}', '["fibre"]')`,
  );
  const taken = await step(story.given.planner, 'take-counter', done);
  await story.given.database.query(
    `update programme set profile = jsonb_set(profile, '{families,fixed,technologies}', '["fibre", "cable", "copper", "fixed-wireless"]')`,
  );
  expect(refusals(taken)).toEqual(['1001 technology-unsuitable']);
});

test('what was declined is drafted anew, also for another operator, and that can be undone', async () => {
  const { done } = await step(story.north, 'decline', await propose([aqsu]), { reason });
  const redrafted = await step(story.given.planner, 'redraft', done, { changes: { operatorCode: 'south' } });
  expect(redrafted.done).toMatchObject([
    { stage: 'draft', operatorCode: 'south', reason: null, costTenge: 75_000_000 },
  ]);
  await story.ask(story.given.planner, 'POST', `/api/actions/${redrafted.actionId}/undo`, {});
  expect(await story.present()).toMatchObject([{ stage: 'declined', operatorCode: 'north', reason }]);
});

test('drafting anew does not bring back what a rule forbids by now', async () => {
  const { done } = await step(story.north, 'decline', await propose([aqsu]), { reason });
  await story.assign([aqsu]);
  expect(refusals(await step(story.given.planner, 'redraft', done))).toEqual(['1001 same-operator-overlaps']);
});

test('an operator may answer anew until the planner has acted', async () => {
  const proposed = await propose([aqsu]);
  const declined = await step(story.north, 'decline', proposed, { reason });
  const accepted = await step(story.north, 'accept', declined.done);
  expect(accepted.done).toMatchObject([{ stage: 'accepted', reason: null }]);
  await story.approve();
  expect(refusals(await step(story.north, 'decline', await story.present(), { reason }))).toEqual([
    '1001 not-from-this-stage',
  ]);
});

test('what the other side has before it is not undone; the refusal says what to do instead', async () => {
  const [draft] = await story.assign([aqsu]);
  const sent = await story.sent();
  const undone = await story.given.planner.send('POST', `/api/actions/${sent.actionId}/undo`, {});
  expect([undone.status, undone.body.detail]).toEqual([
    409,
    'An action of the kind send cannot be taken back. ' +
      'The operator has the schedule before it: cancel with a reason, or wait for the answer.',
  ]);
  expect(draft.stage).toBe('draft');
  expect((await story.present())[0].stage).toBe('proposed');
});

test('a planner cancels with a reason, but not what is in service', async () => {
  const [one] = await propose([aqsu]);
  const { done } = await step(story.given.planner, 'cancel', [one], { reason });
  expect(done).toMatchObject([{ stage: 'cancelled', reason }]);
  expect(refusals(await step(story.given.planner, 'cancel', done, { reason }))).toEqual(['1001 not-from-this-stage']);
});

test('construction starts after approval, by the operator', async () => {
  const approved = await story.approved([aqsu]);
  const { done } = await step(story.north, 'start-construction', approved);
  expect(done).toMatchObject([{ stage: 'under_construction' }]);
});

test('a refusal does not tell an operator who else is assigned there', async () => {
  const { done } = await step(story.north, 'decline', await propose([aqsu]), { reason });
  await story.assign([aqsu], 'south');
  await story.assign([aqsu], 'north');
  const { refused } = await step(story.north, 'accept', done);
  expect(refused[0].conflicts).toEqual([
    { code: 'same-operator-overlaps', severity: 'error', detail: '2027-Q1 – 2027-Q3' },
  ]);
});

test("another's assignment is to an operator as one that does not exist", async () => {
  const theirs = await propose([aqsu], 'south');
  const real = await step(story.north, 'accept', theirs);
  const imagined = await step(story.north, 'accept', [{ ...theirs[0], number: 9 }]);
  expect(real.refused).toEqual([{ ...imagined.refused[0], number: 1 }]);
  expect(real.refused[0].present).toBeNull();
});
