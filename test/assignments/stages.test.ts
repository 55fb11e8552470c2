import { expect, test } from '@jest/globals';
import { Stage } from '../../server/assignments/schema.ts';
import { partyOf, ruleOf, stepRules, type Step, stepsFrom } from '../../server/assignments/stages.ts';

test('what each party can do from each stage', () => {
  const offered = Object.fromEntries(
    Stage.options.map((stage) => [
      stage,
      [stepsFrom(stage, 'planner').join(' '), stepsFrom(stage, 'operator').join(' ')],
    ]),
  );
  expect(offered).toEqual({
    draft: ['', ''],
    proposed: ['cancel', 'accept decline counter'],
    accepted: ['cancel', 'decline counter'],
    declined: ['redraft cancel', 'accept counter'],
    countered: ['take-counter propose-again cancel', 'accept decline counter'],
    approved: ['', 'start-construction'],
    under_construction: ['', ''],
    operational: ['', ''],
    verified: ['', ''],
    returned: ['', 'start-construction'],
    cancelled: ['', ''],
  });
});

test('what is larger than a step is not offered as one', () => {
  const through = (Object.keys(stepRules) as Step[]).map((step) => [step, ruleOf(step).through]).filter(([, by]) => by);
  expect(Object.fromEntries(through)).toEqual({
    propose: 'schedule',
    approve: 'schedule',
    'report-operational': 'evidence',
    verify: 'inspection',
    return: 'inspection',
  });
});

test('a deputy takes no steps, an administrator those of a planner', () => {
  expect([partyOf('deputy'), partyOf('administrator'), partyOf('planner'), partyOf('operator')]).toEqual([
    null,
    'planner',
    'planner',
    'operator',
  ]);
  expect(Stage.options.flatMap((stage) => stepsFrom(stage, null))).toEqual([]);
});

test('no step leads out of what is verified or cancelled, and every stage but the last can be reached', () => {
  const exits = (stage: Stage) =>
    (Object.keys(stepRules) as Step[]).filter((step) => ruleOf(step).from.includes(stage));
  expect([exits('verified'), exits('cancelled')]).toEqual([[], []]);
  const reached = new Set<Stage>(['draft']);
  for (const _ of Stage.options) {
    for (const step of Object.keys(stepRules) as Step[]) {
      if (ruleOf(step).from.some((stage) => reached.has(stage))) reached.add(ruleOf(step).to);
    }
  }
  expect([...reached].sort()).toEqual([...Stage.options].sort());
});
