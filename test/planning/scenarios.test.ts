import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Database } from '../../server/database/database.ts';
import { beginOnThread } from '../../server/planning/begin.ts';
import { keepPlanning } from '../../server/planning/runner.ts';
import type { PlanWhy } from '../../server/planning/answers/schema.ts';
import type { Parameter } from '../../server/planning/parameters/schema.ts';
import type { PlanningPin } from '../../server/planning/pins/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import type { PlanOutlook } from '../../server/planning/requests/schema.ts';
import type { AdoptReply, Scenario, ScenarioComparison } from '../../server/planning/scenarios/schema.ts';
import { replay } from '../../server/replay/replay.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';

/**
 * West: a 70.5 51 (1,000 people), b 71.5 51 (500); east: d 73 51 (2,000). The north has a node 10 km east of a; the
 * south has one 10 km west of d, and f (72.5 51), which has its fibre.
 */
const nodes = [
  'operator,longitude,latitude,name,status',
  'north,70.642,51,Hub of the north,operational',
  'south,72.858,51,Hub of the south,operational',
];

let database: Database;
let service: TestService;
let planner: Person;
let stop: () => Promise<void>;

beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
  service = await startService(database);
  planner = await service.as('planner');
  stop = keepPlanning(database, { begin: beginOnThread, failed: (error) => console.error(error) });
});
afterAll(async () => {
  await stop();
  await service.close();
  await database.close();
});

const ask = async (method: string, path: string, body?: unknown) => {
  const reply = await planner.send(method, `/api/planning${path}`, body);
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
};

/** Waits until it is finished. */
async function done({ id }: Scenario): Promise<Scenario> {
  for (;;) {
    const scenario: Scenario = await ask('GET', `/scenarios/${id}`);
    if (scenario.state !== 'queued' && scenario.state !== 'running') return scenario;
    await setTimeout(100);
  }
}

const plan = async (request: object) => done(await ask('POST', '/scenarios', { effort: 'quick', ...request }));
const rowsOf = async ({ id }: Scenario): Promise<PlanRow[]> => (await ask('GET', `/scenarios/${id}/rows`)).rows;
const told = ({ code, state, operatorCode, technology, finishQuarter, reason }: PlanRow) =>
  [code, state, operatorCode, technology, finishQuarter, reason].filter((value) => value !== null).join(' ');

const west = (code: string) => ({ regionCode: 'west', code });

test('where there are no nodes it is said so, before anything is computed', async () => {
  const outlook: PlanOutlook = await ask('POST', '/outlook', { servedAsParents: false });
  expect(outlook).toMatchObject({ settlements: 3, committed: 0, residents: 3500, links: 0, firstQuarter: '2027-Q1' });
  expect(outlook.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error no-nodes',
    'warning population-missing',
  ]);
  const refused = await planner.send('POST', '/api/planning/scenarios', { servedAsParents: false });
  expect([refused.status, refused.body.refusal, refused.body.problems.length]).toEqual([422, 'plan-impossible', 2]);
});

let first: Scenario;

test('each settlement gets what costs least, in the first quarter, from what is there', async () => {
  await loadText(database, 'nodes.csv', nodes.join('\n'));
  first = await plan({ name: 'First', quarters: 4 });
  expect((await rowsOf(first)).map(told)).toEqual([
    'd planned south fibre 2027-Q1',
    'a planned north fibre 2027-Q1',
    // Farther than 50 km from everything.
    'b unserved no-link',
  ]);
  const [d] = await rowsOf(first);
  // 9.968 km × 1.1 × 20,000 USD × 505.2; upkeep is 5 % a year for ten years at 5 %.
  expect(d).toMatchObject({ kilometres: 9.968, capitalTenge: 110_789_103, subsidyTenge: 110_789_103, work: 1 });
  expect(d).toMatchObject({ costTenge: 153_563_307, startQuarter: '2026-Q4', accessFeeTenge: 0, pinned: false });
  expect(d.parent).toMatchObject({ type: 'node', operatorCode: 'south', name: 'Hub of the south' });
  const { summary, problems, progress } = first;
  expect(summary).toMatchObject({ unit: 'tenge', valid: true, gapPercent: 0, cut: false, settlements: 3, binding: [] });
  expect(summary!.planned).toEqual({
    settlements: 2,
    residents: 3000,
    costTenge: 307_126_614,
    subsidyTenge: 221_578_206,
  });
  expect(summary!.unservedBecause).toEqual([{ reason: 'no-link', settlements: 1, residents: 500 }]);
  // 3,000 residents × 1.5 months, 500 × 12.
  expect(summary!.personMonths).toBe(10_500);
  expect(problems.map(({ code }) => code)).toEqual(['population-missing', 'out-of-reach']);
  expect(progress.at(-1)).toMatchObject({ phase: 'plan', done: 1, gapPercent: 0 });
});

test('the same input gives the same plan, and another seed is another input', async () => {
  const again = await plan({ name: 'Again', quarters: 4 });
  expect([again.inputHash === first.inputHash, again.summary!.hash]).toEqual([false, first.summary!.hash]);
  const named = await plan({ name: 'First', quarters: 4 });
  expect(named.inputHash).toBe(first.inputHash);
});

test('why a settlement has what it has is told in figures', async () => {
  const why: PlanWhy = await ask('GET', `/scenarios/${first.id}/settlements/east/d`);
  expect(why).toMatchObject({ unit: 'tenge', demandMbps: 100, pinCostByPrices: null, path: [] });
  expect(why.branch).toMatchObject({ settlements: 0, residents: 0, rows: [] });
  // 2,000 residents × 1.5 months × 2 USD × 505.2
  expect(why.chosen).toMatchObject({ quarter: '2027-Q1', waiting: 3_031_200, crewPrice: 0, lateness: 0 });
  expect(why.chosen!.total).toBe(153_563_307 + 3_031_200);
  // From f, which has the south's fibre: 35 km for the south itself, and for the north against a fee.
  expect(why.others.map((one) => [one.operatorCode, one.technology, one.kilometres, one.accessFeeTenge])).toEqual([
    ['north', 'fibre', 35.099, 5_052_000],
  ]);
});

test('why not another is answered by solving with it forced', async () => {
  const put = { question: 'why-not', settlement: { regionCode: 'east', code: 'd' }, choice: { operatorCode: 'north' } };
  const { state, answer, baseId } = await done(await ask('POST', `/scenarios/${first.id}/questions`, put));
  expect([state, baseId, answer!.possible, answer!.movedCount]).toEqual(['done', first.id, true, 1]);
  // 35.099 km rather than 9.968, with their upkeep, and the fee.
  expect(Math.round(answer!.difference)).toBe(392_203_610);
  expect(answer!.moved[0].after).toMatchObject({ operatorCode: 'north', accessFeeTenge: 5_052_000 });
  const never = { ...put, choice: { operatorCode: 'north', technology: 'satellite' } };
  const impossible = await done(await ask('POST', `/scenarios/${first.id}/questions`, never));
  expect(impossible.answer).toMatchObject({ possible: false, movedCount: 0 });
});

test('pins are never moved, and what each costs is told', async () => {
  const pin = { operatorCode: 'north', technology: null, quarter: '2027-Q3' };
  const pinned = await ask('PUT', '/pins', { groups: [{ settlements: [west('a'), west('none')], pin }] });
  expect(pinned.done.map((row: PlanningPin) => [row.code, row.quarter, row.pinnedBy])).toEqual([
    ['a', '2027-Q3', 'planner'],
  ]);
  const scenario = await plan({ quarters: 4 });
  expect((await rowsOf(scenario)).map(told)[1]).toBe('a planned north fibre 2027-Q3');
  const put = { question: 'pin-cost', settlement: west('a') };
  const { answer } = await done(await ask('POST', `/scenarios/${scenario.id}/questions`, put));
  // Two quarters sooner: 1,000 residents × 6 months × 2 USD × 505.2 less.
  expect(answer).toMatchObject({ by: 'solving', possible: true, difference: -6_062_400, personMonths: -6_000 });
  const why: PlanWhy = await ask('GET', `/scenarios/${scenario.id}/settlements/west/a`);
  expect(why.row.pinned).toBe(true);
});

test('pins that contradict what is known are named with their settlements', async () => {
  const problems = async (request: object = {}) =>
    ((await ask('POST', '/outlook', { quarters: 4, ...request })) as PlanOutlook).problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, settlements }) => [code, settlements.map(({ code: own }) => own).join(' ')]);
  expect(await problems({ quarters: 2 })).toEqual([['pin-quarter-out', 'a']]);
  expect(await problems({ operators: ['south'] })).toEqual([['pin-operator-out', 'a']]);
  expect(await problems({ crews: [{ operatorCode: 'north', perQuarter: 0.5 }] })).toEqual([
    ['pin-work-exceeds-quarter', 'a'],
  ]);
  await ask('PUT', '/pins', { groups: [{ settlements: [west('b')], pin: { operatorCode: 'south' } }] });
  expect(await problems()).toEqual([['pin-no-link', 'b']]);
  // Pinned otherwise each, in one action that is taken back as one: a has its earlier pin again, b none, and then anew.
  const groups = [
    { settlements: [west('a')], pin: { technology: 'fibre' } },
    { settlements: [west('b')], pin: { unserved: true } },
  ];
  const both = await ask('PUT', '/pins', { groups });
  const standing = async () =>
    (await ask('GET', '/pins')).rows.map(({ code, operatorCode, technology, quarter, unserved }: PlanningPin) =>
      [code, operatorCode, technology, quarter, unserved && 'unserved'].filter(Boolean).join(' '),
    );
  expect([both.done.length, await standing()]).toEqual([2, ['a fibre', 'b unserved']]);
  const undone = await ask('POST', '/pins/undo', { actionId: both.actionId });
  expect([undone.done.length, await standing()]).toEqual([2, ['a north 2027-Q3', 'b south']]);
  const again = await ask('POST', '/pins/undo', { actionId: both.actionId });
  expect([again.actionId, again.done]).toEqual([null, []]);
  const removed = await ask('POST', '/pins/removals', { settlements: [west('a'), west('b'), west('c')] });
  expect(removed.done.length).toBe(2);
  expect(await problems({ technologies: ['satellite'] })).toEqual([['no-links', '']]);
  expect(await problems({ parameters: { 'fibre-usd-per-km': -1 } })).toEqual([['parameter-range', '']]);
  expect(await problems({ operators: ['none'] })).toEqual([
    ['no-operators', ''],
    ['unknown-operator', ''],
  ]);
  expect(await problems({ firstQuarter: '2026-Q3' })).toEqual([['quarter-past', '']]);
});

test('where limits leave some out there is a plan all the same: who, why, and what one more crew would bring', async () => {
  const only = { quarters: 1, operators: ['south'], parameters: { 'fibre-reach-km': 200, 'fibre-km-per-work': 200 } };
  const crews = [{ operatorCode: 'south', perQuarter: 1 }];
  const scenario = await plan({ ...only, crews });
  expect((await rowsOf(scenario)).map(told)).toEqual([
    'd planned south fibre 2027-Q1',
    'a unserved crews',
    'b unserved crews',
  ]);
  const [crew] = scenario.summary!.binding;
  expect(crew).toMatchObject({ limit: 'crews', operatorCode: 'south', quarter: '2027-Q1', used: 1, available: 1 });
  expect(crew.worth).toBeGreaterThan(0);
  const crewless = await plan({ quarters: 1, operators: ['south'], crews: [{ operatorCode: 'south', perQuarter: 0 }] });
  const one = { question: 'more', more: { limit: 'crews', operatorCode: 'south', perQuarter: 1 } };
  const manned = await done(await ask('POST', `/scenarios/${crewless.id}/questions`, one));
  expect(manned.answer).toMatchObject({ settlements: 1, residents: 2000, movedCount: 1 });
  const larger = await plan({ ...only, crews, parameters: { ...only.parameters, 'fibre-km-per-work': 20 } });
  expect(larger.summary!.unservedBecause).toEqual([{ reason: 'work-exceeds', settlements: 2, residents: 1500 }]);
  expect(larger.problems.find(({ code }) => code === 'work-exceeds-quarter')!.values).toEqual({
    count: 2,
    available: 1,
  });
  const poor = await plan({ quarters: 4, subsidyPerYear: 150_000_000 });
  expect((await rowsOf(poor)).map(told)).toEqual([
    'd planned south fibre 2027-Q1',
    'a unserved subsidy',
    'b unserved no-link',
  ]);
  expect(poor.summary!.byYear).toEqual([{ year: 2027, subsidyTenge: 110_789_103, availableTenge: 150_000_000 }]);
  const more = { limit: 'subsidy', year: 2027, tenge: 100_000_000 };
  const richer = await done(await ask('POST', `/scenarios/${poor.id}/questions`, { question: 'more', more }));
  // a is connected as d is, and no longer weighs 2.6 million USD, nor 10.5 months of 1,000 people at 2 USD.
  expect(richer.answer).toMatchObject({
    by: 'solving',
    difference: 153_563_307 - 1_313_520_000 - 10_609_200,
    settlements: 1,
    residents: 1000,
    costTenge: 153_563_307,
    subsidyTenge: 110_789_103,
    personMonths: -10_500,
    searching: 0,
    movedCount: 1,
  });
  const none = { question: 'more', more: { ...more, year: 2028 } };
  const refused = await planner.send('POST', `/api/planning/scenarios/${poor.id}/questions`, none);
  expect([refused.status, refused.body.refusal]).toEqual([422, 'no-such-limit']);
  const service = await plan({ quarters: 4, objective: { kind: 'service', budgetTenge: 200_000_000 } });
  expect(service.summary).toMatchObject({ unit: 'person-months', cost: 3000 + 12_000 + 6000, valid: true });
  expect((await rowsOf(service)).map(({ reason }) => reason)).toEqual([null, 'budget', 'no-link']);
});

test('a floor of progress brings those forward whom cost alone would leave', async () => {
  // Leaving them weighs 100,000 and 200,000 USD, connecting them about 304,000; missing from a floor, 1,000 a resident.
  const parameters = { 'unserved-usd': 0, 'unserved-usd-per-resident': 100 };
  const states = async (share: number) => {
    const floor = { share, quarter: '2027-Q2' };
    const made = await plan({ quarters: 4, objective: { kind: 'cost' }, parameters, floor });
    return (await rowsOf(made)).map(told);
  };
  expect(await states(0)).toEqual(['d unserved price', 'a unserved price', 'b unserved no-link']);
  // 200 of 2,000 in the east, 150 of 1,500 in the west.
  expect((await states(0.1)).slice(0, 2)).toEqual([
    expect.stringMatching(/^d planned south fibre 2027-Q[12]$/),
    'a unserved price',
  ]);
});

test('the ministry sets what things cost, and takes it back', async () => {
  const find = async () =>
    (await ask('GET', '/parameters')).rows.find(({ code }: Parameter) => code === 'fibre-usd-per-km') as Parameter;
  const shipped = await find();
  expect(shipped).toMatchObject({ value: 20_000, unit: 'usd-per-km', shipped: null, version: 0 });
  const set = { value: 30_000, source: 'Tender 7', dated: '2026' };
  const path = '/parameters/fibre-usd-per-km';
  const now: Parameter = await ask('PUT', path, { version: 0, set });
  expect(now).toMatchObject({ value: 30_000, source: 'Tender 7', shipped: { value: 20_000 } });
  const late = await planner.send('PUT', `/api/planning${path}`, { version: 0, set });
  expect([late.status, late.body.present.value]).toEqual([409, 30_000]);
  const negative = { version: now.version, set: { ...set, value: -5 } };
  const refused = await planner.send('PUT', `/api/planning${path}`, negative);
  expect([refused.status, refused.body.refusal, refused.body.values.least]).toEqual([422, 'parameter-range', 0]);
  const dearer = await plan({ quarters: 4 });
  expect((await rowsOf(dearer))[0].capitalTenge).toBe(166_183_654);
  const compared: ScenarioComparison = await ask('GET', `/comparison?ids=${first.id},${dearer.id}`);
  expect(compared.differences).toMatchObject([{ served: 0, operator: 0, technology: 0, quarter: 0, rows: [] }]);
  expect(compared.scenarios.map(({ summary }) => summary!.planned.subsidyTenge)).toEqual([221_578_206, 332_367_308]);
  expect(await ask('PUT', path, { version: now.version, set: null })).toMatchObject({ value: 20_000, version: 0 });
});

test('a scenario becomes drafts in one action, which is undone as one; commitments and refusals enter the next', async () => {
  const adopted: AdoptReply = await ask('POST', `/scenarios/${first.id}/assignments`, {
    settlements: [west('a'), west('b')],
    responsibleOfficer: 'Officer',
  });
  expect(adopted.done.map((row) => [row.code, row.stage, row.operatorCode, row.finishQuarter, row.costTenge])).toEqual([
    ['a', 'draft', 'north', '2027-Q1', 110_789_103],
  ]);
  expect([adopted.refused, adopted.skipped]).toEqual([[], [west('b')]]);
  const again: AdoptReply = await ask('POST', `/scenarios/${first.id}/assignments`, {});
  expect(again.done.map(({ code }) => code)).toEqual(['d']);
  expect(again.refused.map(({ code, conflicts }) => [code, conflicts[0].code])).toEqual([['a', 'changed-since']]);
  const undone = await planner.send('POST', `/api/actions/${again.actionId}/undo`);
  expect(undone.body.done.length).toBe(1);

  // North declines a; it is kept from it from then on. The draft of d is kept as it is.
  const redone = await planner.send('POST', `/api/actions/${undone.body.actionId}/undo`);
  expect(redone.body.done.length).toBe(1);
  await planner.send('POST', '/api/schedules/north/versions', { responsibleOfficer: 'Officer' });
  const north = await service.as('operator');
  const sent = (await planner.send('POST', '/api/country/rows', { settlements: [west('a')] })).body.rows[0]
    .assignments[0];
  const { regionCode, code, number, version } = sent;
  const declined = await north.send('POST', '/api/assignments/steps', {
    step: 'decline',
    assignments: [{ regionCode, code, number, version }],
    reason: { code: 'cost', text: 'Too dear' },
  });
  expect(declined.body.done.length).toBe(1);
  const outlook: PlanOutlook = await ask('POST', '/outlook', { quarters: 4 });
  expect(outlook).toMatchObject({ settlements: 2, committed: 1 });
  expect(outlook.operators.map(({ operatorCode, refused }) => [operatorCode, refused])).toEqual([
    ['north', 1],
    ['south', 0],
  ]);
  const next = await plan({ quarters: 4 });
  expect((await rowsOf(next)).map(told)).toEqual([
    'd committed south fibre 2027-Q1',
    'a unserved refused',
    'b unserved no-link',
  ]);
  await ask('PUT', '/pins', { groups: [{ settlements: [west('a')], pin: { operatorCode: 'north' } }] });
  const contradicted: PlanOutlook = await ask('POST', '/outlook', {});
  expect(contradicted.problems[0]).toMatchObject({
    code: 'pin-refused',
    values: { count: 1 },
    settlements: [west('a')],
  });
});

test('what a process left unfinished is begun anew by the next; what is cancelled ends at once', async () => {
  await stop();
  await ask('POST', '/pins/removals', { settlements: [west('a')] });
  const waiting: Scenario = await ask('POST', '/scenarios', { name: 'Left', quarters: 4 });
  expect(waiting.state).toBe('queued');
  // As a process that was killed leaves it.
  await database.query(
    `update planning_scenario set state = 'running', leased_until = now() - interval '1 hour' where id = $1`,
    [waiting.id],
  );
  const second: Scenario = await ask('POST', '/scenarios', { name: 'Second', quarters: 4 });
  expect(await ask('POST', `/scenarios/${second.id}/cancellation`)).toMatchObject({ state: 'cancelled' });
  stop = keepPlanning(database, { begin: beginOnThread, failed: (error) => console.error(error) });
  expect((await done(waiting)).state).toBe('done');
  expect(await ask('GET', `/scenarios/${second.id}`)).toMatchObject({ state: 'cancelled', summary: null });
  const rows = await planner.send('GET', `/api/planning/scenarios/${second.id}/rows`);
  expect([rows.status, rows.body.refusal]).toEqual([409, 'scenario-not-done']);
  // A thread that never ends by itself: only that it is cancelled lets the next have its turn.
  await stop();
  const endless = new Worker('for (;;) {}', { eval: true });
  const ended = once(endless, 'exit');
  const forever = { done: new Promise<never>(() => {}), stop: () => void endless.terminate() };
  stop = keepPlanning(database, {
    begin: (task, tell) => (task.input.request.name === 'Endless' ? forever : beginOnThread(task, tell)),
    failed: (error) => console.error(error),
  });
  const long: Scenario = await ask('POST', '/scenarios', { name: 'Endless' });
  while ((await ask('GET', `/scenarios/${long.id}`)).state === 'queued') await setTimeout(50);
  await ask('POST', `/scenarios/${long.id}/cancellation`);
  await ended;
  const after: Scenario = await ask('POST', '/scenarios', { name: 'After', quarters: 1 });
  expect((await done(after)).state).toBe('done');
  await planner.send('DELETE', `/api/planning/scenarios/${after.id}`);
  expect((await planner.send('GET', `/api/planning/scenarios/${after.id}`)).status).toBe(404);
});

test('the record rebuilds networks, costs and pins', async () => {
  const scratch = await testDatabase();
  await ask('PUT', '/parameters/discount-rate', { version: 0, set: { value: 0.02, source: 'ITU', dated: '2024' } });
  await ask('PUT', '/pins', { groups: [{ settlements: [west('b')], pin: { unserved: true } }] });
  const outcome = await replay(database, scratch);
  await scratch.close();
  expect(outcome).toMatchObject({ rows: { network_node: 2, network_span: 0, cost_parameter: 1, planning_pin: 1 } });
});
