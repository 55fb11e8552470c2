import fc from 'fast-check';
import { decodeCodes, decodeDegrees } from '../../client/store/country.ts';
import { columnsOf, differences } from '../../server/places/columns.ts';
import type { SettlementRow } from '../../server/places/queries.ts';
import { sums } from '../../server/places/rules.ts';

const settlement = (code: string, longitude = 0): SettlementRow => ({
  regionCode: '10',
  code,
  districtCode: '1001',
  kind: 'village',
  names: { kk: '', ru: '', en: '' },
  population: null,
  populationSource: null,
  populationDate: null,
  longitude,
  latitude: 50,
  version: 1,
});
const columnsFor = (rows: SettlementRow[]) => columnsOf([{ code: '10' }], [{ regionCode: '10', code: '1001' }], rows);

test('differences and running sums undo each other', () => {
  expect(differences([7, 9, 4])).toEqual([7, 2, -5]);
  expect(sums([7, 2, -5])).toEqual([7, 9, 4]);
});

test('codes are told as numbers behind a prefix, a new series where prefix or digits change', () => {
  expect(columnsFor([settlement('010'), settlement('011'), settlement('x'), settlement('osm-77')])).toMatchObject({
    codeSeries: [
      { prefix: '', digits: 3, rows: 2 },
      { prefix: 'x', digits: 0, rows: 1 },
      { prefix: 'osm-', digits: 2, rows: 1 },
    ],
    codeNumber: [10, 1, -11, 77],
  });
});

test('any codes arrive as they were sent', () => {
  const code = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.stringMatching(/^[a-z]{0,3}\d{0,20}$/).filter((text) => text !== ''),
  );
  fc.assert(
    fc.property(fc.array(code), (codes) => {
      expect(decodeCodes(columnsFor(codes.map((one) => settlement(one))))).toEqual(codes);
    }),
  );
});

test('places are told in thousandths of a degree, and a digit beyond', () => {
  expect(columnsFor([settlement('1', 71.12344), settlement('2', -0.00006)]).longitude).toEqual({
    thousandths: [71_123, -71_124],
    digits: '49',
  });
});

test('any place arrives within half a ten-thousandth of a degree', () => {
  const degrees = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(
    fc.property(fc.array(degrees), (longitudes) => {
      const arrived = decodeDegrees(columnsFor(longitudes.map((one) => settlement('1', one))).longitude);
      longitudes.forEach((longitude, i) => expect(Math.abs(arrived[i] - longitude)).toBeLessThan(0.000_050_001));
    }),
  );
});
