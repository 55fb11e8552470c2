import { assessCountry, assessPieces, exceptionsOf, shapeOf } from '../../server/assessment/country.ts';
import { countCover, replaceCover } from '../../server/assessment/engine/counts.ts';
import { cover, type Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { Ranges } from '../../server/assessment/engine/ranges.ts';
import { coverSets, shapesOf } from '../../server/assessment/engine/sets.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import { assessSettlement } from '../../server/assessment/rules.ts';
import { evidence, randomFrom, settlements } from './generated.ts';

const random = randomFrom(2);
const places = settlements(random, 500);
const pieces = evidence(random, 1, 400, places);
const indexOf = new Map(places.map(({ code }, index) => [code, index]));
const shapes = pieces.map(({ where }) => shapeOf(where, 2000, indexOf));

const gridOf = (of: typeof places) =>
  new PointGrid(
    of.map(({ longitude }) => longitude),
    of.map(({ latitude }) => latitude),
  );
const grid = gridOf(places);

/** Which shapes cover each place, one place and one shape at a time. */
const coversOf = (index: number): number[] => {
  const ranges = new Ranges();
  const alone = gridOf([places[index]]);
  return shapes.flatMap((shape, number) => {
    const ownIndex = (own: Shape): Shape => (own.type === 'settlement' ? { ...own, settlement: 0 } : own);
    if (shape.type === 'settlement' && shape.settlement !== index) return [];
    cover(alone, ownIndex(shape), ranges);
    return ranges.length > 0 ? [number] : [];
  });
};

test('the set of each place holds the shapes that cover it, and equal sets are one', () => {
  const sets = coverSets(grid, shapes);
  const found = places.map((_, index) => shapesOf(sets, sets.setOf[index]));
  expect(found).toEqual(places.map((_, index) => coversOf(index)));
  const distinct = new Set(found.map((list) => list.join()));
  expect(new Set(sets.setOf).size).toBe(distinct.size);
  expect(distinct.size).toBeGreaterThan(50);
});

test('counts after additions and removals are those from scratch', () => {
  const counts = new Int32Array(grid.count);
  const present = new Set<Shape>();
  for (let edit = 0; edit < 600; edit++) {
    const shape = shapes[Math.floor(random() * shapes.length)];
    const add = present.has(shape) ? -1 : 1;
    if (add === 1) present.add(shape);
    else present.delete(shape);
    countCover(grid, [shape], counts, add);
  }
  const scratch = new Int32Array(grid.count);
  countCover(grid, present, scratch, 1);
  expect(counts).toEqual(scratch);
  expect(scratch.some((count) => count > 2)).toBe(true);
  countCover(grid, present, counts, -1);
  expect(counts).toEqual(new Int32Array(grid.count));
});

test('a shape in place of another tells whom it lost and whom it gained', () => {
  const counts = new Int32Array(grid.count);
  countCover(grid, shapes.slice(0, 60), counts, 1);
  const present: (Shape | null)[] = [...shapes.slice(0, 60), null, null];
  let told = 0;
  for (let edit = 0; edit < 300; edit++) {
    const at = edit % present.length;
    const shape = edit % 7 === 0 ? null : shapes[60 + (edit % 300)];
    const before = counts.slice();
    const { lost, gained } = replaceCover(grid, counts, present[at], shape);
    present[at] = shape;
    const changed = (now: boolean) =>
      [...counts.keys()].filter((position) => before[position] > 0 !== now && counts[position] > 0 === now);
    expect(lost.toSorted((a, b) => a - b)).toEqual(changed(false));
    expect(gained.toSorted((a, b) => a - b)).toEqual(changed(true));
    told += lost.length + gained.length;
  }
  expect(told).toBeGreaterThan(100);
});

test('the uncovered are those that nothing covers', () => {
  const counts = new Int32Array(grid.count);
  countCover(grid, shapes, counts, 1);
  const expected = places.map((_, index) => (counts[grid.position[index]] === 0 ? 1 : 0));
  expect([...uncovered(grid, shapes)]).toEqual(expected);
  expect(expected.filter((one) => one === 1).length).toBeGreaterThan(50);
  expect([...uncovered(grid, [])]).toEqual(places.map(() => 1));
});

test('a country is what the rule says of each settlement, in their order, whatever the order of evidence', async () => {
  const settings = { profile: await readProfile('us-bead'), populationThreshold: 250, asOf: '2026-11-22' };
  const found = assessCountry({ settlements: places, evidence: pieces, ...settings });
  const reach = settings.profile.measurement.reach;
  expect(reach).toBe(1000);
  const speaking = places.map(({ longitude, latitude }, index) =>
    pieces.filter(({ where }) => {
      if (where.type === 'settlement') return where.code === places[index].code;
      const ranges = new Ranges();
      cover(new PointGrid([longitude], [latitude]), shapeOf(where, reach, indexOf), ranges);
      return ranges.length > 0;
    }),
  );
  expect(found).toEqual(places.map(({ population }, index) => assessSettlement(speaking[index], population, settings)));
  const reversed = assessCountry({ settlements: places, evidence: pieces.toReversed(), ...settings });
  expect(reversed).toEqual(found);
});

test('the same piece given twice counts once', async () => {
  const settings = { profile: await readProfile(), populationThreshold: 250, asOf: '2026-11-22' };
  const once = assessCountry({ settlements: places, evidence: pieces, ...settings });
  expect(assessCountry({ settlements: places, evidence: [...pieces, ...pieces], ...settings })).toEqual(once);
});

test('no settlements, no assessments; no evidence, nothing known', async () => {
  const settings = { profile: await readProfile(), populationThreshold: 250, asOf: '2026-11-22' };
  expect(assessCountry({ settlements: [], evidence: pieces, ...settings })).toEqual([]);
  const [{ status, reason }] = assessCountry({ settlements: places.slice(0, 1), evidence: [], ...settings });
  expect([status, reason]).toEqual(['unknown', 'no-evidence']);
});

test('a claim does not count where a challenge of it was upheld, and counts on elsewhere', async () => {
  const settings = { profile: await readProfile('us-bead'), populationThreshold: 250, asOf: '2026-11-22' };
  const statements = pieces.map((piece, at) => ({ statement: piece, shape: shapes[at] }));
  const upheld = places.flatMap(({ code }, index) =>
    index % 3 === 0 ? coversOf(index).map((shape) => ({ settlementCode: code, evidenceId: pieces[shape].id })) : [],
  );
  const exceptions = exceptionsOf([...upheld, { settlementCode: 'elsewhere', evidenceId: pieces[0].id }], indexOf);
  const excepted = statements.map((piece) => ({ ...piece, except: exceptions.get(piece.statement.id) }));
  const before = assessPieces(places, statements, settings);
  const after = assessPieces(places, excepted, settings);
  const nothing = assessPieces(places, [], settings);
  expect(after).toEqual(before.map((assessment, index) => (index % 3 === 0 ? nothing[index] : assessment)));
  expect(after).not.toEqual(before);
});
