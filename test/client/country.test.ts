import type { CountryColumns, CountryLive } from '../../server/places/schema.ts';
import { decodeCodes, decodeCountry, decodeDegrees, withOtherNames } from '../../client/store/country.ts';
import { matchingRows, noFilters } from '../../client/store/filters.ts';
import { decodeLive, withRows } from '../../client/store/live.ts';
import { columns, live, names, others, smallCountry } from './small-country.ts';

test('coordinates are running sums of thousandths of a degree, and a digit each beyond them', () => {
  const degrees = decodeDegrees({ thousandths: [71_500, 123, -200], digits: '040' });
  expect([...degrees].map((one) => one.toFixed(4))).toEqual(['71.5000', '71.6234', '71.4230']);
});

test('codes are a prefix and a number in so many digits, or a prefix alone', () => {
  const codeSeries = [
    { prefix: '', digits: 4, rows: 2 },
    { prefix: 'osm-', digits: 3, rows: 1 },
    { prefix: 'camp', digits: 0, rows: 1 },
  ];
  expect(decodeCodes({ codeSeries, codeNumber: [7, 1, 909, -917] })).toEqual(['0007', '0008', 'osm-917', 'camp']);
});

test('names come in the language of the page first, and then in the others too', () => {
  const shown = decodeCountry(columns satisfies CountryColumns, names);
  expect(shown.only).toBe('kk');
  expect(shown.names[0]).toEqual({ kk: 'Ақкөл', ru: '', en: '' });
  expect(shown.regions[0]).toEqual({ code: '11', names: { kk: 'Ақмола облысы', ru: '', en: '' } });
  const whole = withOtherNames(shown, others);
  expect(whole.only).toBeNull();
  expect(whole.names).toEqual([
    { kk: 'Ақкөл', ru: 'Акколь', en: 'Akkol' },
    { kk: 'Боровской', ru: 'Боровской', en: '' },
    { kk: 'Ұзынкөл', ru: 'Узунколь', en: 'Uzynkol' },
  ]);
  expect(whole.regions[1].names).toEqual({ kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe Region' });
  expect(whole.districts[0].names).toEqual({ kk: 'Ақкөл ауданы', ru: 'Аккольский район', en: 'Akkol district' });
});

test('a place is found by the names that have come, and by the others once they have', () => {
  const shown = decodeCountry(columns, names);
  const found = (country: typeof shown, query: string) =>
    matchingRows(country, decodeLive(live, country), { ...noFilters, show: 'all', query });
  expect([found(shown, 'ақкөл'), found(shown, 'akkol')]).toEqual([[0], []]);
  expect(found(withOtherNames(shown, others), 'akkol')).toEqual([0]);
});

test('a settlement is found by region and code together', () => {
  expect(smallCountry.indexOf({ regionCode: '11', code: '002' })).toBe(1);
  expect(smallCountry.indexOf({ regionCode: '15', code: '002' })).toBeUndefined();
  expect(smallCountry.keyOf(2)).toEqual({ regionCode: '15', code: '003' });
});

test('the living part puts each assignment at its settlement, with quarters as text', () => {
  const decoded = decodeLive(live satisfies CountryLive, smallCountry);
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
      inTime: false,
    },
  ]);
  expect(decoded.assignments[1]).toEqual([]);
});

test('rows replace the living part of their settlements and leave the others and the old value alone', () => {
  const country = smallCountry;
  const before = decodeLive(live, country);
  const row = { regionCode: '15', code: '003', population: 300, status: 'unserved' as const, flagged: true };
  const after = withRows(before, country, [
    { ...row, assignments: [], inTime: [] },
    { ...row, regionCode: '99', assignments: [], inTime: [] },
  ]);
  expect(after.status).toEqual(['unserved', 'served', 'unserved']);
  expect(after.population).toEqual([1200, 90, 300]);
  expect(after.assignments[0]).toBe(before.assignments[0]);
  expect(before.population[2]).toBeNull();
});
