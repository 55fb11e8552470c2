import { topology } from 'topojson-server';
import { beginAtAddress, changed, type CoverageView, readView, view, writeView } from '../../client/deputy/address.ts';
import { classOf, codeOf, figuresOfPlace, inOrder, percentOf } from '../../client/deputy/figures.ts';
import { outlinesOf } from '../../client/deputy/outlines.ts';
import { filtered, frequent, inAll } from '../../client/deputy/overdue.ts';
import { pictureOf, progressRows, stepFor } from '../../client/deputy/progress.ts';
import { addressOf, type BoundaryTopology, fileAddress } from '../../client/deputy/service.ts';
import type { Coverage, Curve, OverdueRow, PartFigures } from '../../server/reports/schema.ts';

const nowhere = { region: '', district: '' };
const everywhere = readView('', nowhere);

test('the address says the view, and what is as usual is left out', () => {
  expect(writeView(everywhere, nowhere)).toBe('');
  const asked: CoverageView = {
    region: '11',
    district: '1102',
    knownOn: '2026-05-10',
    tab: 'overdue',
    measure: 'settlements',
    order: { by: 'flagged', descending: true },
    operator: 'north',
    cause: 'power',
    show: 'flagged',
  };
  const query = writeView(asked, nowhere);
  expect(query).toBe(
    '?region=11&district=1102&known-on=2026-05-10&tab=overdue&by=settlements&sort=-flagged&operator=north&cause=power',
  );
  expect(readView(query, nowhere)).toEqual(asked);
});

test('what an address says wrongly is as if it were not said', () => {
  expect(readView('?known-on=yesterday&tab=x&by=cows&sort=-colour', nowhere)).toEqual(everywhere);
});

test('whoever has a home begins there; the whole country is then said in the address', () => {
  expect(readView('', { region: '11', district: '' }).region).toBe('11');
  const home = { region: '11', district: '1102' };
  expect(readView('', home)).toMatchObject(home);
  expect(readView('?region=11', home)).toMatchObject({ region: '11', district: '' });
  expect(readView('?region=all&district=1', { region: '11', district: '' })).toMatchObject({
    region: '',
    district: '',
  });
  expect(writeView(everywhere, { region: '11', district: '' })).toBe('?region=all');
});

test('the page begins with its address said in full', () => {
  const replaced: unknown[] = [];
  Object.assign(globalThis, {
    location: { search: '?tab=changes' },
    history: { replaceState: (...said: unknown[]) => replaced.push(said[2]) },
  });
  beginAtAddress({ region: '11', district: '' });
  expect(view.value).toMatchObject({ region: '11', tab: 'changes' });
  expect(replaced).toEqual(['/coverage?region=11&tab=changes']);
});

test('another region has other districts', () => {
  const inDistrict = { ...everywhere, region: '11', district: '1102' };
  expect(changed(inDistrict, { region: '10' })).toMatchObject({ region: '10', district: '' });
  expect(changed(inDistrict, { tab: 'overdue' })).toMatchObject({ region: '11', district: '1102' });
});

test('questions and files are asked for the place, the date and the filters of the view', () => {
  const at = readView('?region=11&district=1102&known-on=2026-05-10&tab=overdue&operator=north&cause=none', nowhere);
  expect(addressOf.coverage(at)).toBe('/api/reports/coverage?region=11&knownOn=2026-05-10');
  expect(addressOf.boundaries(everywhere)).toBe('/api/country/boundaries?districts=false');
  expect(fileAddress.overdue(at, 'csv')).toBe(
    '/api/exports/overdue.csv?region=11&district=1102&knownOn=2026-05-10&operator=north&cause=none',
  );
  expect(fileAddress.settlements(everywhere, 'xlsx')).toBe('/api/exports/settlements.xlsx?flagged=true');
  expect(fileAddress.settlements(at, 'xlsx')).toMatch(/known-settlements\.xlsx\?region=11&district=1102&knownOn=/);
});

const count = (settlements: number, residents: number) => ({ settlements, residents });
const part = (code: string, name: string, share: number | null, residents = 0) =>
  ({
    regionCode: '11',
    districtCode: code,
    names: { kk: name, ru: name, en: name },
    counted: count(0, residents),
    served: count(0, 0),
    flagged: count(0, 0),
    overdue: count(0, 0),
    share: { settlements: null, residents: share },
  }) as PartFigures;

test('a share is never rounded up, nor what is just 29 % down', () => {
  expect([0.9999, 1, 0.29, 0.6185, 0].map(percentOf)).toEqual([99.9, 100, 29, 61.8, 0]);
});

test('classes of shares begin at their bounds', () => {
  expect([null, 0, 0.499, 0.5, 0.7, 0.85, 0.95, 1].map(classOf)).toEqual([null, 0, 0, 1, 2, 3, 4, 4]);
});

test('rows are ordered by figure or name, by the Kazakh alphabet; where nobody is counted comes before nothing', () => {
  const rows = [part('1', 'Үшқоңыр', 0.5, 10), part('2', 'Ақсу', null), part('3', 'Әйтеке', 0.5, 30)];
  const codes = (by: 'name' | 'share' | 'counted', descending = false) =>
    inOrder(rows, { by, descending }, 'residents', ({ names }) => names!.kk).map((row) => codeOf(row, true));
  expect(codes('name')).toEqual(['2', '3', '1']);
  expect(codes('share')).toEqual(['2', '3', '1']);
  expect(codes('counted', true)).toEqual(['3', '1', '2']);
});

test('the figures of a district are found among those of its region', () => {
  const rows = [part('1', 'a', 0.5)];
  const coverage = { total: part('0', 'all', 1), rows } as unknown as Coverage;
  expect(figuresOfPlace(coverage, '1')).toBe(rows[0]);
  expect(figuresOfPlace(coverage, '')).toBe(coverage.total);
  expect(figuresOfPlace(coverage, '2')).toBeNull();
});

test('boundaries become shapes as wide as asked, each with its middle', () => {
  const square = (code: string, regionCode: string, west: number) => ({
    type: 'Feature' as const,
    properties: { code, regionCode, names: { kk: code, ru: code, en: code } },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]], // prettier-ignore
    },
  });
  const collection = (...features: ReturnType<typeof square>[]) => ({ type: 'FeatureCollection' as const, features });
  const both = topology({
    regions: collection(square('10', '10', 0), square('11', '11', 1)),
    districts: collection(square('1001', '10', 0), square('1101', '11', 1)),
  }) as unknown as BoundaryTopology;
  const country = outlinesOf(both, '', 200);
  expect(country.height).toBeCloseTo(100, 1);
  expect(
    country.shapes.map(({ code, x, y, width }) => [code, Math.round(x), Math.round(y), Math.round(width)]),
  ).toEqual([
    ['10', 50, 50, 100],
    ['11', 150, 50, 100],
  ]);
  expect(outlinesOf(both, '11', 200).shapes.map(({ code, width }) => [code, Math.round(width)])).toEqual([
    ['1101', 200],
  ]);
  const none = topology({ regions: collection(), districts: collection() }) as unknown as BoundaryTopology;
  expect(outlinesOf(none, '', 200).shapes).toEqual([]);
});

const curve: Curve = {
  asOf: '2026-11-22',
  currentQuarter: '2026-Q4',
  counted: count(10, 1000),
  servedBefore: count(4, 600),
  quarters: [
    { quarter: '2026-Q4', planned: count(2, 200), forecast: count(0, 0), actual: count(0, 0) },
    { quarter: '2027-Q1', planned: count(4, 400), forecast: count(2, 200), actual: null },
  ],
  byStage: {},
};

test('the curve begins at what was served before, and adds to it', () => {
  expect(progressRows(curve, 'residents')).toEqual([
    { quarter: '2026-Q4', planned: 800, forecast: 600, actual: 600 },
    { quarter: '2027-Q1', planned: 1000, forecast: 800, actual: null },
  ]);
});

test('the picture reaches from what is served to the target, and to the target date', () => {
  const picture = pictureOf(curve, 'residents', '2027-06-30', { width: 300, height: 100 });
  expect(picture.lines.planned).toEqual([{ x: 0, y: 100 }, { x: 100, y: 50 }, { x: 200, y: 0 }]); // prettier-ignore
  expect(picture.lines.actual).toEqual([{ x: 0, y: 100 }, { x: 100, y: 100 }]); // prettier-ignore
  expect([picture.target, picture.now, picture.targetDate]).toEqual([0, 100, 300]);
  expect(picture.levels.map(({ value }) => value)).toEqual([600, 700, 800, 900, 1000]);
  expect([7, 36, 1_700_000, 0].map(stepFor)).toEqual([2, 10, 500_000, 1]);
});

const late = (code: string, operatorCode: string, cause: string | null, population: number | null) =>
  ({ regionCode: '11', code, operatorCode, cause: cause && { code: cause }, population }) as unknown as OverdueRow;

test('what is overdue is filtered by operator and cause, and counts a settlement once', () => {
  const rows = [late('a', 'north', 'power', 100), late('a', 'south', null, 100), late('b', 'north', null, null)];
  expect(filtered(rows, 'north', 'none').map(({ code }) => code)).toEqual(['b']);
  expect(filtered(rows, '', '')).toHaveLength(3);
  expect(inAll(rows)).toEqual({ settlements: 2, residents: 100 });
  expect(frequent(['x', 'y', 'y', 'a'])).toEqual(['y', 'a', 'x']);
});
