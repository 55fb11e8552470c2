import type { MultiPolygon, Polygon } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { readWkb } from '../../server/assessment/engine/wkb.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

async function binaryOf(geometry: object, byteOrder: 'NDR' | 'XDR'): Promise<Uint8Array> {
  const rows = await database.query<{ binary: Uint8Array }>(
    'select st_asbinary(st_geomfromgeojson($1), $2) as binary',
    [JSON.stringify(geometry), byteOrder],
  );
  return rows[0].binary;
}

const withHole: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0.1, 0.2],
      [9.3, 0.7],
      [8.1, 9.9],
      [0.1, 0.2],
    ],
    [
      [4, 2],
      [5, 2],
      [5, 3],
      [4, 2],
    ],
  ],
};
const parts: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    withHole.coordinates,
    [
      [
        [179.5, -17],
        [180, -17],
        [180, -16],
        [179.5, -17],
      ],
    ],
  ],
};

test.each(['NDR', 'XDR'] as const)(
  'areas read from the database are those of GeoJSON, to the last bit (%s)',
  async (order) => {
    for (const geometry of [withHole, parts]) {
      expect(readWkb(await binaryOf(geometry, order))).toEqual({ type: 'area', area: areaOf(geometry) });
    }
  },
);

test('a point', async () => {
  const point = { type: 'Point', coordinates: [66.923, 1 / 3] };
  expect(readWkb(await binaryOf(point, 'NDR'))).toEqual({ type: 'point', x: 66.923, y: 1 / 3 });
});

test('an empty polygon covers nothing', async () => {
  expect(readWkb(await binaryOf({ type: 'Polygon', coordinates: [] }, 'NDR'))).toEqual({
    type: 'area',
    area: areaOf({ type: 'Polygon', coordinates: [] }),
  });
});

test('a line is refused', async () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  await expect(binaryOf(line, 'NDR').then(readWkb)).rejects.toThrow('A geometry of WKB type 2 places no evidence');
});
