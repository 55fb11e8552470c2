import { geodesicDistance } from '../../server/assessment/engine/circle.ts';
import { NearestPoints } from '../../server/network/nearest.ts';
import { randomFrom } from '../assessment/generated.ts';

/** The same by asking every point. */
function nearestOfAll(
  points: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
  count: number,
) {
  return points
    .map(([longitude, latitude], index) => ({ index, distance: geodesicDistance(x, y, longitude, latitude) }))
    .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, count)
    .map(({ index }) => index);
}

const treeOf = (points: readonly (readonly [number, number])[]) =>
  new NearestPoints(
    points.map(([longitude]) => longitude),
    points.map(([, latitude]) => latitude),
  );

test('the nearest are those that asking every point finds, in a country and on the whole globe', () => {
  const random = randomFrom(4);
  const inCountry = () => [46 + 41 * random(), 40 + 15 * random()] as const;
  const onGlobe = () => [360 * random() - 180, (Math.asin(2 * random() - 1) * 180) / Math.PI] as const;
  for (const somewhere of [inCountry, onGlobe]) {
    const points = Array.from({ length: 300 }, somewhere);
    const tree = treeOf(points);
    for (let i = 0; i < 16; i++) {
      const from = i % 2 === 0 ? somewhere() : points[i];
      for (const count of [1, 6]) expect(tree.nearest(...from, count)).toEqual(nearestOfAll(points, from, count));
    }
  }
});

test('across the antimeridian and the pole', () => {
  const tree = treeOf([
    [170, 65],
    [-179.9, 65],
    [0, 89.9],
    [180, 89],
  ]);
  expect(tree.nearest(179.9, 65, 1)).toEqual([1]);
  expect(tree.nearest(0, 89.5, 2)).toEqual([2, 3]);
});

test('of equals the first; a straight line of another order than the way along the ground does not mislead', () => {
  // A degree north is shorter than what the same straight line gives eastward, by millimetres: the geodesic decides.
  const points = Array.from({ length: 360 }, (_, i) => {
    const angle = (i * Math.PI) / 180;
    return [70 + (0.9 * Math.cos(angle)) / Math.cos((48 * Math.PI) / 180), 48 + 0.9 * Math.sin(angle)] as const;
  });
  expect(treeOf(points).nearest(70, 48, 40)).toEqual(nearestOfAll(points, [70, 48], 40));
  const twins = Array.from({ length: 30 }, () => [70, 48] as const);
  expect(treeOf(twins).nearest(70, 48, 3)).toEqual([0, 1, 2]);
});

test('the distance is the geodesic', () => {
  // A degree of the equator.
  expect(treeOf([[1, 0]]).distance(0, 0, 0)).toBeCloseTo(111_319.491, 3);
});

test('no points, fewer than asked for, none asked for', () => {
  expect(treeOf([]).nearest(70, 48, 3)).toEqual([]);
  expect(treeOf([[70, 48]]).nearest(70, 48, 3)).toEqual([0]);
  expect(treeOf([[70, 48]]).nearest(70, 48, 0)).toEqual([]);
});
