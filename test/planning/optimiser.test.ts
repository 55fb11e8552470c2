import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Arborescence } from '../../server/planning/optimiser/arborescence.ts';
import { readAssignment } from '../../server/planning/optimiser/assignment.ts';
import { check } from '../../server/planning/optimiser/checker.ts';
import { solveExactly } from '../../server/planning/optimiser/exact.ts';
import { withWider } from '../../server/planning/optimiser/explain.ts';
import { generate, type GeneratedCase } from '../../server/planning/optimiser/generated.ts';
import type { Plan, Problem } from '../../server/planning/optimiser/model.ts';
import { planHash } from '../../server/planning/optimiser/plan-hash.ts';
import { Random } from '../../server/planning/optimiser/random.ts';
import { run } from '../../server/planning/optimiser/run.ts';
import { solveAssignment } from '../../server/planning/optimiser/solve-assignment.ts';
import { solveBest } from '../../server/planning/optimiser/solve-best.ts';
import { solve } from '../../server/planning/optimiser/solve.ts';

const country = (settlements: number, hardness: GeneratedCase = 'tight', seed = 1) =>
  generate({ settlements, operators: 2, quarters: 3, case: hardness, seed });
const quick = { seed: 1, moves: 60_000, steps: 150 };

/** Three settlements in a row from one node; one operator, fibre and satellite; two quarters. */
const row = (): Problem => ({
  settlements: {
    residents: Float64Array.of(1_000, 500, 300),
    region: new Uint16Array(3),
    unservedPrice: new Float64Array(3).fill(1_000),
    deadline: new Uint8Array(3).fill(2),
    latePrice: new Float64Array(3),
    accessFee: new Float64Array(3),
  },
  links: {
    settlement: Uint32Array.of(0, 1, 2, 1, 2),
    parent: Int32Array.of(-1, 0, 1, -1, -1),
    node: Int32Array.of(0, -1, -1, -1, -1),
    operator: new Uint8Array(5),
    technology: Uint8Array.of(0, 0, 0, 1, 1),
    cost: Float64Array.of(100, 100, 100, 150, 250),
    work: Float64Array.of(2, 2, 2, 1, 1),
    subsidy: Float64Array.of(50, 50, 50, 10, 10),
  },
  operators: 1,
  technologies: 2,
  quarters: 2,
  years: 1,
  regions: 1,
  nodes: 1,
  carries: Uint8Array.of(1, 0),
  crews: Float64Array.of(4, 4),
  yearOf: new Uint8Array(2),
  subsidy: Float64Array.of(1_000),
  objective: { kind: 'cost', waitingPrice: 0 },
  pins: [],
  refusals: [],
  floors: [],
});

const planOf = (link: number[], quarter: number[]): Plan => ({
  link: Int32Array.from(link),
  quarter: Int8Array.from(quarter),
});
const codes = (problem: Problem, plan: Plan) => check(problem, plan).faults.map(({ code }) => code);

describe('the plan', () => {
  test('a row of settlements is connected along fibre, and proven best', () => {
    const { plan, cost, bound } = solve(row(), quick);
    expect([...plan.link]).toEqual([0, 1, 2]);
    expect(cost).toBe(300);
    expect(bound).toBeCloseTo(300, 0);
  });

  test('with waiting priced, whoever has most residents comes first, parents before children', () => {
    const { plan } = solve({ ...row(), objective: { kind: 'cost', waitingPrice: 0.01 } }, quick);
    expect([...plan.quarter]).toEqual([0, 0, 1]);
  });

  test('who cannot be paid for is left unserved, and the limit has a price', () => {
    const { plan, prices } = solve({ ...row(), subsidy: Float64Array.of(70) }, quick);
    expect([...plan.link]).toEqual([0, 3, 4]);
    const poor = solve({ ...row(), subsidy: Float64Array.of(15) }, quick);
    expect([...poor.plan.link]).toEqual([-1, 3, -1]);
    expect(poor.prices.subsidy[0]).toBeGreaterThan(0);
    expect(prices.subsidy[0]).toBeGreaterThanOrEqual(0);
  });

  test('pins are kept though they cost, refusals too', () => {
    const pins = [{ settlement: 1, technology: 1, quarters: [1, 1] }] as const;
    const pinned = solve({ ...row(), pins }, quick);
    expect([...pinned.plan.link]).toEqual([0, 3, 4]);
    expect(pinned.plan.quarter[1]).toBe(1);
    expect(pinned.cost).toBe(500);
    const refused = solve({ ...row(), refusals: [{ settlement: 0, technology: 0 }] }, quick);
    expect([...refused.plan.link]).toEqual([-1, 3, 4]);
    const left = solve({ ...row(), pins: [{ settlement: 2, unserved: true }] }, quick);
    expect([...left.plan.link]).toEqual([0, 1, -1]);
  });

  test.each(['tight', 'cost', 'early'] as const)(
    'of a small country (%s) is as good as HiGHS proves',
    async (hardness) => {
      const problem = country(6, hardness);
      const exact = await solveExactly(problem, { nodes: 5_000 });
      expect(check(problem, exact.plan!).faults).toEqual([]);
      expect(check(problem, exact.plan!).cost / exact.bound).toBeCloseTo(1, 6);
      const { plan, cost, bound, gapPercent } = await solveBest(problem, quick);
      expect(check(problem, plan).faults).toEqual([]);
      expect(cost / exact.bound).toBeCloseTo(1, 6);
      expect(gapPercent).toBeCloseTo(0, 4);
      expect(bound).toBeLessThanOrEqual(cost);
      expect(solve(problem, quick).bound).toBeLessThanOrEqual(exact.bound * (1 + 1e-6));
    },
  );

  test('is the same each time, true to the checker in cost, and another with another seed', () => {
    const problem = country(60);
    const [one, again, other] = [1, 1, 2].map((seed) => solve(problem, { ...quick, seed }));
    expect(planHash(again.plan)).toBe(planHash(one.plan));
    expect(planHash(other.plan)).not.toBe(planHash(one.plan));
    expect(check(problem, one.plan).faults).toEqual([]);
    expect(check(problem, one.plan).cost / one.cost).toBeCloseTo(1, 9);
    expect(one.bound).toBeLessThanOrEqual(one.cost);
  });

  test('keeps random pins, and says which found no room', () => {
    const problem = country(80);
    const random = new Random(7);
    const pins = Array.from({ length: 12 }, (_, i) => ({ settlement: i * 6, operator: random.below(2) }));
    const pinned = { ...problem, pins };
    const { plan, unmetPins } = solve(pinned, quick);
    expect(unmetPins).toEqual([]);
    expect(codes(pinned, plan)).toEqual([]);
    const none = {
      ...row(),
      crews: Float64Array.of(2, 0),
      pins: [{ settlement: 0 }, { settlement: 1 }, { settlement: 2 }],
    };
    expect(solve(none, quick).unmetPins.length).toBeGreaterThan(0);
  });

  test('a floor of progress brings a region forward', () => {
    const floors = [{ region: 0, quarter: 0, residents: 1_500, price: 10 }];
    const { plan } = solve({ ...row(), floors }, quick);
    expect(plan.quarter[0] + plan.quarter[1]).toBe(0);
  });

  test('what wider limits bring is found by solving again, against as much searching without them', () => {
    const problem = { ...row(), subsidy: Float64Array.of(15) };
    const effort = { seed: 1, moves: 10_000 };
    const finished = solve(problem, quick);
    const [before, after] = withWider(problem, { ...problem, subsidy: Float64Array.of(25) }, finished, effort);
    expect([before.cost, [...before.plan.link]]).toEqual([2_150, [-1, 3, -1]]);
    expect([after.cost, [...after.plan.link]]).toEqual([1_400, [-1, 3, 4]]);
    const worse = { plan: planOf([-1, -1, -1], [-1, -1, -1]), prices: finished.prices, cost: 3_000 };
    // What the search would have found without them is not put down to the limits.
    expect(withWider(problem, problem, worse, effort).map(({ cost }) => cost)).toEqual([2_150, 2_150]);
  });

  test('runs in a thread, tells progress, and ends early when asked', async () => {
    const phases = new Set<string>();
    const problem = country(60);
    const whole = await run(problem, { ...quick, onProgress: ({ phase }) => phases.add(phase) }).solution;
    expect(planHash(whole.plan)).toBe(planHash(solve(problem, quick).plan));
    expect([...phases]).toEqual(['prices', 'plan']);
    const long = run(problem, { ...quick, moves: 1e12, onProgress: ({ phase }) => phase === 'plan' && long.cancel() });
    const { cut, plan } = await long.solution;
    expect(cut).toBe(true);
    expect(codes(problem, plan)).toEqual([]);
  });
});

describe('the checker', () => {
  test('finds each kind of fault in a plan that was sound', () => {
    const sound = planOf([0, 1, 2], [0, 0, 1]);
    expect(check(row(), sound)).toMatchObject({ faults: [], cost: 300 });
    expect(codes(row(), planOf([0, 2, -1], [0, 0, -1]))).toContain('link-of-another-settlement');
    expect(codes(row(), planOf([0, 1, 2], [0, 0, 2]))).toContain('no-quarter');
    expect(codes(row(), planOf([-1, 1, 2], [-1, 0, 1]))).toContain('parent-unserved');
    expect(codes(row(), planOf([0, 3, 2], [0, 0, 1]))).toContain('parent-does-not-carry');
    expect(codes(row(), planOf([0, 1, 2], [1, 0, 1]))).toContain('parent-later');
    expect(codes(row(), planOf([0, 1, 2], [0, 0, 0]))).toContain('crews-exceeded');
    expect(codes({ ...row(), subsidy: Float64Array.of(149) }, sound)).toEqual(['subsidy-exceeded']);
    expect(codes({ ...row(), objective: { kind: 'service', budget: 299 } }, sound)).toEqual(['budget-exceeded']);
    expect(codes({ ...row(), pins: [{ settlement: 2, technology: 1 }] }, sound)).toEqual(['pin-not-kept']);
    expect(codes({ ...row(), refusals: [{ settlement: 2, quarters: [1, 1] }] }, sound)).toEqual(['refused']);
    const ring = row();
    ring.links.parent[0] = 1;
    expect(codes(ring, sound)).toContain('loop');
    const foreign = { ...row(), operators: 2, crews: new Float64Array(4).fill(9) };
    foreign.links.operator[1] = 1;
    expect(check(foreign, sound).cost).toBe(300);
    foreign.settlements.accessFee.fill(7);
    expect(check(foreign, sound).parts.fees).toBe(14);
    foreign.settlements.accessFee.fill(Infinity);
    expect(codes(foreign, sound)).toEqual(['access-forbidden', 'access-forbidden']);
  });
});

test('the arborescence is the cheapest of all', () => {
  const costs = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(costs, (given) => {
      const tail = Int32Array.from({ length: 16 }, (_, arc) => (arc % 4 === Math.floor(arc / 4) ? -1 : arc % 4));
      const cost = Float64Array.from(given);
      const tree = new Arborescence([0, 4, 8, 12, 16], tail);
      let least = Infinity;
      for (let code = 0; code < 256; code++) {
        const arcs = [0, 1, 2, 3].map((v) => 4 * v + ((code >> (2 * v)) & 3));
        const reaches = (v: number) => {
          let at = v;
          for (let steps = 0; steps < 5 && at >= 0; steps++) at = tail[arcs[at]];
          return at < 0;
        };
        if ([0, 1, 2, 3].every(reaches))
          least = Math.min(
            least,
            arcs.reduce((sum, arc) => sum + cost[arc], 0),
          );
      }
      expect(tree.solve(cost)).toBe(least);
    }),
    { numRuns: 300 },
  );
});

test('an assignment problem is solved and proven', async () => {
  const file = '2 4\n10 6 9 4\n8 7 3 5\n5 4 6 3\n4 6 5 4\n9 10\n';
  expect(await solveAssignment(readAssignment(file), { seed: 1 })).toMatchObject({ value: 21, bound: 21 });
  expect(() => readAssignment('2 4\n1 2 3')).toThrow('there should be 18 numbers, there are 3');
});
