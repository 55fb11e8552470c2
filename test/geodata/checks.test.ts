import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { Cells } from '../../geodata/checks/cells.ts';
import { areaFault } from '../../geodata/checks/crossings.ts';
import { dateOfUnixSeconds, readDate } from '../../geodata/checks/dates.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { box, polygon } from './scratch.ts';

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2026-11-22T10:00:00Z', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['1.2.2026', '2026-02-01'],
  ['2026/11/22', '2026-11-22'],
  ['30.02.2026', null],
  ['11/22/2026', null],
  ['2026', null],
  ['1602-01-01', null],
])('the date %s is %s', (text, date) => expect(readDate(text)).toBe(date));

test('Unix seconds give a date', () => {
  expect(dateOfUnixSeconds(1_443_966_345)).toBe('2015-10-04');
  expect(dateOfUnixSeconds(12)).toBeNull();
});

describe('numbers', () => {
  const number = (text: string, decimalComma = false) => {
    const cells = new Cells({ line: 1, cells: { n: text } }, { n: 'n' }, decimalComma);
    const value = cells.number('n', { maximum: 1_000_000 });
    return cells.faults.length > 0 ? cells.faults[0].reason : value;
  };

  test.each([
    ['12', 12],
    ['1 234', 1234],
    ['1\u00a0234.5', 1234.5],
    ['', null],
    ['1,5', 'bad-number'],
    ['1.234,5', 'bad-number'],
    ['около 300', 'bad-number'],
    ['0x10', 'bad-number'],
    ['-5', 'negative'],
    ['1000001', 'absurd'],
  ])('%s is %s', (text, expected) => expect(number(text)).toBe(expected));

  test('have a comma where the file has', () => expect(number('1 234,5', true)).toBe(1234.5));
});

describe('rings', () => {
  const fault = async (...rings: number[][][]) => (await areaFault(polygon(...rings) as Polygon))?.reason ?? null;

  test('that are simple have no fault, and holes may touch in a point', async () => {
    expect(await fault(box(0, 0, 4, 4))).toBeNull();
    expect(await fault(box(0, 0, 4, 4), box(1, 1, 2, 2), box(2, 2, 3, 3))).toBeNull();
    expect(await fault(box(0, 0, 4, 4), [[0, 2], [1, 1], [1, 3], [0, 2]])).toBeNull(); // prettier-ignore
  });

  test.each([
    [
      'a bow tie',
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
    [
      'a bow tie with a vertex where it crosses',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [2, 0],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
    ],
    [
      'a spike',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [6, 6],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
    ],
    [
      'a vertex on another edge',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ],
    ],
  ])('that cross or touch themselves are found: %s', async (_what, ring) => {
    expect(await fault(ring)).toBe('self-crossing');
  });

  test('that cross each other or lie outside are found', async () => {
    expect(await fault(box(0, 0, 4, 4), box(3, 3, 5, 5))).toBe('self-crossing');
    expect(await fault(box(0, 0, 4, 4), box(5, 5, 6, 6))).toBe('hole-outside');
  });

  test('of a million vertices are checked while other work has its turn', async () => {
    const count = 1_000_000;
    const ring = Array.from({ length: count }, (_, at): Position => {
      const angle = (at / count) * 2 * Math.PI;
      const radius = 1 + 0.1 * Math.sin(angle * 5000);
      return [70 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
    });
    ring.push(ring[0]);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    expect(await fault(ring)).toBeNull();
    expect(turns).toBeGreaterThan(3);
    [ring[700_000], ring[700_010]] = [ring[700_010], ring[700_000]];
    expect(await fault(ring)).toBe('self-crossing');
    clearInterval(timer);
  });

  test('too tangled to be checked are refused, not waited for', async () => {
    const zigzag = Array.from({ length: 20_000 }, (_, at): Position => [
      at % 2 === 0 ? 0 : 60,
      (at % 7) * 1e-9 + at * 1e-13,
    ]);
    expect(await fault([...zigzag, [30, 40], zigzag[0]])).not.toBeNull();
  });

  describe('as the database judges them', () => {
    let database: Database;
    beforeAll(async () => {
      database = await testDatabase();
    });
    afterAll(() => database.close());

    test('on a small grid, where edges meet in every way', async () => {
      const position = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
      const rings = fc.sample(fc.array(position, { minLength: 3, maxLength: 7 }), { numRuns: 3000, seed: 1 });
      const closed = rings.map((ring) => [...ring, ring[0]]).filter((ring) => new Set(ring.map(String)).size > 2);
      const valid = await database.query<{ valid: boolean }>(
        `select st_isvalid(st_geomfromgeojson(text)) as valid
         from unnest($1::text[]) with ordinality as ring (text, place)
         order by place`,
        [closed.map((ring) => JSON.stringify(polygon(ring)))],
      );
      const ours = await Promise.all(closed.map(async (ring) => (await fault(ring)) === null));
      const differing = closed.filter((_ring, at) => ours[at] !== valid[at].valid);
      expect(differing).toEqual([]);
      expect(valid.filter((one) => one.valid).length).toBeGreaterThan(300);
    });
  });
});
