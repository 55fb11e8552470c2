import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundOf } from '../../server/inspection-routes/plan/bound.ts';
import { planAtOnce } from '../../server/inspection-routes/plan/plan.ts';
import { type RoutingProblem, Travel } from '../../server/inspection-routes/plan/problem.ts';
import { entropy, resolvedBy, weightOf } from '../../server/inspection-routes/rules.ts';
import { mostValue } from './exact.ts';

/** 60 km/h on straight roads: a minute a kilometre. */
const roads = { minutesPerMetre: 0.001, visitMinutes: 30 };

const valueOf = ({ places }: RoutingProblem, tours: number[][]) =>
  tours.flat().reduce((sum, place) => sum + places[place].value, 0);

test('the uncertainty of a resident: nothing known is a whole one, an inspected place none', () => {
  expect(entropy(0.5)).toBe(1);
  expect([entropy(0), entropy(1)]).toEqual([0, 0]);
  expect(entropy(0.8)).toBeCloseTo(0.721928, 6);
  expect(weightOf('none')).toBe(1);
  expect(weightOf('low')).toBeCloseTo(0.959292, 5);
  expect(weightOf('medium')).toBeCloseTo(0.610326, 5);
  expect(weightOf('high')).toBe(0);
  expect(resolvedBy(1000, 'medium')).toBeCloseTo(610.326, 1);
});

test('a large place that is far waits where two small ones on the way are worth more for the day', () => {
  const problem: RoutingProblem = {
    starts: [{ longitude: 70, latitude: 50 }],
    places: [
      { longitude: 70, latitude: 51.2, value: 900 },
      { longitude: 70.3, latitude: 50, value: 500 },
      { longitude: 70.6, latitude: 50, value: 500 },
    ],
    tours: [0],
    minutes: 300,
    ...roads,
  };
  // 2 × 133 km to the first, and no time for another; 2 × 43 km past both others.
  expect(planAtOnce(problem, 1)).toEqual([[1, 2]]);
});

test('what no day reaches is left out, and without places there are empty tours', () => {
  const far = { longitude: 80, latitude: 50, value: 1_000_000 };
  const problem = { starts: [{ longitude: 70, latitude: 50 }], tours: [0, 0], minutes: 480, ...roads };
  expect(planAtOnce({ ...problem, places: [far] }, 1)).toEqual([[], []]);
  expect(planAtOnce({ ...problem, places: [] }, 1)).toEqual([[], []]);
});

const point = {
  longitude: fc.double({ min: 69, max: 71, noNaN: true }),
  latitude: fc.double({ min: 49, max: 51, noNaN: true }),
};
const problems = fc.record({
  places: fc.array(fc.record({ ...point, value: fc.integer({ min: 1, max: 5000 }) }), { minLength: 1, maxLength: 9 }),
  starts: fc.array(fc.record(point), { minLength: 2, maxLength: 2 }),
  tours: fc.constantFrom([0], [0, 0], [0, 1]),
  minutes: fc.integer({ min: 120, max: 600 }),
  minutesPerMetre: fc.constant(0.0015),
  visitMinutes: fc.constant(40),
});

test('tours keep to their minutes, visit no place twice, come near to the best there is, and none surpasses the bound', () => {
  let [found, best] = [0, 0];
  let exact = 0;
  let all = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      const tours = planAtOnce(problem, 1);
      const travel = new Travel(problem);
      tours.forEach((stops, tour) => expect(travel.lengthOf(tour, stops)).toBeLessThanOrEqual(problem.minutes + 1e-6));
      const visited = tours.flat();
      expect(new Set(visited).size).toBe(visited.length);
      const most = mostValue(problem);
      const value = valueOf(problem, tours);
      expect(value).toBeLessThanOrEqual(most + 1e-6);
      expect(most).toBeLessThanOrEqual(boundOf(problem) + 1e-6);
      expect(value).toBeGreaterThanOrEqual(most * 0.75);
      [found, best] = [found + value, best + most];
      all++;
      if (value >= most - 1e-6) exact++;
    }),
    { numRuns: 40, seed: 42, endOnFailure: true },
  );
  expect(found / best).toBeGreaterThan(0.995);
  expect(exact / all).toBeGreaterThan(0.95);
});

test('the same seed plans the same tours', () => {
  const [problem] = fc.sample(problems, { numRuns: 1, seed: 7 });
  expect(planAtOnce(problem, 5)).toEqual(planAtOnce(problem, 5));
});
