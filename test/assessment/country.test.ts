import type { Polygon } from 'geojson';
import { assessCountry, assessPieces } from '../../server/assessment/country.ts';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { countCover, replaceCover } from '../../server/assessment/engine/counts.ts';
import { cover, type Shape } from '../../server/assessment/engine/cover.ts';
import { PointGrid } from '../../server/assessment/engine/grid.ts';
import { outlinesOf } from '../../server/assessment/engine/outlines.ts';
import { Ranges } from '../../server/assessment/engine/ranges.ts';
import { coverSets, shapesOf } from '../../server/assessment/engine/sets.ts';
import { uncovered } from '../../server/assessment/engine/uncovered.ts';
import { exceptionsOf, membershipOf, type Place, placeOf, radiiOf } from '../../server/assessment/membership.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import { assessSettlement } from '../../server/assessment/rules.ts';
import { Status } from '../../server/assessment/schema.ts';
import { statusesOf } from '../../server/assessment/statuses.ts';
import type { Evidence, Where } from '../../server/coverage/schema.ts';
import { evidence, randomFrom, settlements, star, uuid } from './generated.ts';

const random = randomFrom(2);
const places = settlements(random, 500);
const pieces = evidence(random, 1, 400, places);
const indexOf = new Map(places.map(({ code }, index) => [code, index]));
/** A place as the engine takes it, a point as far as it reaches. */
const reaching = (place: Place, radius: number): Shape =>
  place.type === 'point' ? { ...place, type: 'circle', radius } : place;
const shapes = pieces.map(({ where }) => reaching(placeOf(where, indexOf), 2000));

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
  expect([...uncovered(grid, outlinesOf(shapes))]).toEqual(expected);
  expect(expected.filter((one) => one === 1).length).toBeGreaterThan(50);
  expect([...uncovered(grid, outlinesOf([]))]).toEqual(places.map(() => 1));
});

test('a country is what the rule says of each settlement, in their order, whatever the order of evidence', async () => {
  const settings = { profile: await readProfile('us-bead'), populationThreshold: 250, asOf: '2026-11-22' };
  const found = assessCountry({ settlements: places, evidence: pieces, ...settings });
  const reach = settings.profile.measurement.reach;
  expect(reach).toBe(1000);
  const steps = settings.profile.measurement.model!.nearness;
  expect(steps).toEqual([
    { within: 500, weight: 1 },
    { within: 1000, weight: 0.6 },
  ]);
  const isWithin = (index: number, { where }: (typeof pieces)[number], radius: number) => {
    if (where.type === 'settlement') return where.code === places[index].code;
    const ranges = new Ranges();
    const { longitude, latitude } = places[index];
    cover(new PointGrid([longitude], [latitude]), reaching(placeOf(where, indexOf), radius), ranges);
    return ranges.length > 0;
  };
  const speaking = places.map((_, index) =>
    pieces
      .filter((piece) => isWithin(index, piece, reach))
      .map((piece) => ({ ...piece, nearness: steps.find(({ within }) => isWithin(index, piece, within))!.weight })),
  );
  expect(speaking.flat().filter(({ nearness }) => nearness < 1).length).toBeGreaterThan(50);
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

test('statuses alone are those of the assessments, found anew or from what was found before', async () => {
  const withAreas = places.map((place, index) => {
    const { longitude, latitude } = place;
    if (index % 5 > 0) return place;
    const residents =
      index % 10 === 0
        ? [
            [longitude, latitude, 30],
            [longitude + 0.05, latitude, 70],
          ]
        : null;
    return { ...place, area: areaOf(star(random, longitude, latitude, 0.1)), residents };
  });
  const statements = pieces.map((statement, at) => ({
    statement,
    shape: placeOf(pieces[at].where, indexOf),
    except: at % 4 === 0 ? new Set([at, at + 1]) : undefined,
  }));
  for (const code of ['kazakhstan-2024', 'us-bead']) {
    const settings = { profile: await readProfile(code), populationThreshold: 250, asOf: '2026-11-22' };
    const membership = membershipOf(withAreas, statements, radiiOf(settings.profile));
    const before = statusesOf(membership, settings);
    const later = { ...settings, asOf: '2028-05-01' };
    const counts = ({ operatorCode }: { operatorCode: string | null }) => operatorCode !== 'alpha';
    const counting = statements.filter(({ statement }) => counts(statement));
    const expected = assessPieces(withAreas, counting, later).map(({ status }) => status);
    const said = ({ statuses }: { statuses: Uint8Array }) => Array.from(statuses, (status) => Status.options[status]);
    expect(said(before)).toEqual(assessPieces(withAreas, statements, settings).map(({ status }) => status));
    expect(said(statusesOf(membership, later, counts))).toEqual(expected);
    expect(said(statusesOf(membership, later, counts, before))).toEqual(expected);
    expect(expected).not.toEqual(said(before));
  }
});

describe('a settlement that is given as a polygon', () => {
  const rectangle = (west: number, east: number): Polygon => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 50],
        [east, 50],
        [east, 50.02],
        [west, 50.02],
        [west, 50],
      ],
    ],
  });
  /** A tenth of a degree wide: what is west of 70.04 is two fifths of it. */
  const village = { code: 'v', longitude: 70.05, latitude: 50.01, population: 400, area: areaOf(rectangle(70, 70.1)) };
  const claim = (id: number, where: Where, rest: Partial<Evidence> = {}): Evidence => ({
    id: uuid(id),
    kind: 'claim',
    operatorCode: 'alpha',
    technology: '4g',
    download: 10,
    upload: null,
    latency: null,
    tests: null,
    devices: null,
    observedOn: '2026-06-15',
    where,
    ...rest,
  });
  const part = (id: number, west: number, east: number, rest: Partial<Evidence> = {}) =>
    claim(id, { type: 'area', geometry: rectangle(west, east) }, rest);
  const slowTests = (id: number, longitude: number) =>
    claim(
      id,
      { type: 'point', longitude, latitude: 50.01 },
      { kind: 'measurement', download: 0.3, tests: 60, devices: 20, observedOn: '2026-11-01' },
    );
  const assessed = async (...evidence: Evidence[]) => {
    const settings = { profile: await readProfile(), populationThreshold: 250, asOf: '2026-11-22' };
    return assessCountry({ settlements: [village], evidence, ...settings })[0];
  };

  test('is served where nine tenths of its area are, by however many claims', async () => {
    expect(await assessed(part(1, 70, 70.1))).toMatchObject({ status: 'served', covered: 1 });
    expect(await assessed(part(1, 70, 70.05), part(2, 70.04, 70.092))).toMatchObject({
      status: 'served',
      reason: 'claim-meets',
      covered: 0.92,
    });
    expect(await assessed(part(1, 70, 70.05), part(2, 70.04, 70.088))).toMatchObject({
      status: 'underserved',
      reason: 'partly-covered',
      covered: 0.88,
      flagged: true,
    });
  });
  test('its own point decides nothing by itself', async () =>
    expect(await assessed(part(1, 70.03, 70.07))).toMatchObject({ reason: 'partly-covered', covered: 0.4 }));
  test('what names it speaks of all of it', async () =>
    expect(await assessed(claim(1, { type: 'settlement', code: 'v' }))).toMatchObject({
      status: 'served',
      covered: 1,
    }));
  test('tests anywhere in it speak of all of it, from as near as any of it is', async () => {
    const found = await assessed(part(1, 70, 70.1), slowTests(2, 70.001));
    expect(found).toMatchObject({ status: 'contested', covered: 0 });
    expect(found.contradictions).toMatchObject([{ claims: [uuid(1)], against: [uuid(2)] }]);
    expect((await assessed(part(1, 70, 70.1), slowTests(2, 70.2))).status).toBe('served');
  });
  test('nothing known of any part of it is nothing known', async () => {
    expect(await assessed()).toMatchObject({ status: 'unknown', reason: 'no-evidence', covered: 0 });
    expect(await assessed(part(1, 70, 70.1, { download: 2 }))).toMatchObject({
      status: 'underserved',
      reason: 'below-threshold',
      covered: 0,
    });
  });
});
