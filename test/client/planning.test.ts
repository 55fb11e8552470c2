import { keyOfText, mostCompared, readView, textOfKey, writeView } from '../../client/planning/address.ts';
import { bandPath, layOut, linePath, tellingPoints } from '../../client/planning/chart-picture.ts';
import { draftOf, emptyDraft, faultsOf, horizonOf, requestOf, yearsOf } from '../../client/planning/draft.ts';
import { byTime, isShown } from '../../client/planning/matching.ts';
import { sceneOf } from '../../client/planning/network-scene.ts';
import { pinsAsPlanned } from '../../client/planning/pin-dialog.tsx';
import { noFilters } from '../../client/planning/address.ts';
import type { Parameter } from '../../server/planning/parameters/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { PlanRequest } from '../../server/planning/requests/schema.ts';

const id = '018f2f6e-0000-7000-8000-000000000001';

const row = (code: string, more: Partial<PlanRow> = {}): PlanRow => ({
  regionCode: 'arqa',
  code,
  state: 'planned',
  pinned: false,
  residents: 1000,
  operatorCode: 'north',
  technology: 'fibre',
  startQuarter: '2027-Q1',
  finishQuarter: '2027-Q2',
  parent: null,
  kilometres: 10,
  costTenge: 90_000_000,
  capitalTenge: 70_000_000,
  subsidyTenge: 35_000_000,
  accessFeeTenge: 0,
  work: 1,
  reason: null,
  ...more,
});

describe('the address', () => {
  test('says the scenario, its part, the filters, the settlement and the selection, and is read back as it was', () => {
    const query = `?scenario=${id}&tab=settlements&show=planned&search=%D0%B0%D2%9B&region=arqa&operator=north&quarter=2027-Q3&place=arqa:a04&question=${id}&selected=arqa:a01,a02;tau:t1`;
    const view = readView(query);
    expect(view.place).toEqual({ regionCode: 'arqa', code: 'a04' });
    expect(view.selected).toEqual(['arqa:a01', 'arqa:a02', 'tau:t1']);
    expect(writeView(view)).toBe(query);
  });

  test('what it says wrongly is as if it were not said; three scenarios are compared at most', () => {
    const view = readView(`?tab=none&quarter=soon&scenario=a/b&compare=a,b,c,d,e&page=other`);
    expect(view).toEqual({ ...readView(''), compared: ['a', 'b', 'c'] });
    expect(mostCompared).toBe(3);
    expect(writeView(readView(''))).toBe('');
  });

  test('settlements for which a plan is asked are in it', () => {
    const view = readView('?page=new&settlements=arqa:a01,a02');
    expect(view.page).toBe('new');
    expect(view.settlements.map(textOfKey)).toEqual(['arqa:a01', 'arqa:a02']);
    expect(keyOfText('tau:t1')).toEqual({ regionCode: 'tau', code: 't1' });
  });
});

describe('the form', () => {
  const parameters = [{ code: 'discount-rate', least: 0, most: 0.5 }] as Parameter[];

  test('asks for what is written in it, amounts in billions, with spaces and commas', () => {
    const draft = {
      ...emptyDraft,
      scope: 'region' as const,
      region: 'arqa',
      objective: 'service' as const,
      budget: '1 250,5',
      quarters: '8',
      without: ['south'],
      crews: { north: '2,5', south: '' },
      subsidyPerYear: '0,6',
      subsidy: { '2028': '1' },
      floorShare: '70',
      floorQuarter: '2028-Q4' as const,
      parameters: { 'discount-rate': '0,08' },
    };
    const asked = requestOf(draft, ['north', 'south']);
    expect(asked).toEqual({
      name: '',
      scope: { type: 'region', regionCode: 'arqa' },
      objective: { kind: 'service', budgetTenge: 1_250_500_000_000 },
      firstQuarter: null,
      quarters: 8,
      technologies: ['fibre', '4g'],
      operators: ['north'],
      crews: [{ operatorCode: 'north', perQuarter: 2.5 }],
      subsidyPerYear: 600_000_000,
      subsidy: [{ year: 2028, tenge: 1_000_000_000 }],
      openAccess: true,
      servedAsParents: true,
      floor: { share: 0.7, quarter: '2028-Q4' },
      parameters: { 'discount-rate': 0.08 },
      effort: 'full',
    });
    expect(faultsOf(draft, parameters, ['north', 'south'])).toEqual({});
    // Begun with again, it asks for the same.
    const request = PlanRequest.parse(asked);
    expect(requestOf(draftOf(request, ['north', 'south']), ['north', 'south'])).toEqual(asked);
  });

  test('names each field that is wrong, and what it may be', () => {
    const draft = {
      ...emptyDraft,
      scope: 'region' as const,
      objective: 'service' as const,
      budget: '0',
      quarters: '2.5',
      technologies: [],
      crews: { north: '-1' },
      subsidyPerYear: 'much',
      floorShare: '50',
      parameters: { 'discount-rate': '5' },
    };
    expect(faultsOf({ ...draft, without: ['north'] }, parameters, ['north'])).toEqual({
      without: { fault: 'missing' },
      region: { fault: 'missing' },
      budget: { fault: 'range', least: 0, most: 1_000_000 },
      quarters: { fault: 'whole' },
      technologies: { fault: 'missing' },
      'crews.north': { fault: 'range', least: 0, most: 100_000 },
      subsidyPerYear: { fault: 'number' },
      floorQuarter: { fault: 'missing' },
      'parameters.discount-rate': { fault: 'range', least: 0, most: 0.5 },
    });
  });

  test('the horizon begins after the current quarter unless another is asked for', () => {
    expect(horizonOf({ ...emptyDraft, quarters: '3' }, '2026-Q4')).toEqual(['2027-Q1', '2027-Q2', '2027-Q3']);
    const later = horizonOf({ ...emptyDraft, quarters: '2', firstQuarter: '2028-Q4' }, '2026-Q4');
    expect(later).toEqual(['2028-Q4', '2029-Q1']);
    expect(yearsOf(later)).toEqual(['2028', '2029']);
    expect(horizonOf({ ...emptyDraft, quarters: '40' }, '2026-Q4')).toEqual([]);
  });
});

test('rows are found by state, operator, quarter and name; the first to be served come first', () => {
  const searchable = (one: PlanRow, text = '') => ({ row: one, key: textOfKey(one), isPinned: one.pinned, text });
  const left = row('b', { state: 'unserved', operatorCode: null, finishQuarter: null, reason: 'crews' });
  const pinned = row('c', { pinned: true, residents: 2000 });
  const shown = (filters: object) =>
    [searchable(row('a'), 'аксу aqsu'), searchable(left), searchable(pinned)]
      .filter((one) => isShown(one, { ...noFilters, ...filters }))
      .map(({ row: { code } }) => code);
  expect(shown({})).toEqual(['a', 'b', 'c']);
  expect(shown({ show: 'unserved' })).toEqual(['b']);
  expect(shown({ show: 'pinned' })).toEqual(['c']);
  expect(shown({ search: 'Ақсу' })).toEqual(['a']);
  expect(shown({ operator: 'north', quarter: '2027-Q2' })).toEqual(['a', 'c']);
  expect([left, row('a'), pinned].toSorted(byTime).map(({ code }) => code)).toEqual(['c', 'a', 'b']);
});

test('pins as planned are set together for those that have the same', () => {
  const rows = [row('a'), row('b'), row('c', { finishQuarter: '2028-Q1' }), row('d', { state: 'unserved' })];
  const codes = (keep: ('operatorCode' | 'technology' | 'quarter')[]) =>
    pinsAsPlanned(rows, new Set(keep)).map((group) => [group.pin.quarter, group.rows.map(({ code }) => code)]);
  expect(codes(['operatorCode', 'quarter'])).toEqual([
    ['2027-Q2', ['a', 'b']],
    ['2028-Q1', ['c']],
  ]);
  expect(codes(['operatorCode'])).toEqual([[null, ['a', 'b', 'c']]]);
});

test('the map shows the links that are finished by the end of a quarter, from node or settlement', () => {
  const place = (code: string, longitude: number) =>
    [`arqa:${code}`, { place: { longitude, latitude: 0 } }] as [string, never];
  const places = new Map([place('a', 0), place('b', 90)]);
  const node = { type: 'node' as const, operatorCode: 'north', nodeId: 'n', name: '', longitude: -90, latitude: 0 };
  const rows = [
    row('a', { parent: node }),
    row('b', { parent: { type: 'settlement', regionCode: 'arqa', code: 'a' }, finishQuarter: '2027-Q3' }),
    row('unknown'),
  ];
  const at = (until: string) => sceneOf(rows, places, { nodes: [], spans: [] }, until);
  expect(at('2027-Q2').links).toEqual([
    { from: { x: 64, y: 128 }, to: { x: 128, y: 128 }, technology: 'fibre', isNew: true },
  ]);
  expect(at('2027-Q2').settlements.map(({ isLater }) => isLater)).toEqual([false, true]);
  expect(at('').links.map(({ to, isNew }) => [to.x, isNew])).toEqual([
    [128, false],
    [192, false],
  ]);
});

describe('the chart', () => {
  const size = { width: 100, height: 100 };

  test('begins at zero where values are near it, else at a round value below them', () => {
    expect(layOut([10, 90], [0, 1], size).levels.map(({ value }) => value)).toEqual([0, 50, 100]);
    expect(layOut([4100, 4900], [0, 1], size).levels.map(({ value }) => value)).toEqual([
      4000, 4200, 4400, 4600, 4800, 5000,
    ]);
  });

  test('writes its places where they are, as many as have room', () => {
    const layout = layOut([0, 1], [0, 1, 5, 10], { width: 200, height: 100 });
    expect([0, 1, 2, 3].map((i) => layout.x(i))).toEqual([0, 20, 100, 200]);
    expect(layout.labelled).toEqual([0, 2, 3]);
  });

  test('keeps of its points those beside which something else is told', () => {
    const points = [4, 4, 4, 3, 3, 3, 3];
    expect(tellingPoints([...points.entries()], ([, value]) => String(value)).map(([i]) => i)).toEqual([0, 2, 3, 6]);
    expect(tellingPoints([7, 7], String)).toEqual([7, 7]);
  });

  test('draws lines in pieces where values are missing, and the band where both are there', () => {
    const layout = layOut([0, 100], [0, 1, 2], size);
    expect(linePath([0, 100, null], layout)).toBe('M0.0,100.0L50.0,0.0');
    expect(linePath([null, 50, 100], layout)).toBe('M50.0,50.0L100.0,0.0');
    expect(bandPath([0, 0, null], [50, 100, 100], layout)).toBe('M0.0,50.0L50.0,0.0L50.0,100.0L0.0,100.0Z');
    expect(bandPath([null], [1], layout)).toBe('');
  });
});
