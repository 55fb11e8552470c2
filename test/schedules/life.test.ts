import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assign, withdraw } from '../../server/assignments/plan.ts';
import { allAssignments } from '../../server/assignments/queries.ts';
import type { Assignment, SeenAssignment, Stage } from '../../server/assignments/schema.ts';
import { baselinedStages, stepRules, type Step } from '../../server/assignments/stages.ts';
import { type Stepper, takeStep } from '../../server/assignments/steps.ts';
import { undo } from '../../server/assignments/undo.ts';
import { addDays } from '../../server/calendar/days.ts';
import { firstAltered } from '../../server/changes/chain.ts';
import { changesAfter, chainHeads } from '../../server/changes/queries.ts';
import type { Change } from '../../server/changes/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { Problem } from '../../server/http/problem.ts';
import { approve } from '../../server/schedules/approve.ts';
import { changeRequests } from '../../server/change-requests/queries.ts';
import { askChange } from '../../server/change-requests/ask.ts';
import { decideChange } from '../../server/change-requests/decide.ts';
import { tick } from '../../server/schedules/clock.ts';
import { baselineOf, baselineSummaries, scheduleVersions } from '../../server/schedules/queries.ts';
import { send } from '../../server/schedules/send.ts';
import { faultsOfBaseline } from '../../server/schedules/verify-baseline.ts';
import { smallCountry, today } from '../country.ts';
import { testDatabase } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await smallCountry(database);
});

afterAll(() => database.close());

const settlements = [
  { regionCode: '10', code: '1001' },
  { regionCode: '11', code: '1101' },
];
const companies = ['north', 'south'] as const;
const reason = { code: 'land', text: 'No plot' } as const;
const text = 'decided';

/** What leads from a stage to another, and who does it: the domain's words, not the code's. */
const allowed: Record<string, string> = {
  'nothing > draft': 'planner',
  'draft > nothing': 'planner',
  'draft > proposed': 'planner',
  'proposed > accepted': 'operator',
  'proposed > declined': 'operator',
  'proposed > countered': 'operator',
  'accepted > declined': 'operator',
  'accepted > countered': 'operator',
  'declined > accepted': 'operator',
  'declined > countered': 'operator',
  'countered > declined': 'operator',
  'countered > countered': 'operator',
  'countered > accepted': 'planner operator',
  'countered > proposed': 'planner',
  'declined > draft': 'planner',
  'draft > declined': 'planner',
  'accepted > approved': 'planner',
  'approved > under_construction': 'operator',
  'returned > under_construction': 'operator',
  'under_construction > operational': 'operator',
  'operational > verified': 'planner',
  'operational > returned': 'planner',
  'approved > draft': 'planner',
  'under_construction > draft': 'planner',
  'returned > draft': 'planner',
  'proposed > proposed': 'clock',
  'draft > draft': 'planner',
  ...Object.fromEntries(
    ['proposed', 'accepted', 'declined', 'countered', 'approved', 'under_construction', 'returned'].map((stage) => [
      `${stage} > cancelled`,
      'planner',
    ]),
  ),
};
/** A change of terms by request leaves the stage as it is. */
const changed = ['approved > approved', 'under_construction > under_construction', 'returned > returned'];

interface Scene {
  date: string;
  actions: string[];
}

const planner = (scene: Scene): Stepper => ({ login: 'planner', today: scene.date, party: 'planner', company: null });
const operator = (scene: Scene, company: string): Stepper => ({
  login: `operator of ${company}`,
  today: scene.date,
  party: 'operator',
  company,
});

const quarter = fc.constantFrom('2027-Q1', '2027-Q2', '2027-Q4', '2028-Q2');
const changes = fc.record({ technology: fc.constantFrom('fibre' as const, '4g' as const), finishQuarter: quarter });
const company = fc.constantFrom(...companies);

/** Somebody does something, sensible or not. Steps go to all assignments that there are, some as seen long ago. */
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('assign' as const), company, finish: quarter }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), company }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('approve' as const), company }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      by: company,
      changes,
      handOver: fc.boolean(),
      cancel: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), accept: fc.boolean() }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom(
        ...(Object.keys(stepRules) as Step[]).filter((step) => step !== 'propose' && step !== 'approve'),
      ),
      company,
      changes,
      pick: fc.nat(1000),
      /** Taken by the party that may, or by the other. */
      rightly: fc.constantFrom(true, true, true, true, false),
      stale: fc.constantFrom(false, false, false, false, true),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const terms = {
  technology: 'fibre',
  startQuarter: '2027-Q1',
  costTenge: 1,
  subsidyTenge: null,
  responsibleOfficer: '',
} as const;

async function act(scene: Scene, what: Deed, all: readonly Assignment[]): Promise<{ actionId?: string | null } | void> {
  const seen: SeenAssignment[] = all.map(({ regionCode, code, number, version }) => ({
    regionCode,
    code,
    number,
    version,
  }));
  if (what.kind === 'assign') {
    const commitment = { ...terms, operatorCode: what.company, finishQuarter: what.finish };
    return assign(database, planner(scene), { settlements, commitment });
  }
  if (what.kind === 'send') return send(database, planner(scene), what.company, { responsibleOfficer: 'officer' });
  if (what.kind === 'approve') {
    const [newest] = await scheduleVersions(database, what.company);
    return approve(database, planner(scene), what.company, newest?.version ?? 1);
  }
  if (seen.length === 0) return;
  if (what.kind === 'withdraw') return withdraw(database, planner(scene), { assignments: seen });
  if (what.kind === 'undo')
    return scene.actions.length === 0 ? undefined : undo(database, planner(scene), scene.actions.at(-1)!);
  if (what.kind === 'wait') {
    scene.date = addDays(scene.date, what.days);
    await tick(database, scene.date);
    return;
  }
  if (what.kind === 'ask') {
    const stepper = what.handOver ? planner(scene) : operator(scene, what.by);
    const terms = { ...what.changes, ...(what.handOver ? { operatorCode: what.by } : {}) };
    const wanted = what.cancel ? { cancelled: true as const } : terms;
    await askChange(database, stepper, { assignments: seen, changes: wanted, reason });
    return;
  }
  if (what.kind === 'decide') {
    const requests = await changeRequests(database, 'open', null);
    if (requests.length === 0) return;
    await decideChange(database, planner(scene), { requests, decision: what.accept ? 'accept' : 'refuse', text });
    return;
  }
  const possible = (Object.keys(stepRules) as Step[]).filter(
    (step) =>
      step !== 'propose' &&
      step !== 'approve' &&
      // Seldom, since nothing follows it.
      (step !== 'cancel' || what.pick % 7 === 0) &&
      all.some(({ stage }) => (stepRules[step].from as readonly Stage[]).includes(stage)),
  );
  const step = what.rightly && possible.length > 0 ? possible[what.pick % possible.length] : what.step;
  const rule = stepRules[step];
  const stepper = (rule.by === 'planner') === what.rightly ? planner(scene) : operator(scene, what.company);
  const some = what.pick % 2 === 0 ? seen : seen.slice(0, 1);
  const assignments = what.stale ? some.map((one) => ({ ...one, version: one.version - 1 })) : some;
  const needs: readonly string[] = 'needs' in rule ? rule.needs : [];
  const given = {
    ...(needs.includes('reason') ? { reason } : {}),
    ...(needs.includes('counter') ? { counter: what.changes } : {}),
    ...('may' in rule ? { changes: what.changes } : {}),
  };
  return takeStep(database, stepper, { step, assignments, ...given });
}

/** Whose deed a change was, by the words of `allowed`. */
const partyOf = ({ actor }: Change) => (actor.startsWith('operator') ? 'operator' : actor);

/** The record tells of every change, in one unbroken line from the first to the row that is there. */
function follow(changesMade: readonly Change[], present: readonly Assignment[]): void {
  const rows = new Map<string, unknown>();
  for (const change of changesMade) {
    for (const { entity, key, before, after } of change.items) {
      if (entity !== 'assignment') continue;
      const name = `${key.regionCode} ${key.settlementCode} ${key.number}`;
      expect([name, before]).toEqual([name, rows.get(name) ?? null]);
      const move = `${(before?.stage as Stage) ?? 'nothing'} > ${(after?.stage as Stage) ?? 'nothing'}`;
      const unchanged = change.verb === 'accept-change' && changed.includes(move);
      const may = unchanged || (allowed[move] ?? '').split(' ').includes(partyOf(change));
      expect([move, change.verb, partyOf(change), may]).toEqual([move, change.verb, partyOf(change), true]);
      if (change.verb === 'escalate') {
        expect([before!.escalatedOn, String(after!.escalatedOn) > String(after!.answerDueOn)]).toEqual([null, true]);
      }
      if (after === null) rows.delete(name);
      else rows.set(name, after);
    }
  }
  expect([...rows.values()]).toHaveLength(present.length);
  for (const row of present) expect(rows.get(`${row.regionCode} ${row.code} ${row.number}`)).toEqual(row);
}

/** What is agreed stands with its very terms in the newest baseline of its operator. */
async function agreed(present: readonly Assignment[]): Promise<void> {
  for (const operatorCode of companies) {
    const [newest] = await baselineSummaries(database, operatorCode);
    const inForce = present.filter((row) => row.operatorCode === operatorCode && baselinedStages.includes(row.stage));
    if (newest === undefined) expect(inForce).toEqual([]);
    else {
      const { file } = (await baselineOf(database, '250+', operatorCode, newest.version))!;
      expect(faultsOfBaseline(file)).toEqual([]);
      const { assignments } = JSON.parse(file) as { assignments: Assignment[] };
      for (const { code, number, technology, startQuarter, finishQuarter } of inForce) {
        expect(assignments).toContainEqual(
          expect.objectContaining({ code, number, technology, startQuarter, finishQuarter }),
        );
      }
    }
  }
}

test('no sequence of deeds by any role reaches what is forbidden, loses a change or breaks the chain', async () => {
  const stages = new Set<Stage>();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 80, maxLength: 120, size: 'max' }), async (deeds) => {
      for (const table of ['change_request', 'baseline', 'schedule', 'assignment', 'change', 'chain']) {
        await database.query(`delete from ${table}`);
      }
      const scene: Scene = { date: today, actions: [] };
      for (const what of deeds) {
        try {
          const reply = await act(scene, what, await allAssignments(database, null));
          if (reply?.actionId && ['assign', 'withdraw', 'undo', 'step'].includes(what.kind))
            scene.actions.push(reply.actionId);
        } catch (error) {
          // A refusal of the whole is an answer; anything else is a fault.
          if (!(error instanceof Problem)) throw error;
        }
        for (const { stage } of await allAssignments(database, null)) stages.add(stage);
      }
      const present = await allAssignments(database, null);
      for (const { regionCode } of await chainHeads(database)) {
        const chain = await changesAfter(database, new Map([[regionCode, 0]]));
        expect([regionCode, firstAltered(chain)]).toEqual([regionCode, null]);
        if (regionCode !== '*')
          follow(
            chain,
            present.filter((row) => row.regionCode === regionCode),
          );
      }
      await agreed(present);
    }),
    { numRuns: 25 },
  );
  // The deeds were not all refused.
  expect(stages.size).toBeGreaterThanOrEqual(7);
});
