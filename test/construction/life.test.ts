import { expect, test } from '@jest/globals';
import type { Assignment } from '../../server/assignments/schema.ts';
import { liveEventsOf } from '../../server/changes/routes.ts';
import { changesOfAction } from '../../server/changes/queries.ts';
import { identifier } from '../../server/changes/identifier.ts';
import { replay } from '../../server/replay/replay.ts';
import { testDatabase } from '../database.ts';
import { building, fast, seen, slow } from './building.ts';

const story = building();

const lastChanges = async () => {
  const [{ id }] = await story.database.query<{ id: string }>(
    'select action_id as id from change order by made_at desc, sequence desc limit 1',
  );
  return changesOfAction(story.database, id);
};
const onAirOf = async (assignment: Assignment) =>
  (await story.progress(assignment)).milestones.find(({ kind }) => kind === 'on-air')!.actual;
const inspect = (assignment: Assignment, told: object = {}) =>
  story.ask(story.planner, 'POST', '/api/inspections', story.inspection(assignment, told));

test('what is reported to work and passes an inspection is verified, and no longer flagged', async () => {
  const approved = await story.approved('west', 'a');
  expect(await story.statusOf(approved)).toEqual(['unknown', true]);
  const operational = await story.operational(approved);
  expect(operational).toMatchObject({ stage: 'operational', reason: null });
  const [change, ...others] = await lastChanges();
  expect([change.verb, change.items.map(({ entity }) => entity).sort(), others]).toEqual([
    'report-operational',
    ['assignment', 'evidence', 'milestone', 'progress-report'],
    [],
  ]);
  // The word of the operator: the median of its tests.
  expect(change.items.find(({ entity }) => entity === 'evidence')!.after).toMatchObject({
    kind: 'claim', operatorCode: 'north', technology: 'fibre', download: 120, upload: 60, latency: 20, tests: 3,
    observedOn: '2026-11-22', where: { type: 'settlement', code: 'a' },
  }); // prettier-ignore
  expect(await story.statusOf(approved)).toEqual(['served', false]);
  expect(await onAirOf(approved)).toBe('2026-11-22');

  const request = story.inspection(operational);
  const reply = await story.ask(story.planner, 'POST', '/api/inspections', request);
  expect(reply).toMatchObject({
    inspection: {
      median: { download: 120, upload: 60, latency: 20 }, wanted: { download: 100, upload: null, latency: null },
      failing: [], passed: true, reason: null, inspector: 'Д. Ахметов', recordedBy: 'planner', technology: 'fibre',
    },
    assignment: { stage: 'verified' },
    status: 'served',
    flagged: false,
  }); // prettier-ignore
  const [inspected] = await lastChanges();
  expect([inspected.verb, inspected.items.map(({ entity }) => entity).sort()]).toEqual([
    'verify',
    ['assignment', 'evidence', 'inspection'],
  ]);
  expect(await story.ask(story.planner, 'POST', '/api/inspections', request)).toEqual(reply);
  const other = await story.planner.send('POST', '/api/inspections', { ...request, inspector: 'Б' });
  expect([other.status, other.body.refusal]).toEqual([409, 'id-taken']);
  const progress = await story.progress(approved, story.north);
  expect(progress.inspections).toEqual([reply.inspection]);
  expect(progress.timing).toMatchObject({ forecast: '2026-11-22', standing: 'on-time' });
});

test('what fails is returned with its reason and flagged again; mended, it is verified', async () => {
  const approved = await story.approved('east', 'd');
  const operational = await story.operational(approved);
  expect(await story.statusOf(approved)).toEqual(['served', false]);
  const without = await story.planner.send('POST', '/api/inspections', story.inspection(operational, { tests: slow }));
  expect([without.status, without.body.refusal]).toEqual([422, 'needs-reason']);
  expect((await story.progress(approved)).assignment).toEqual(operational);
  const reason = { code: 'backhaul', text: 'Медиана 9 Мбит/с' };
  const reply = await inspect(operational, { tests: slow, reason });
  expect(reply).toMatchObject({
    inspection: { median: { download: 9, upload: 2, latency: 80 }, failing: ['download'], passed: false, reason },
    assignment: { stage: 'returned', reason },
    flagged: true,
  });
  expect((await story.statusOf(approved))[1]).toBe(true);
  const returned = await story.progress(approved);
  expect([await onAirOf(approved), returned.timing.standing]).toEqual([null, 'on-time']);

  // Its word alone does not undo what was found; a second inspection does, on a later day.
  const attachments = [await story.photograph(approved)];
  const again = await story.report(reply.assignment, { step: 'start-construction' });
  const proof = { step: 'report-operational', attachments, tests: fast };
  const early = { ...proof, milestones: [{ kind: 'on-air', actual: '2026-11-21' }] };
  expect(await story.refused(again.assignment, early)).toEqual([422, 'before-inspection', 'milestones']);
  const { assignment } = await story.report(again.assignment, proof);
  expect((await story.statusOf(approved))[1]).toBe(true);
  const sameDay = await story.planner.send('POST', '/api/inspections', story.inspection(assignment));
  expect([sameDay.status, sameDay.body.refusal]).toEqual([422, 'before-inspection']);
  story.today = '2026-11-25';
  expect(await inspect(assignment)).toMatchObject({
    assignment: { stage: 'verified' },
    status: 'served',
    flagged: false,
  });
  expect(await story.statusOf(approved)).toEqual(['served', false]);
  story.today = '2026-11-22';
});

test('only what is reported to work is inspected, as the planner saw it, and by the ministry', async () => {
  const approved = await story.approved('west', 'b');
  const early = await story.planner.send('POST', '/api/inspections', story.inspection(approved));
  expect([early.status, early.body.refusal]).toEqual([409, 'not-from-this-stage']);
  const operational = await story.operational(approved);
  const send = async (told: object, by = story.planner) => {
    const { status, body } = await by.send('POST', '/api/inspections', story.inspection(operational, told));
    return [status, body.refusal ?? body.detail];
  };
  expect((await send({ version: operational.version - 1 }))[0]).toBe(409);
  expect((await send({ tests: fast.slice(1) }))[0]).toBe(422);
  expect(await send({ inspectedOn: '2026-11-23' })).toEqual([422, 'actual-in-future']);
  expect(await send({ inspectedOn: '2026-11-21' })).toEqual([422, 'before-on-air']);
  expect(await send({ attachments: [identifier()] })).toEqual([422, 'unknown-attachment']);
  expect(await send({ number: 9 })).toEqual([404, 'There is no assignment 9 of the settlement west b.']);
  expect((await send({}, story.north))[0]).toBe(403);
  for (const step of ['report-operational', 'verify', 'return']) {
    const body = { step, assignments: [seen(operational)] };
    expect((await story.planner.send('POST', '/api/assignments/steps', body)).status).toBe(422);
    expect((await story.north.send('POST', '/api/assignments/steps', body)).status).toBe(422);
  }
  expect((await story.progress(approved)).assignment).toEqual(operational);
});

test('the ministry decides on what the state is said to owe: confirmed, it stops the clock', async () => {
  story.today = '2027-03-21';
  const approved = await story.approved('west', 'c');
  const raised = (told: object) => ({
    id: identifier(),
    cause: 'power',
    owedBy: 'ministry',
    since: '2027-03-11',
    text: 'Желі жоқ',
    ...told,
  });
  const [theirs, wrong, own] = [raised({}), raised({ since: '2027-03-01' }), raised({ owedBy: 'operator' })];
  await story.report(approved, { blockers: [theirs, wrong, own] });
  expect((await story.progress(approved)).timing).toMatchObject({ daysStopped: 0, stoppedBy: null });
  // Land was planned for 10 March; the ministry says that it is still to come.
  const slow = { kind: 'land', forecast: '2027-04-10', reason: { code: 'land', text: 'Жер комиссиясы' } };
  await story.report(approved, { milestones: [slow] }, story.planner);
  const before = (await story.progress(approved)).timing;
  expect(before).toMatchObject({ daysStopped: 11, stoppedBy: { code: 'land', since: '2027-03-11' } });
  const done = { kind: 'land', forecast: null, actual: '2027-03-01' };
  await story.report(approved, { milestones: [done] }, story.planner);
  expect((await story.progress(approved)).timing.daysStopped).toBe(0);

  const decide = (blocker: string, decision: string, by = story.planner, told: object = {}) =>
    by.send('POST', '/api/blockers/decisions', { ...seen(approved), blocker, decision, text: 'Хат № 12', ...told });
  const { status, body } = await decide(theirs.id, 'confirmed');
  expect([status, body.timing.daysStopped, body.timing.deadline]).toEqual([200, 10, '2027-10-10']);
  expect(body.timing.stoppedBy).toEqual({ code: 'power', owedBy: 'ministry', text: 'Желі жоқ', since: '2027-03-11' });
  expect((await decide(wrong.id, 'refused')).body.timing.daysStopped).toBe(10);
  expect((await decide(wrong.id, 'confirmed')).body.refusal).toBe('blocker-decided');
  expect((await decide(own.id, 'confirmed')).body.refusal).toBe('not-owed-by-state');
  expect((await decide(identifier(), 'confirmed')).body.refusal).toBe('unknown-blocker');
  expect((await decide(own.id, 'refused', story.planner, { version: 1 })).status).toBe(409);
  expect((await decide(own.id, 'refused', story.north)).status).toBe(403);

  const removed = [{ id: theirs.id, until: '2027-03-15' }];
  await story.report(approved, { removed }, story.planner);
  expect((await story.progress(approved)).timing).toMatchObject({
    daysStopped: 4,
    deadline: '2027-10-04',
    stoppedBy: null,
  });
  const corrected = [{ id: theirs.id, until: '2027-03-13' }];
  expect(await story.refused(approved, { removed: corrected })).toEqual([422, 'blocker-removed', 'removed.0']);
  await story.report(approved, { removed: corrected }, story.planner);
  expect((await story.progress(approved)).timing.daysStopped).toBe(2);

  // Promised for 30 September, and two days more: till then the map does not call it overdue.
  const shown = async () => {
    const live = await story.ask(story.planner, 'GET', '/api/country/live');
    const { rows } = await story.ask(story.planner, 'POST', '/api/country/rows', { settlements: [approved] });
    const detail = await story.ask(story.planner, 'GET', '/api/settlements/west/c');
    return [live.assignments.inTime.length, rows[0].inTime, detail.inTime];
  };
  expect(await shown()).toEqual([0, [], []]);
  story.today = '2027-10-02';
  expect(await shown()).toEqual([1, [1], [1]]);
  story.today = '2027-10-03';
  expect(await shown()).toEqual([0, [], []]);
  story.today = '2026-11-22';
});

test('what the state owed can be put down when it works already; the operator has said all', async () => {
  story.today = '2027-04-01';
  const { assignment } = await story.progress({ regionCode: 'west', code: 'c', number: 1 });
  const operational = await story.operational(assignment);
  expect((await story.progress(operational)).timing.daysStopped).toBe(2);
  const late = { milestones: [{ kind: 'land', actual: '2027-03-20' }] };
  await story.report(operational, late, story.planner);
  expect((await story.progress(operational)).timing.daysStopped).toBe(10);
  expect(await story.refused(operational, { note: 'x' })).toEqual([409, 'not-from-this-stage', undefined]);
  story.today = '2026-11-22';
});

test('the live feed tells another company only that what is known of a place has changed', async () => {
  const approved = await story.approved('east', 'e');
  await story.operational(approved);
  const changes = await lastChanges();
  const settlements = [{ regionCode: 'east', code: 'e' }];
  const [toAll] = liveEventsOf(changes, null);
  expect(toAll).toMatchObject({ actor: 'operator', verb: 'report-operational' });
  expect(new Set(toAll.settlements!.map(({ code }) => code))).toEqual(new Set(['e']));
  expect(liveEventsOf(changes, 'north')).toMatchObject([{ actor: 'operator', verb: 'report-operational' }]);
  expect(liveEventsOf(changes, 'south')).toMatchObject([{ actor: '', verb: 'edit-evidence', settlements }]);
  const { assignment } = await story.progress({ regionCode: 'west', code: 'c', number: 1 });
  await story.report(assignment, { note: 'x' }, story.planner);
  expect(liveEventsOf(await lastChanges(), 'south')).toEqual([]);
});

test('the record rebuilds all of it', async () => {
  const scratch = await testDatabase();
  const count = async (table: string) =>
    (await story.database.query<{ count: number }>(`select count(*) as count from ${table}`))[0].count;
  const tables = ['milestone', 'blocker', 'progress_report', 'inspection', 'evidence', 'assignment'];
  const rows = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
  expect(Object.values(rows).every((number) => Number(number) > 0)).toBe(true);
  expect(await replay(story.database, scratch)).toMatchObject({ rows, others: [] });
  await scratch.close();
});
