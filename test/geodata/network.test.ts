import { importFile } from '../../geodata/import.ts';
import type { Database } from '../../server/database/database.ts';
import { networkNodes, networkSpans, openNodes } from '../../server/network/queries.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';
import { describeSharedData, sharedData } from '../shared-data.ts';
import { box, collection, polygon, scratchFolder } from './scratch.ts';

const folder = scratchFolder();
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await recordedCountry(database);
});
afterAll(() => database.close());

const load = async (name: string, text: string, options = {}) =>
  importFile(database, { path: await folder.write(name, text), actor: 'test', asOf: '2026-11-22', ...options });

const provider = (name: string) => ({ networkProviders: [{ id: `id-${name}`, name }] });
const node = (id: string, longitude: number, latitude: number, more: object = {}) => ({
  id,
  name: `Node ${id}`,
  status: 'operational',
  location: { type: 'Point', coordinates: [longitude, latitude] },
  ...provider('North'),
  ...more,
});
const route = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });

const network = (nodes: object[], spans: object[] = []) =>
  JSON.stringify(
    { networks: [{ id: 'fd7b30d6-f514-4cd0-a5ac-29a774f53a43', name: 'North', nodes, spans, links: [] }] },
    null,
    1,
  );
const nodes = [
  node('1', 70.5, 51),
  node('2', 72.5, 51, { status: 'underConstruction' }),
  node('3', 73, 51, { status: 'underConstruction' }),
  node('4', 73.5, 51, { status: 'planned' }),
];
const spans = [
  {
    id: '1',
    status: 'underConstruction',
    readyForServiceDate: '2027-05-01',
    start: '1',
    end: '2',
    route: route([70.5, 51], [71.123456789, 51.2], [72.5, 51]),
    ...provider('North'),
  },
];

test('a network package gives nodes and spans to the operator and the region that they are of', async () => {
  const report = await load('networks.json', network(nodes, spans));
  expect(report).toMatchObject({ kind: 'ofds', rowsRead: 5, added: 5, rejected: 0, warnings: [] });
  expect(report.format).toBe('network package of the Open Fibre Data Standard, utf-8');
  const found = await networkNodes(database, null);
  expect(found.map((one) => [one.regionCode, one.operatorCode, one.name, one.status]).toSorted()).toEqual([
    ['east', 'north', 'Node 2', 'underConstruction'],
    ['east', 'north', 'Node 3', 'underConstruction'],
    ['east', 'north', 'Node 4', 'planned'],
    ['west', 'north', 'Node 1', 'operational'],
  ]);
  const [span] = await networkSpans(database, 'west');
  expect(span.route).toEqual([
    [70.5, 51],
    [71.1234568, 51.2],
    [72.5, 51],
  ]);
});

test('links begin at nodes in operation, and at those under construction once a span to them has a date', async () => {
  const open = await openNodes(database);
  expect(open.map(({ name, readyOn, technologies }) => [name, readyOn, technologies.join(' ')])).toEqual([
    ['Node 2', '2027-05-01', 'fibre fixed-wireless 4g'],
    ['Node 1', null, 'fibre fixed-wireless 4g'],
  ]);
});

test('the same package again changes nothing; another edition changes, withdraws and adds', async () => {
  expect(await load('networks.json', network(nodes, spans))).toMatchObject({ unchanged: 5, importId: null });
  const later = [node('1', 70.5, 51), node('2', 71.5, 51), node('5', 73.9, 51), ...nodes.slice(3)];
  const trial = await load('networks.json', network(later, spans), { dryRun: true });
  expect(trial).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 3, importId: null });
  expect(await load('networks.json', network(later, spans))).toMatchObject({ added: 1, changed: 1, removed: 1 });
  const west = await networkNodes(database, 'west');
  expect(west.map(({ name }) => name).toSorted()).toEqual(['Node 1', 'Node 2']);
});

test('what is wrong is told with its line, and the rest is loaded', async () => {
  const faulty = [
    node('10', 70.6, 51),
    node('10', 70.7, 51),
    node('11', 10, 51),
    node('12', 70.8, 51, { status: 'open' }),
    { id: '13', name: 'No place', status: 'operational', ...provider('North') },
    node('14', 70.9, 51, { networkProviders: [] }),
  ];
  const wrong = [
    { id: '20', status: 'operational', route: { type: 'Point', coordinates: [70, 51] }, ...provider('x') },
  ];
  const report = await load('faulty.json', network(faulty, wrong));
  expect(report.rejects.map(({ line, reason }) => [line, reason])).toEqual([
    [61, 'bad-code'],
    [79, 'no-geometry'],
    [90, 'missing'],
    [105, 'wrong-geometry'],
    [25, 'duplicate'],
    [43, 'outside-country'],
  ]);
  expect(report).toMatchObject({ rowsRead: 7, added: 1, rejected: 6 });
});

test('the same network as GeoJSON is the same network; spans tell their nodes whole', async () => {
  const features = collection([
    {
      properties: {
        id: '1',
        featureType: 'node',
        network: { id: 'n' },
        name: 'A',
        status: 'operational',
        ...provider('South'),
      },
      geometry: { type: 'Point', coordinates: [70.2, 51] },
    },
    {
      properties: {
        id: '1',
        featureType: 'span',
        network: { id: 'n' },
        start: { id: '1' },
        end: { id: '2' },
        physicalInfrastructureProvider: { id: 'south' },
      },
      geometry: route([70.2, 51], [70.3, 51]),
    },
  ]);
  expect(await load('south.geojson', features)).toMatchObject({ kind: 'ofds', added: 2, rejected: 0 });
  const south = (await networkNodes(database, 'west')).find(({ operatorCode }) => operatorCode === 'south')!;
  const span = (await networkSpans(database, 'west')).find(({ operatorCode }) => operatorCode === 'south')!;
  expect([span.startId, span.status]).toEqual([south.id, null]);
});

test('a list of nodes as CSV says what links can begin there', async () => {
  const rows = [
    'operator,longitude,latitude,name,status,technologies,ready_on',
    'North,70.4,51,Hub,operational,,',
    'North,70.4,51,Gateway,operational,satellite,',
    'North,70.4,51,Tower,underConstruction,microwave,',
    'South,70.4,51,Mast,underConstruction,4G fibre,2027-01-01',
  ];
  const report = await load('hubs.csv', rows.join('\n'));
  expect(report).toMatchObject({ kind: 'network-nodes', added: 3, rejected: 1 });
  expect(report.rejects).toEqual([
    { line: 4, column: 'technologies', value: 'microwave', reason: 'unknown-technology' },
  ]);
  const open = await openNodes(database);
  const told = open.filter(({ dataset }) => dataset === 'hubs').map((one) => [one.name, one.readyOn, one.technologies]);
  expect(told.toSorted()).toEqual([
    ['Gateway', null, ['satellite']],
    ['Hub', null, ['fibre', 'fixed-wireless', '4g']],
    ['Mast', '2027-01-01', ['fibre', '4g']],
  ]);
});

test('a package without nodes is refused', async () => {
  await expect(load('empty.json', network([]))).rejects.toThrow('The package has no nodes and no spans.');
});

describeSharedData('the examples of the standard', () => {
  const example = (name: string) => ({ path: sharedData(`formats/ofds/examples/${name}`) });
  const about = { actor: 'test', asOf: '2026-11-22' };
  beforeAll(async () => {
    const area = { properties: { code: 'gh', name_en: 'Ghana' }, geometry: polygon(box(-4, 4, 2, 12)) };
    await loadText(database, 'ghana.geojson', collection([area]));
  });

  test('the package is two nodes and a span of FastWeb; as GeoJSON it is the same', async () => {
    const report = await importFile(database, { ...example('json/network-package.json'), ...about });
    expect(report).toMatchObject({ rowsRead: 3, added: 3, rejected: 0 });
    expect(
      (await networkNodes(database, 'gh')).map(({ name, operatorCode }) => [name, operatorCode]).toSorted(),
    ).toEqual([
      ['Accra', 'fastweb'],
      ['Kumasi', 'fastweb'],
    ]);
    const nodesAgain = await importFile(database, { ...example('geojson/nodes.geojson'), ...about });
    expect(nodesAgain).toMatchObject({ rowsRead: 2, unchanged: 2, importId: null });
    const spansAgain = await importFile(database, { ...example('geojson/spans.geojson'), ...about });
    expect(spansAgain).toMatchObject({ rowsRead: 1, unchanged: 1, importId: null });
  });

  test('of the invalid packages every record is refused', async () => {
    const invalid = await importFile(database, { ...example('json/network-package-invalid.json'), ...about });
    expect(invalid.rejectsByReason).toEqual({ missing: 2, 'bad-code': 1, 'wrong-geometry': 1 });
    const more = await importFile(database, { ...example('json/network-package-additional-checks.json'), ...about });
    expect(more).toMatchObject({ rowsRead: 4, rejected: 4 });
    await expect(importFile(database, { ...example('json/multiple-networks.json'), ...about })).rejects.toThrow(
      'no nodes and no spans',
    );
  });
});
