import { exportAddress } from '../../client/store/export-address.ts';
import { type Filters, matchingRows, noFilters } from '../../client/store/filters.ts';
import { smallCountry, smallLive } from './small-country.ts';

const matching = (filters: Partial<Filters>) =>
  matchingRows(smallCountry, smallLive, { ...noFilters, show: 'all', ...filters });

test('what is shown: flagged, population missing, all', () => {
  expect(matching({ show: 'flagged' })).toEqual([0]);
  expect(matching({ show: 'population-missing' })).toEqual([2]);
  expect(matching({ show: 'all' })).toEqual([0, 1, 2]);
});

test('a place is found by its Kazakh, Russian and English name, in either alphabet of typing, and by code', () => {
  for (const query of ['Ұзынкөл', 'узынкол', 'УЗУНКОЛЬ', 'uzyn', '003', ' ұзын  узун ']) {
    expect(matching({ query })).toEqual([2]);
  }
  expect(matching({ query: 'колх' })).toEqual([]);
});

test('region and district', () => {
  expect(matching({ region: '11' })).toEqual([0, 1]);
  expect(matching({ district: '1101' })).toEqual([0, 1]);
  expect(matching({ region: 'none of these' })).toEqual([]);
});

test('a range of population holds no settlement whose population is unknown', () => {
  expect(matching({ populationFrom: 0 })).toEqual([0, 1]);
  expect(matching({ populationFrom: 91, populationTo: 1200 })).toEqual([0]);
});

test('operator, stage and quarter of finish hold of the same assignment', () => {
  expect(matching({ operator: 'aidahar', stage: 'draft', quarter: '2027-Q4' })).toEqual([0]);
  expect(matching({ operator: 'aidahar', quarter: '2027-Q1' })).toEqual([]);
  expect(matching({ stage: 'none' })).toEqual([1, 2]);
});

test('the export is asked for the same rows', () => {
  const filters: Filters = { ...noFilters, query: 'кол', region: '11', populationFrom: 300 };
  expect(exportAddress('csv', filters)).toBe(
    '/api/exports/settlements.csv?flagged=true&query=%D0%BA%D0%BE%D0%BB&region=11&populationFrom=300',
  );
  expect(exportAddress('geojson', { ...noFilters, show: 'population-missing' })).toBe(
    '/api/exports/settlements.geojson?populationMissing=true',
  );
});
