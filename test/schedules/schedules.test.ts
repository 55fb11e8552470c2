import { expect, test } from '@jest/globals';
import { changesAfter } from '../../server/changes/queries.ts';
import { tick } from '../../server/schedules/clock.ts';
import { dueReminders } from '../../server/schedules/reminders.ts';
import { faultsOfBaseline } from '../../server/schedules/verify-baseline.ts';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar, reason, refusals, seen } from './story.ts';

const story = partiesOfSmallCountry();
const { ask, step, given } = story;

const scheduleOf = async (operatorCode: string) => {
  const { rows } = await ask(given.planner, 'GET', '/api/schedules');
  return rows.find((row: any) => row.operatorCode === operatorCode);
};

test('sending proposes all drafts and starts the clock: seven days, and a day off does not end it', async () => {
  await story.assign([aqsu, qyzylzhar]);
  await story.assign([kokozek], 'south');
  expect((await scheduleOf('north')).state).toBe('draft');
  const { done, refused, schedule } = await story.sent();
  expect(refused).toEqual([]);
  expect(done.map(({ code, stage, proposedOn, answerDueOn }: any) => [code, stage, proposedOn, answerDueOn])).toEqual([
    ['1001', 'proposed', '2026-11-22', '2026-11-30'],
    ['1101', 'proposed', '2026-11-22', '2026-11-30'],
  ]);
  expect(schedule).toEqual({
    operatorCode: 'north',
    programmeCode: '250+',
    version: 1,
    state: 'sent',
    responsibleOfficer: 'А. Сәрсенов',
    approvalDays: 7,
    approvalDaysKind: 'calendar',
    sentOn: '2026-11-22',
    sentBy: 'planner',
    dueOn: '2026-11-30',
    approvedOn: null,
    approvedBy: null,
  });
  expect((await story.present()).map(({ stage }) => stage)).toEqual(['proposed', 'draft', 'proposed']);
  expect(await scheduleOf('north')).toMatchObject({ state: 'sent', stages: { proposed: 2 }, versions: [schedule] });
});

test('only those chosen are sent, if still as the person saw them', async () => {
  const [one, two] = await story.assign([aqsu, kokozek]);
  const { done, refused } = await story.sent('north', { assignments: [seen(one), { ...seen(two), version: 0 }] });
  expect(done.map(({ code }: any) => code)).toEqual(['1001']);
  expect(refusals({ refused })).toEqual(['1002 changed-since']);
});

test('with nothing to send nothing is sent', async () => {
  const { status, body } = await given.planner.send('POST', '/api/schedules/north/versions', {
    responsibleOfficer: 'А. Сәрсенов',
  });
  expect([status, body.detail]).toEqual([409, 'north has no drafts. Assign settlements to it first.']);
});

test('the clock is set for the installation, or for one schedule', async () => {
  await ask(given.planner, 'PUT', '/api/approval-clock', { days: 5, kind: 'working' });
  await story.assign([aqsu, kokozek]);
  const [first] = await story.present();
  const five = await story.sent('north', { assignments: [seen(first)] });
  const ten = await story.sent('north', { clock: { days: 10, kind: 'calendar' } });
  await ask(given.planner, 'PUT', '/api/approval-clock', { days: 7, kind: 'calendar' });
  expect([five.schedule.dueOn, ten.schedule.dueOn]).toEqual(['2026-11-27', '2026-12-02']);
  expect((await scheduleOf('north')).versions.map(({ version, state }: any) => [version, state])).toEqual([
    [2, 'sent'],
    [1, 'superseded'],
  ]);
  const record = await changesAfter(given.database, new Map([['*', 0]]));
  expect(record.filter(({ verb }) => verb === 'set-clock').at(-1)!.items).toEqual([
    {
      entity: 'programme',
      key: { code: '250+' },
      before: { approvalDays: 5, approvalDaysKind: 'working' },
      after: { approvalDays: 7, approvalDaysKind: 'calendar' },
    },
  ]);
});

test('who has not answered is told to the settlement, with what is left; an operator is told of its own', async () => {
  const [one] = await story.propose([aqsu, kokozek]);
  await story.propose([qyzylzhar], 'south');
  await step(story.north, 'accept', [one]);
  const shown = async (by: typeof story.north, query = '') =>
    (await ask(by, 'GET', `/api/schedules/unanswered${query}`)).rows.map((row: any) => [
      row.operatorCode,
      row.names.kk,
      row.region.ru,
      row.district.ru,
      row.population,
      row.daysLeft,
      row.workingDaysLeft,
    ]);
  const kokozekRow = ['north', 'Көкөзек', 'Область 10', 'Район', 1000, 8, 6];
  const qyzylzharRow = ['south', 'Қызылжар', 'Область 11', 'Район', 1000, 8, 6];
  expect(await shown(given.planner)).toEqual([kokozekRow, qyzylzharRow]);
  expect(await shown(await given.service.as('deputy'))).toEqual([kokozekRow, qyzylzharRow]);
  expect(await shown(given.planner, '?region=11')).toEqual([qyzylzharRow]);
  expect(await shown(story.north)).toEqual([kokozekRow]);
  expect(await shown(story.north, '?operator=south')).toEqual([]);
});

test('when the clock runs out the responsible officer is called upon, once', async () => {
  await story.propose([aqsu], 'north', { responsibleOfficer: 'Б. Омаров' });
  await story.propose([kokozek, qyzylzhar]);
  const { database } = given;
  expect(await tick(database, '2026-11-30')).toEqual({ escalated: [] });
  const { escalated } = await tick(database, '2026-12-01');
  expect(escalated.map(({ code, escalatedOn, escalatedTo }) => [code, escalatedOn, escalatedTo])).toEqual([
    ['1001', '2026-12-01', 'Б. Омаров'],
    ['1002', '2026-12-01', 'А. Сәрсенов'],
    ['1101', '2026-12-01', 'А. Сәрсенов'],
  ]);
  expect(await tick(database, '2026-12-01')).toEqual({ escalated: [] });
  expect(await tick(database, '2026-12-24')).toEqual({ escalated: [] });
  expect(await story.present()).toEqual(escalated);
  const record = await changesAfter(database, new Map([['10', 0]]));
  expect(record.at(-1)).toMatchObject({ actor: 'clock', verb: 'escalate' });
});

test('two processes that look at the clock at once escalate once', async () => {
  await story.propose([aqsu, qyzylzhar]);
  const both = await Promise.all([tick(given.database, '2026-12-01'), tick(given.database, '2026-12-01')]);
  expect(both.map(({ escalated }) => escalated.length).sort()).toEqual([0, 2]);
});

test('reminders are facts with an id that stays the same', async () => {
  await story.propose([aqsu, kokozek]);
  const on = async (date: string) =>
    (await dueReminders(given.database, date)).map(({ id, assignments }) => [id, assignments.length]);
  expect(await on('2026-11-26')).toEqual([]);
  expect(await on('2026-11-27')).toEqual([['answer-wanted north 2026-11-30 3', 2]]);
  expect(await on('2026-11-28')).toEqual([['answer-wanted north 2026-11-30 3', 2]]);
  expect(await on('2026-11-29')).toEqual([['answer-wanted north 2026-11-30 1', 2]]);
  expect(await on('2026-11-30')).toEqual([['answer-wanted north 2026-11-30 0', 2]]);
  await tick(given.database, '2026-12-01');
  expect(await dueReminders(given.database, '2026-12-05')).toMatchObject([
    { id: 'answer-overdue north 2026-11-30', daysLeft: -5, officers: ['А. Сәрсенов'] },
  ]);
  await step(story.north, 'accept', await story.present());
  expect(await on('2026-12-05')).toEqual([]);
});

test('a schedule is approved when nothing waits for an answer; what was declined stays aside', async () => {
  const [one, two, three] = await story.propose([aqsu, kokozek, qyzylzhar]);
  await step(story.north, 'accept', [one]);
  const { done } = await step(story.north, 'counter', [two], { reason, counter: { finishQuarter: '2027-Q4' } });
  const refused = await given.planner.send('POST', '/api/schedules/north/approval', { version: 1 });
  expect([refused.status, refused.body.proposed, refused.body.countered]).toEqual([409, 1, 1]);
  await step(story.north, 'decline', [three], { reason });
  await step(given.planner, 'take-counter', done);
  expect((await scheduleOf('north')).state).toBe('answered');
  const approval = await story.approve();
  expect(approval).toMatchObject({ approved: 2, schedule: { version: 1, state: 'approved', approvedBy: 'planner' } });
  expect((await story.present()).map(({ stage, finishQuarter }) => [stage, finishQuarter])).toEqual([
    ['approved', '2027-Q3'],
    ['approved', '2027-Q4'],
    ['declined', '2027-Q3'],
  ]);
  const twice = await given.planner.send('POST', '/api/schedules/north/approval', { version: 1 });
  expect([twice.status, twice.body.detail]).toEqual([409, 'Version 1 is approved already.']);
});

test('the baseline is a signed file that stays as it was, whatever happens next', async () => {
  await story.approved([aqsu, qyzylzhar]);
  const download = async () => (await given.planner.fetch('/api/schedules/north/baselines/1')).text();
  const text = await download();
  const { publicKey } = await ask(given.service.nobody, 'GET', '/api/signing-key');
  expect(faultsOfBaseline(text, publicKey)).toEqual([]);
  const { head, assignments } = JSON.parse(text);
  expect(head).toMatchObject({
    operator: { code: 'north' },
    version: 1,
    madeOn: '2026-11-22',
    scheduleVersion: 1,
    previous: null,
    totals: { settlements: 2, residents: 2000, costTenge: 150_000_000, subsidyTenge: 100_000_000 },
  });
  expect(assignments.map(({ code }: { code: string }) => code)).toEqual(['1001', '1101']);
  const { requests } = await ask(given.planner, 'POST', '/api/change-requests', {
    assignments: (await story.present()).map(seen),
    changes: { cancelled: true },
    reason,
  });
  await ask(given.planner, 'POST', '/api/change-requests/decisions', { requests, decision: 'accept' });
  expect(await download()).toBe(text);
});

test('a later schedule adds to what was agreed, and its baseline follows the one before', async () => {
  await story.approved([aqsu]);
  await step(story.north, 'start-construction', await story.present());
  await story.approved([kokozek]);
  const [second, first] = (await scheduleOf('north')).baselines;
  const file = await (await given.planner.fetch('/api/schedules/north/baselines/2')).json();
  expect([second.version, file.head.previous]).toEqual([2, first.hash]);
  const { added, removed, changed } = await ask(given.planner, 'GET', '/api/schedules/north/comparison?from=1&to=2');
  expect([added.map(({ code }: any) => code), removed, changed]).toEqual([['1002'], [], []]);
  expect((await scheduleOf('north')).versions.map(({ state }: any) => state)).toEqual(['approved', 'superseded']);
});
