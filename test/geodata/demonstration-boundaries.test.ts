import { booleanPointInPolygon, kinks } from '@turf/turf';
import type { MultiPolygon, Position } from 'geojson';
import { generateCountry, type Country } from '../../geodata/demonstration/country.ts';
import { signedArea } from '../../geodata/demonstration/geometry.ts';
import { readOutline } from '../../geodata/demonstration/outline.ts';

let country: Country;

beforeAll(() => {
  country = generateCountry();
});

/** Each side of each ring, from west to east or south to north, with how many shapes have it. */
function countSides(shapes: readonly MultiPolygon[]): Map<string, number> {
  const sides = new Map<string, number>();
  for (const { coordinates } of shapes) {
    for (const ring of coordinates.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const side = [`${ring[i - 1]}`, `${ring[i]}`].toSorted().join(' ');
        sides.set(side, (sides.get(side) ?? 0) + 1);
      }
    }
  }
  return sides;
}

const vertices = (shapes: readonly { boundary: MultiPolygon }[]) =>
  shapes.reduce((sum, { boundary }) => sum + ringsOf(boundary).flat().length, 0);
const ringsOf = ({ coordinates }: MultiPolygon): Position[][] => coordinates.flat();
/** In square degrees, holes taken off. */
const totalArea = (shapes: readonly MultiPolygon[]) =>
  shapes.flatMap(ringsOf).reduce((sum, ring) => sum + signedArea(ring) / 2, 0);

test('there are 20 regions and 8 to 14 districts in each that is no city', () => {
  const { regions, districts } = country.divisions;
  expect(regions).toHaveLength(20);
  for (const [i, { code }] of regions.entries()) {
    const count = districts.filter(({ region }) => region === i).length;
    if (['710000000', '750000000', '790000000'].includes(code)) expect(count).toBe(1);
    else expect([8, 9, 10, 11, 12, 13, 14]).toContain(count);
  }
});

test('districts are named in three languages', () => {
  const { districts } = country.divisions;
  expect(districts.find(({ names }) => names.kk === 'Аягөз ауданы')?.names).toEqual({
    kk: 'Аягөз ауданы',
    ru: 'Аягозский район',
    en: 'Ayagoz district',
  });
  for (const { names, code } of districts) {
    if (/^7[159]/.test(code)) continue;
    expect(names.kk).toMatch(/ ауданы$/);
    expect(names.ru).toMatch(/ район$|^район /);
    expect(names.en).toMatch(/ district$/);
  }
});

test('every ring is closed, long enough and does not cross itself', () => {
  const { regions, districts } = country.divisions;
  for (const { boundary } of [...regions, ...districts]) {
    expect(boundary.coordinates.length).toBeGreaterThan(0);
    for (const ring of ringsOf(boundary)) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring[0]).toEqual(ring.at(-1));
    }
    expect(kinks(boundary).features).toEqual([]);
  }
});

test.each(['regions', 'districts'] as const)(
  '%s tile the outline: each side has two, or is of the outline',
  (level) => {
    const outline: MultiPolygon = { type: 'MultiPolygon', coordinates: [[readOutline()]] };
    const shapes = country.divisions[level].map(({ boundary }) => boundary);
    const sides = countSides(shapes);
    expect(new Set(sides.values())).toEqual(new Set([1, 2]));
    const outer = [...sides].filter(([, shapesBeside]) => shapesBeside === 1).map(([side]) => side);
    // The outline's own vertices are all there, with those where divisions meet it between them.
    const ends = new Set(outer.flatMap((side) => side.split(' ')));
    for (const vertex of outline.coordinates[0][0]) expect(ends).toContain(`${vertex}`);
    // Cuts are rounded to a metre, which moves the outline by less than a millionth of its area.
    expect(Math.abs(totalArea(shapes) / totalArea([outline]) - 1)).toBeLessThan(1e-6);
  },
);

test('districts share their sides with their region', () => {
  const ofDistricts = countSides(country.divisions.districts.map(({ boundary }) => boundary));
  for (const side of countSides(country.divisions.regions.map(({ boundary }) => boundary)).keys()) {
    expect(ofDistricts.has(side)).toBe(true);
  }
});

test('a settlement lies in the district of its code', () => {
  const { longitudes, latitudes, districts, divisions, towns, count } = country;
  for (let i = towns.length; i < count; i += 7) {
    expect(booleanPointInPolygon([longitudes[i], latitudes[i]], divisions.districts[districts[i]].boundary)).toBe(true);
  }
});

test('boundaries are small enough for slow lines', () => {
  expect(vertices(country.divisions.regions)).toBeLessThan(4_000);
  expect(vertices(country.divisions.districts)).toBeLessThan(9_000);
});
