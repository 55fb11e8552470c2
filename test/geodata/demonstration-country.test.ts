import { generateCountry, type Country } from '../../geodata/demonstration/country.ts';
import { assignCodes } from '../../geodata/demonstration/codes.ts';
import { regionFacts } from '../../geodata/demonstration/facts/regions.ts';
import { nameSettlements } from '../../geodata/demonstration/names.ts';
import { Neighbours } from '../../geodata/demonstration/neighbours.ts';
import { readTowns } from '../../geodata/demonstration/towns.ts';

let country: Country;

beforeAll(() => {
  country = generateCountry();
});

/** The value that this share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
}

/** Within a tenth of what is wanted. */
function expectNear(value: number, wanted: number): void {
  expect(value).toBeGreaterThan(wanted * 0.9);
  expect(value).toBeLessThan(wanted * 1.1);
}

test('Kazakhstan has 300 towns of GeoNames, Atbasar once and Astana as small as there', () => {
  const towns = readTowns();
  expect(towns).toHaveLength(300);
  expect(towns.filter(({ names }) => names.kk === 'Атбасар')).toEqual([
    {
      geonameId: '1526038',
      region: '11',
      names: { kk: 'Атбасар', ru: 'Атбасар', en: 'Atbasar' },
      districtRu: 'Атбасарский район',
      longitude: 68.35823,
      latitude: 51.80854,
      population: 34797,
      dated: '2021-12-15',
    },
  ]);
  expect(towns.find(({ names }) => names.en === 'Astana')?.population).toBe(345604);
});

test('the rural population of the regions adds up to the official figure', () => {
  expect(regionFacts).toHaveLength(20);
  expect(regionFacts.reduce((sum, { ruralPopulation }) => sum + ruralPopulation, 0)).toBe(7_556_745);
});

test('distances to the nearest settlement are distributed as measured', () => {
  const { count, longitudes, latitudes, divisions } = country;
  expect(count).toBe(6500);
  const others = new Neighbours(divisions.box, count);
  for (let i = 0; i < count; i++) others.add(longitudes[i], latitudes[i]);
  const distances = Array.from({ length: count }, (_, i) => {
    const near = others.within(longitudes[i], latitudes[i], 150).filter((other) => other !== i);
    return Math.min(...near.map((other) => greatCircle(i, other)));
  });
  expectNear(quantile(distances, 0.05), 1.3);
  expectNear(quantile(distances, 0.25), 3.1);
  expectNear(quantile(distances, 0.5), 5.6);
  expectNear(quantile(distances, 0.75), 9.3);
  expectNear(quantile(distances, 0.95), 18);
});

/** Kilometres, by the haversine formula. */
function greatCircle(a: number, b: number): number {
  const { longitudes, latitudes } = country;
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const cosines = Math.cos(latitudes[a] * radians) * Math.cos(latitudes[b] * radians);
  const h = half(latitudes[b] - latitudes[a]) + cosines * half(longitudes[b] - longitudes[a]);
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

test('populations of villages follow the two log-normal distributions', () => {
  const villages = [...country.populations].slice(country.towns.length).filter((population) => population !== -1);
  // Quantiles of 0.6 LN(6.768, 1.077) + 0.4 LN(4.754, 0.995).
  expectNear(quantile(villages, 0.25), 140);
  expectNear(quantile(villages, 0.5), 408);
  expectNear(quantile(villages, 0.75), 1113);
  const unknown = country.count - country.towns.length - villages.length;
  expect(unknown / country.count).toBeGreaterThan(0.03);
  expect(unknown / country.count).toBeLessThan(0.05);
});

test('villages are split among regions by rural population', () => {
  const { divisions, districts, towns, count } = country;
  const villages = regionFacts.map(() => 0);
  for (let i = towns.length; i < count; i++) villages[divisions.districts[districts[i]].region]++;
  for (const [region, { ruralPopulation }] of regionFacts.entries()) {
    expect(Math.abs(villages[region] - (6200 * ruralPopulation) / 7_556_745)).toBeLessThan(2);
  }
});

test('codes have the shape of KATO, are unique and agree with district and region', () => {
  const { settlements, okrugs } = assignCodes(country);
  expect(new Set([...settlements, ...okrugs.map(({ code }) => code)]).size).toBe(6500 + okrugs.length);
  for (const [i, code] of settlements.entries()) {
    expect(code).toMatch(/^\d{6}[1-9]\d\d$/);
    const district = country.divisions.districts[country.districts[i]];
    expect(district.code).toBe(`${code.slice(0, 4)}00000`);
    expect(country.divisions.regions[district.region].code).toBe(`${code.slice(0, 2)}0000000`);
  }
});

test('names are in Kazakh, Russian and English letters, and are not all different', () => {
  const names = nameSettlements(country);
  for (const [i, { kk, ru, en }] of names.entries()) {
    expect(kk).toMatch(/^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ -]+$/);
    // Some towns keep their Kazakh letters in official Russian: Қонаев, Шалқия.
    if (i >= country.towns.length) expect(ru).toMatch(/^[А-ЯЁ][а-яёА-ЯЁ -]+$/);
    expect(en).toMatch(/^[A-Z][A-Za-zāēīōūäöü’ -]+$/);
  }
  const distinct = new Set(names.map(({ kk }) => kk)).size;
  expect(distinct).toBeGreaterThan(2000);
  expect(distinct).toBeLessThan(6000);
});

test('another seed gives another country of the same size', () => {
  const other = generateCountry({ seed: 7 });
  expect(other.count).toBe(6500);
  expect(other.longitudes[5000]).not.toBe(country.longitudes[5000]);
});

test('a country smaller than its towns allow is refused', () => {
  expect(() => generateCountry({ settlements: 1999 })).toThrow('settlements must be a whole number from 2000 up');
});
