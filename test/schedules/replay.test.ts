import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Assignment } from '../../server/assignments/schema.ts';
import { takeStep } from '../../server/assignments/steps.ts';
import { assign } from '../../server/assignments/plan.ts';
import type { Database } from '../../server/database/database.ts';
import { replay } from '../../server/replay/replay.ts';
import { approve } from '../../server/schedules/approve.ts';
import { askChange } from '../../server/change-requests/ask.ts';
import { decideChange } from '../../server/change-requests/decide.ts';
import { tick } from '../../server/schedules/clock.ts';
import { send } from '../../server/schedules/send.ts';
import { today } from '../country.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';

let database: Database;
let scratch: Database;

beforeAll(async () => {
  database = await testDatabase();
  scratch = await testDatabase();
  await recordedCountry(database);
});

afterAll(async () => {
  await scratch.close();
  await database.close();
});

const planner = { login: 'planner', today, party: 'planner', company: null } as const;
const north = { login: 'operator', today, party: 'operator', company: 'north' } as const;
const reason = { code: 'power', text: 'No line' } as const;

test('the record rebuilds answers, schedules, baselines and change requests', async () => {
  const commitment = {
    operatorCode: 'north',
    technology: 'fibre',
    startQuarter: '2027-Q1',
    finishQuarter: '2027-Q3',
    costTenge: 1,
    subsidyTenge: null,
    responsibleOfficer: '',
  } as const;
  const settlements = [
    { regionCode: 'west', code: 'a' },
    { regionCode: 'west', code: 'b' },
    { regionCode: 'east', code: 'd' },
  ];
  await assign(database, planner, { settlements, commitment });
  const { done } = await send(database, planner, 'north', { responsibleOfficer: 'officer' });
  const { escalated } = await tick(database, '2026-12-24');
  expect([done.length, escalated.length]).toEqual([3, 3]);
  const step = (name: 'accept' | 'decline' | 'counter', one: Assignment, more = {}) =>
    takeStep(database, north, { step: name, assignments: [one], ...more });
  await step('accept', escalated[0]);
  await step('decline', escalated[1], { reason });
  const { done: countered } = await step('counter', escalated[2], { reason, counter: { finishQuarter: '2028-Q1' } });
  const take = { step: 'take-counter', assignments: countered } as const;
  const rebuilt = () => replay(database, scratch);
  expect(await rebuilt()).toMatchObject({ rows: { assignment: 3, schedule: 1 }, others: [] });
  await takeStep(database, planner, take);
  await approve(database, planner, 'north', 1);
  const assignments = await database.query<any>(
    `select region_code as "regionCode", settlement_code as code, number, version from assignment where stage = 'approved'`,
  );
  const { requests } = await askChange(database, north, { assignments, changes: { technology: '4g' }, reason });
  await decideChange(database, planner, { requests: requests.slice(0, 1), decision: 'accept', text: '' });
  await scratch.query(
    'truncate region, import, operator, programme, assessment, schedule, baseline, change_request cascade',
  );
  expect(await rebuilt()).toMatchObject({ rows: { schedule: 1, baseline: 2, change_request: 2 }, others: [] });
});
