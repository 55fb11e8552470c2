import * as fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { coversPoint } from '../../server/assessment/engine/edges.ts';
import { pointWithin, samplesOf } from '../../server/assessment/samples.ts';
import type { MeasuringModel } from '../../server/assessment/schema.ts';
import {
  ageWeight,
  boundsOf,
  independentTests,
  probabilityBelow,
  type Reading,
  typicalOf,
} from '../../server/assessment/typical.ts';
import { star } from './generated.ts';

const model: MeasuringModel = {
  nearness: [{ within: 2000, weight: 1 }],
  halfLifeMonths: 12,
  spread: 1,
  clustering: 0.6,
  placeSpread: 0.5,
  bias: 0.3,
  accuracy: 1000,
  supportAt: 0.9,
  contradictAt: 0.9,
  citation: '-',
};
const reading = (rest: Partial<Reading> = {}): Reading => ({
  value: 10,
  summary: 'mean',
  tests: 20,
  devices: 5,
  spread: null,
  weight: 1,
  ...rest,
});
const below = (readings: Reading[], limit: number) => probabilityBelow(typicalOf(readings, model)!, limit);

describe('what tests are worth', () => {
  test('each on a device of its own all; those of one device hardly more than one', () => {
    expect(independentTests(20, 20, 0.6)).toBe(20);
    expect(independentTests(20, 5, 0.6)).toBeCloseTo(7.143, 3);
    expect(independentTests(20, 1, 0.6)).toBeCloseTo(1.613, 3);
    expect(independentTests(3, 9, 0.6)).toBe(3);
  });
  test('half after each half-life, and no less without one', () => {
    expect([0, 12, 24].map((months) => ageWeight(months, 12))).toEqual([1, 0.5, 0.25]);
    expect(ageWeight(24, null)).toBe(1);
  });
});

describe('the typical speed', () => {
  test('of one test is its speed, within a factor of five', () =>
    expect(boundsOf(typicalOf([reading({ tests: 1, devices: 1 })], model)!)).toEqual({
      typical: 10,
      low: 1.93,
      high: 51.91,
    }));
  test('behind a mean is slower than the mean, since few fast tests lift it', () => {
    expect(boundsOf(typicalOf([reading()], model)!)).toEqual({ typical: 7.55, low: 2.53, high: 22.49 });
    expect(below([reading()], 10)).toBe(0.6641);
  });
  test('behind a median is the median', () => {
    expect(boundsOf(typicalOf([reading({ summary: 'median' })], model)!).typical).toBe(10);
    expect(below([reading({ summary: 'median' })], 10)).toBe(0.5);
  });
  test('is known no better for a million tests of one tile: it may not be like the place, nor its users like others', () =>
    expect(boundsOf(typicalOf([reading({ tests: 1e6, devices: 1e6 })], model)!)).toEqual({
      typical: 7.07,
      low: 2.83,
      high: 17.65,
    }));
  test('is less sure where tests are old or far', () => {
    expect(below([reading()], 20)).toBe(0.929);
    expect(below([reading({ weight: 0.5 })], 20)).toBe(0.8715);
  });
  test('is surer where the tests are known to differ little', () =>
    expect(below([reading({ spread: 0.3 })], 5)).toBe(0.1237));
  test('is less sure where tiles disagree than where they agree', () => {
    const variance = (...values: number[]) =>
      typicalOf(
        values.map((value) => reading({ value })),
        model,
      )!.variance;
    expect(variance(10, 10)).toBeCloseTo(0.2633, 4);
    expect(variance(5, 20)).toBeCloseTo(0.5666, 4);
  });
  test('is not known without tests, or where they no longer count', () => {
    expect(typicalOf([], model)).toBeNull();
    expect(typicalOf([reading({ tests: 0 })], model)).toBeNull();
    expect(typicalOf([reading({ weight: 0 })], model)).toBeNull();
  });
  test('a probability is that of the normal distribution, or of Student’s, which has more far away', () => {
    const at = (degrees: number | null) =>
      [-3, -1.96, -1, 0, 1, 1.96, 3].map((z) => probabilityBelow({ log: 0, variance: 1, degrees }, Math.exp(z)));
    expect(at(null)).toEqual([0.0013, 0.025, 0.1587, 0.5, 0.8413, 0.975, 0.9987]);
    // As tables have them: 2.132 and 4.604 for 4 degrees, 2.920 for 2.
    expect(at(4)).toEqual([0.02, 0.0608, 0.187, 0.5, 0.813, 0.9392, 0.98]);
    const tabled = [
      [2.132, 4],
      [4.604, 4],
      [2.92, 2],
      [2.764, 10],
    ].map(([t, degrees]) => probabilityBelow({ log: 0, variance: 1, degrees }, Math.exp(t)));
    expect(tabled).toEqual([0.95, 0.995, 0.95, 0.99]);
    expect(probabilityBelow({ log: 0, variance: 1, degrees: 4 }, 0)).toBe(0);
    const { low, high } = boundsOf({ log: 0, variance: 1, degrees: 4 });
    expect([low, high]).toEqual([0.12, 8.43]);
  });
});

describe('whatever the tests', () => {
  const anyReading = fc.record({
    value: fc.double({ min: 0, max: 1000, noNaN: true }),
    summary: fc.constantFrom('mean' as const, 'median' as const),
    tests: fc.integer({ min: 1, max: 5000 }),
    devices: fc.integer({ min: 0, max: 5000 }),
    spread: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });
  const readings = fc.array(anyReading, { minLength: 1, maxLength: 6 });
  const slack = 1e-9;

  test('more tests of the same never make them say less', () =>
    fc.assert(
      fc.property(anyReading, fc.integer({ min: 1, max: 5000 }), (one, more) => {
        const least = { ...one, tests: Math.max(2, one.tests) };
        const most = { ...least, tests: least.tests + more };
        expect(typicalOf([most], model)!.variance).toBeLessThanOrEqual(typicalOf([least], model)!.variance + slack);
        const sure = ({ value, ...rest }: Reading) => below([{ value: Math.min(value, 1), ...rest }], 3.5);
        expect(sure(most)).toBeGreaterThanOrEqual(sure(least) - 1e-4);
      }),
      { seed: 5 },
    ));
  test('older or farther tests never say more', () =>
    fc.assert(
      fc.property(anyReading, fc.double({ min: 0.01, max: 1, noNaN: true }), (one, less) => {
        const { variance } = typicalOf([{ ...one, weight: one.weight * less }], model)!;
        expect(variance).toBeGreaterThanOrEqual(typicalOf([one], model)!.variance - slack);
      }),
      { seed: 6 },
    ));
  test('slower tests are never likelier to be fast', () =>
    fc.assert(
      fc.property(anyReading, fc.double({ min: 0, max: 1, noNaN: true }), (one, slower) => {
        expect(below([{ ...one, value: one.value * slower }], 5)).toBeGreaterThanOrEqual(below([one], 5));
      }),
      { seed: 7 },
    ));
  test('their order does not matter', () =>
    fc.assert(
      fc.property(readings, (all) => {
        const [there, back] = [typicalOf(all, model)!, typicalOf(all.toReversed(), model)!];
        expect(back.log).toBeCloseTo(there.log, 9);
        expect(back.variance).toBeCloseTo(there.variance, 9);
      }),
      { seed: 8 },
    ));
});

describe('an area by points', () => {
  const square: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [70, 50],
        [70.1, 50],
        [70.1, 50.1],
        [70, 50.1],
        [70, 50],
      ],
    ],
  };
  test('they are as many as are wanted, and inside', () => {
    const { longitude, latitude } = samplesOf(areaOf(square));
    expect(longitude.length).toBeGreaterThan(870);
    expect(longitude.length).toBeLessThan(930);
    expect(longitude.every((x, i) => coversPoint(areaOf(square), x, latitude[i]))).toBe(true);
  });
  test('holes and parts are kept', () => {
    const hole = [
      [70.02, 50.02],
      [70.08, 50.02],
      [70.08, 50.08],
      [70.02, 50.08],
      [70.02, 50.02],
    ];
    const ring: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square.coordinates[0], hole]] };
    const { longitude, latitude } = samplesOf(areaOf(ring));
    expect(
      longitude.some((x, i) => coversPoint(areaOf({ type: 'Polygon', coordinates: [hole] }), x, latitude[i])),
    ).toBe(false);
    expect(longitude.length).toBeGreaterThan(850);
    expect(pointWithin(areaOf(ring)).longitude).toBeCloseTo(70.01, 9);
  });
  test('an area without extent has none', () => {
    const line = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [1, 1],
          [2, 2],
          [1, 1],
          [1, 1],
        ],
      ],
    };
    expect(samplesOf(areaOf(line)).longitude).toEqual([]);
  });
  test('a point within is within any star', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        let state = seed;
        const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
        const shape = star(random, 70, 50, 0.1);
        const { longitude, latitude } = pointWithin(areaOf(shape));
        expect(coversPoint(areaOf(shape), longitude, latitude)).toBe(true);
      }),
      { seed: 9 },
    );
  });
});
