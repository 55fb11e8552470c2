import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { BulkReply, Commitment } from '../../server/assignments/schema.ts';
import { firstAltered } from '../../server/changes/chain.ts';
import { changesAfter } from '../../server/changes/queries.ts';
import { type Person, serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();
let planner: Person;
let planner2: Person;

beforeAll(async () => {
  planner = given.planner;
  planner2 = await given.service.as('planner2');
});

beforeEach(() => given.database.query('delete from assignment'));

const aqsu = { regionCode: '10', code: '1001' };
const kokozek = { regionCode: '10', code: '1002' };
const qyzylzhar = { regionCode: '11', code: '1101' };
const ushqongyr = { regionCode: '11', code: '1102' };

const commitment: Commitment = {
  operatorCode: 'north',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q3',
  costTenge: 75_000_000,
  subsidyTenge: null,
  responsibleOfficer: 'А. Сәрсенов',
};

const assign = async (settlements: object[], changes: Partial<Commitment> = {}, by = planner): Promise<BulkReply> => {
  const { status, body } = await by.send('POST', '/api/assignments', {
    settlements,
    commitment: { ...commitment, ...changes },
  });
  expect(status).toBe(200);
  return body;
};

const bulk = async (by: Person, method: string, path: string, body: object): Promise<BulkReply> => {
  const reply = await by.send(method, path, body);
  expect(reply.status).toBe(200);
  return reply.body;
};

const rows = () =>
  given.database.query<{ row: string }>(
    `select settlement_code || ' ' || number || ' ' || operator_code || ' ' || finish_quarter as row
     from assignment order by region_code, settlement_code, number`,
  );
const present = async () => (await rows()).map(({ row }) => row);

const refusals = ({ refused }: BulkReply) =>
  refused.map(({ code, conflicts }) => `${code} ${conflicts.map((conflict) => conflict.code).join(' ')}`);

test('many are assigned at once; those that a rule forbids are refused with the reason', async () => {
  const reply = await assign([aqsu, qyzylzhar, ushqongyr, { regionCode: '10', code: '9999' }]);
  expect(reply.done.map(({ code, number, stage }) => [code, number, stage])).toEqual([
    ['1001', 1, 'draft'],
    ['1101', 1, 'draft'],
  ]);
  expect(refusals(reply).sort()).toEqual(['1102 already-served', '9999 unknown-settlement']);
  expect(await present()).toEqual(['1001 1 north 2027-Q3', '1101 1 north 2027-Q3']);
});

test('the server holds to the capacity of a quarter, across regions', async () => {
  const reply = await assign([aqsu, kokozek, qyzylzhar, { regionCode: '10', code: '1003' }]);
  expect(reply.done).toHaveLength(3);
  expect(refusals(reply)).toEqual(['1003 not-flagged capacity-exceeded']);
});

test('two planners who assign at the same moment do not exceed it together', async () => {
  const four = [aqsu, kokozek, qyzylzhar, { regionCode: '10', code: '1003' }];
  const replies = await Promise.all(four.map((one, i) => assign([one], {}, i % 2 === 0 ? planner : planner2)));
  expect(replies.map(({ done }) => done.length).sort()).toEqual([0, 1, 1, 1]);
});

test('two planners who assign the same settlement to the same operator at the same moment: one is refused', async () => {
  const replies = await Promise.all([assign([aqsu]), assign([aqsu], {}, planner2)]);
  expect(replies.map(({ done }) => done.length).sort()).toEqual([0, 1]);
  expect(replies.flatMap(refusals)).toEqual(['1001 same-operator-overlaps']);
});

test('a settlement named twice is assigned once', async () => {
  expect((await assign([aqsu, aqsu])).done).toHaveLength(1);
});

test('an amendment needs the version that the person saw; the second planner is shown both', async () => {
  const [mine] = (await assign([aqsu])).done;
  const seen = { ...aqsu, number: 1, version: mine.version };
  const first = await bulk(planner2, 'PATCH', '/api/assignments', {
    assignments: [seen],
    changes: { finishQuarter: '2027-Q4' },
  });
  expect(first.done[0].finishQuarter).toBe('2027-Q4');
  const second = await bulk(planner, 'PATCH', '/api/assignments', {
    assignments: [seen],
    changes: { finishQuarter: '2028-Q1' },
  });
  expect(refusals(second)).toEqual(['1001 changed-since']);
  expect(second.refused[0].present).toEqual(first.done[0]);
  expect(await present()).toEqual(['1001 1 north 2027-Q4']);
});

test('an amendment changes what it names and nothing else', async () => {
  const [before] = (await assign([aqsu])).done;
  const { done } = await bulk(planner, 'PATCH', '/api/assignments', {
    assignments: [{ ...aqsu, number: 1, version: before.version }],
    changes: { finishQuarter: '2027-Q4' },
  });
  expect(done).toEqual([{ ...before, finishQuarter: '2027-Q4', version: done[0].version }]);
});

test('an amendment is held to the rules: dates may not be reversed', async () => {
  const [{ version }] = (await assign([aqsu])).done;
  const reply = await bulk(planner, 'PATCH', '/api/assignments', {
    assignments: [{ ...aqsu, number: 1, version }],
    changes: { startQuarter: '2028-Q1' },
  });
  expect(refusals(reply)).toEqual(['1001 dates-reversed']);
});

test('assign, undo, redo, undo', async () => {
  const assigned = await assign([aqsu, qyzylzhar]);
  const undone = await bulk(planner, 'POST', `/api/actions/${assigned.actionId}/undo`, {});
  expect(await present()).toEqual([]);
  const redone = await bulk(planner, 'POST', `/api/actions/${undone.actionId}/undo`, {});
  expect(await present()).toEqual(['1001 1 north 2027-Q3', '1101 1 north 2027-Q3']);
  expect(redone.done.map(({ costTenge }) => costTenge)).toEqual([75_000_000, 75_000_000]);
  await bulk(planner, 'POST', `/api/actions/${redone.actionId}/undo`, {});
  expect(await present()).toEqual([]);
});

test('undo leaves alone what another changed since, and says so', async () => {
  const assigned = await assign([aqsu, qyzylzhar]);
  const { version } = assigned.done[1];
  await bulk(planner2, 'PATCH', '/api/assignments', {
    assignments: [{ ...qyzylzhar, number: 1, version }],
    changes: { finishQuarter: '2027-Q4' },
  });
  const undone = await bulk(planner, 'POST', `/api/actions/${assigned.actionId}/undo`, {});
  expect(refusals(undone)).toEqual(['1101 changed-since']);
  expect(await present()).toEqual(['1101 1 north 2027-Q4']);
});

test('undo of a withdrawal does not break a rule that holds by now', async () => {
  const [{ version }] = (await assign([aqsu])).done;
  const withdrawn = await bulk(planner, 'POST', '/api/assignments/withdrawals', {
    assignments: [{ ...aqsu, number: 1, version }],
  });
  await given.database.query(
    `insert into assignment values ('10', '1001', 2, 'north', 'fibre', '2027-Q2', '2027-Q2', null, null, '', 'draft', 0)`,
  );
  const undone = await bulk(planner, 'POST', `/api/actions/${withdrawn.actionId}/undo`, {});
  expect(refusals(undone)).toEqual(['1001 same-operator-overlaps']);
  expect(await present()).toEqual(['1001 2 north 2027-Q2']);
});

test("nobody undoes another's action", async () => {
  const { actionId } = await assign([aqsu]);
  const { status } = await planner2.send('POST', `/api/actions/${actionId}/undo`, {});
  expect(status).toBe(403);
  expect(await present()).toEqual(['1001 1 north 2027-Q3']);
});

test('the history says who did what, and what can still be undone', async () => {
  const { actionId } = await assign([aqsu, kokozek]);
  const newest = async (by: Person) => (await by.send('GET', '/api/actions?limit=1')).body.rows[0];
  expect(await newest(planner)).toMatchObject({
    actionId,
    actor: 'planner',
    verb: 'assign',
    settlements: 2,
    undoable: true,
  });
  expect(await newest(planner2)).toMatchObject({ actionId, undoable: false });
  await bulk(planner, 'POST', `/api/actions/${actionId}/undo`, {});
  const { rows: history } = (await planner.send('GET', '/api/actions?limit=2')).body;
  expect(history.map(({ verb, undoable }: { verb: string; undoable: boolean }) => [verb, undoable])).toEqual([
    ['undo', true],
    ['assign', false],
  ]);
});

test('an operator sees its own assignments and no other', async () => {
  await assign([aqsu]);
  await assign([kokozek], { operatorCode: 'south' });
  const operator = await given.service.as('operator');
  const seenBy = async (person: Person) => {
    const { body } = await person.send('POST', '/api/country/rows', { settlements: [aqsu, kokozek] });
    return body.rows.flatMap((row: { assignments: { operatorCode: string }[] }) =>
      row.assignments.map(({ operatorCode }) => operatorCode),
    );
  };
  expect(await seenBy(planner)).toEqual(['north', 'south']);
  expect(await seenBy(operator)).toEqual(['north']);
  const live = (await operator.send('GET', '/api/country/live')).body;
  expect([live.operators, live.assignments.settlement]).toEqual([['north'], [0]]);
  const csv = await (await operator.fetch('/api/exports/settlements.csv')).text();
  expect(csv).toContain('north');
  expect(csv).not.toContain('south');
});

test('input that does not fit is refused with the place', async () => {
  const { status, body } = await planner.send('POST', '/api/assignments', {
    settlements: [aqsu],
    commitment: { ...commitment, startQuarter: '2027-Q5' },
  });
  expect(status).toBe(422);
  expect(body.errors).toEqual([{ path: 'commitment.startQuarter', message: 'a quarter such as 2027-Q3' }]);
});

test('through all of it the record of each region is whole', async () => {
  for (const region of ['10', '11']) {
    const chain = await changesAfter(given.database, new Map([[region, 0]]));
    expect(chain.length).toBeGreaterThan(5);
    expect(firstAltered(chain)).toBeNull();
  }
});
