import { type PageState, readAddress, selectionInAddress, writeAddress } from '../../client/store/address.ts';
import { noFilters } from '../../client/store/filters.ts';

const full: PageState = {
  filters: {
    show: 'all',
    query: 'Ұзын көл & co',
    region: '11',
    district: '1101',
    status: 'contested',
    populationFrom: 0,
    populationTo: 5000,
    operator: 'aidahar',
    stage: 'none',
    quarter: '2027-Q3',
  },
  sort: 'name',
  map: { zoom: 7.25, latitude: 51.1, longitude: 71.4 },
  place: { regionCode: '11', code: '0042' },
  selected: [
    { regionCode: '11', code: '0042' },
    { regionCode: '11', code: '0043' },
    { regionCode: '15', code: '0042' },
  ],
};

test('what is written is read again', () => {
  expect(readAddress(writeAddress(full))).toEqual(full);
  expect(readAddress(writeAddress({ ...full, selected: 'matching' })).selected).toBe('matching');
});

test('an address reads well', () => {
  expect(writeAddress({ ...full, filters: { ...noFilters, query: 'ақ' }, sort: 'population' })).toBe(
    '?search=%D0%B0%D2%9B&map=7.25/51.1000/71.4000&place=11:0042&selected=11:0042,0043;15:0042',
  );
});

test('the usual needs no words', () => {
  const usual: PageState = { filters: noFilters, sort: 'population', map: null, place: null, selected: [] };
  expect(writeAddress(usual)).toBe('');
  expect(readAddress('')).toEqual(usual);
});

test('nonsense in an address is as if it were not there', () => {
  const asked = readAddress(
    '?show=x&status=y&stage=z&quarter=2027-Q9&from=-3&to=1e9&map=1/2&place=11&selected=;;a&sort=up',
  );
  expect(asked).toEqual({ filters: noFilters, sort: 'population', map: null, place: null, selected: [] });
});

test('a selection that is too long for an address is left out', () => {
  const selected = Array.from({ length: selectionInAddress + 1 }, (_, i) => ({ regionCode: '11', code: String(i) }));
  expect(writeAddress({ ...full, selected })).not.toContain('selected');
});
