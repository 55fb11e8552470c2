import type { CountryColumns, CountryLive } from '../../server/places/schema.ts';
import { decodeCountry, decodeDegrees } from '../../client/store/country.ts';
import { decodeLive, withRows } from '../../client/store/live.ts';
import { columns, live } from './small-country.ts';

test('coordinates are running sums of hundred-thousandths of a degree', () => {
  expect([...decodeDegrees([7_150_000, 12_345, -20_000])].map((degrees) => degrees.toFixed(5))).toEqual([
    '71.50000',
    '71.62345',
    '71.42345',
  ]);
});

test('a name that is left out is the one before it', () => {
  const { names } = decodeCountry(columns satisfies CountryColumns);
  expect(names[0]).toEqual({ kk: 'Ақкөл', ru: 'Акколь', en: 'Akkol' });
  expect(names[1]).toEqual({ kk: 'Боровской', ru: 'Боровской', en: 'Боровской' });
});

test('a settlement is found by region and code together', () => {
  const country = decodeCountry(columns);
  expect(country.indexOf({ regionCode: '11', code: '002' })).toBe(1);
  expect(country.indexOf({ regionCode: '15', code: '002' })).toBeUndefined();
  expect(country.keyOf(2)).toEqual({ regionCode: '15', code: '003' });
});

test('the living part puts each assignment at its settlement, with quarters as text', () => {
  const decoded = decodeLive(live satisfies CountryLive, decodeCountry(columns));
  expect(decoded.status).toEqual(['unserved', 'served', 'unknown']);
  expect(decoded.flagged).toEqual([true, false, false]);
  expect(decoded.population).toEqual([1200, 90, null]);
  expect(decoded.assignments[0]).toEqual([
    {
      number: 1,
      operatorCode: 'aidahar',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q4',
      stage: 'draft',
      version: 7,
    },
  ]);
  expect(decoded.assignments[1]).toEqual([]);
});

test('rows replace the living part of their settlements and leave the others and the old value alone', () => {
  const country = decodeCountry(columns);
  const before = decodeLive(live, country);
  const row = { regionCode: '15', code: '003', population: 300, status: 'unserved' as const, flagged: true };
  const after = withRows(before, country, [
    { ...row, assignments: [] },
    { ...row, regionCode: '99', assignments: [] },
  ]);
  expect(after.status).toEqual(['unserved', 'served', 'unserved']);
  expect(after.population).toEqual([1200, 90, 300]);
  expect(after.assignments[0]).toBe(before.assignments[0]);
  expect(before.population[2]).toBeNull();
});
