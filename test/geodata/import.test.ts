import { warningInWords } from '../../geodata/checks/warnings.ts';
import { readFile } from 'node:fs/promises';
import { importFile, type ImportOptions } from '../../geodata/import.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import type { Database } from '../../server/database/database.ts';
import { setProgramme } from '../../server/programmes/edit.ts';
import { currentProgramme, replaceProgramme } from '../../server/programmes/queries.ts';
import { replay } from '../../server/replay/replay.ts';
import { readPast } from '../../server/reports/past.ts';
import { testDatabase } from '../database.ts';
import { box, collection, point, polygon, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.query(
    'truncate region, place, settlement, assessment, evidence, operator, import, programme, change, chain cascade',
  );
  await replaceProgramme(database, {
    code: '250+',
    names: { kk: '', ru: '', en: '250+' },
    populationThreshold: 250,
    profile: await readProfile('kazakhstan-2024'),
    targetDate: null,
    generated: false,
  });
});

async function load(name: string, content: string, options: Partial<ImportOptions> = {}) {
  return importFile(database, {
    path: await scratch.write(name, content),
    actor: 'test',
    asOf: '2026-11-22',
    ...options,
  });
}
const rows = (sql: string) => database.query(sql);
const counts = ({ added, changed, unchanged, removed, rejected }: Record<string, unknown>) => [
  added,
  changed,
  unchanged,
  removed,
  rejected,
];

/** West and east, side by side, the border at 72°. */
const regions = collection([
  { properties: { code: 'west', name_en: 'West' }, geometry: polygon(box(70, 50, 72, 52)) },
  { properties: { code: 'east', name_en: 'East' }, geometry: polygon(box(72, 50, 74, 52)) },
]);
const header = 'code,name,population,longitude,latitude\n';
const villages = `${header}a,Aa,300,71,51\nb,Bb,,73,51\nc,Cc,100,71.5,51.5\n`;
const claim = { operator: 'Кселл', technology: 'fibre', download: 200, upload: 100, latency: 10, date: '2026-06-01' };
const coverage = (...areas: number[][][]) =>
  collection(areas.map((ring) => ({ properties: claim, geometry: polygon(ring) })));

test('settlements stand in the region that covers them, with their provenance and their record', async () => {
  await load('regions.geojson', regions);
  const report = await load('villages.csv', villages, { source: 'Ministry', licence: 'open', dated: '2026-01-01' });
  expect(counts(report)).toEqual([3, 0, 0, 0, 0]);
  expect(await rows('select region_code, code, population, version, import_id from settlement order by code')).toEqual([
    { region_code: 'west', code: 'a', population: 300, version: 1, import_id: report.importId },
    { region_code: 'east', code: 'b', population: null, version: 1, import_id: report.importId },
    { region_code: 'west', code: 'c', population: 100, version: 1, import_id: report.importId },
  ]);
  const [provenance] = await rows(`select * from import where id = '${report.importId}'`);
  expect(provenance).toMatchObject({
    kind: 'settlements', dataset: 'villages', file_name: 'villages.csv', file_bytes: Buffer.byteLength(villages),
    file_hash: expect.stringMatching(/^[0-9a-f]{64}$/), source: 'Ministry', licence: 'open', dated: '2026-01-01',
    rows_read: 3, added: 3, rejected: 0, actor: 'test',
  }); // prettier-ignore
  const [change] = await rows(`select actor, verb, items from change where region_code = 'east'`);
  expect(change).toMatchObject({
    actor: 'test',
    verb: 'import',
    items: [
      {
        entity: 'settlement',
        key: { regionCode: 'east', code: 'b' },
        before: null,
        after: { longitude: 73, names: { en: 'Bb' } },
      },
    ],
  });
  expect(await rows('select settlement_code, status, flagged from assessment order by settlement_code')).toEqual([
    { settlement_code: 'a', status: 'unknown', flagged: true },
    { settlement_code: 'b', status: 'unknown', flagged: false },
    { settlement_code: 'c', status: 'unknown', flagged: false },
  ]);
});

test('the same file again changes nothing, a newer one only what differs, and what it leaves open stays known', async () => {
  await load('regions.geojson', regions);
  await load('villages.csv', villages);
  const again = await load('villages.csv', villages);
  expect([counts(again), again.importId]).toEqual([[0, 0, 3, 0, 0], null]);
  expect(await rows('select count(*)::integer as n from import')).toEqual([{ n: 2 }]);

  const newer = await load('villages.csv', `${header}a,Aa,,71,51\nb,Bb,400,73,51\nd,Dd,9,73.5,51\n`);
  expect(counts(newer)).toEqual([1, 1, 1, 0, 0]);
  expect(await rows('select code, population, version from settlement order by code')).toEqual([
    { code: 'a', population: 300, version: 1 },
    { code: 'b', population: 400, version: 2 },
    { code: 'c', population: 100, version: 1 },
    { code: 'd', population: 9, version: 2 },
  ]);
  expect(await rows(`select flagged from assessment where settlement_code = 'b'`)).toEqual([{ flagged: true }]);
});

test('a settlement given as a polygon counts by share of its area, and keeps it while files say nothing of it', async () => {
  await load('regions.geojson', regions);
  const village = (area: number[][]) =>
    collection([{ properties: { code: 'a', name: 'Aa', population: 300 }, geometry: polygon(area) }]);
  expect(counts(await load('villages.geojson', village(box(71, 51, 71.1, 51.1))))).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await load('villages.geojson', village(box(71, 51, 71.1, 51.1))))).toEqual([0, 0, 1, 0, 0]);
  await load('coverage.geojson', coverage(box(71, 51, 71.05, 51.2)));
  const found = () =>
    rows(`select settlement.code, round(st_area(area)::numeric, 4)::float8 as area, status, reason, covered
      from settlement join assessment on settlement_code = settlement.code`);
  const partly = { code: 'a', area: 0.01, status: 'underserved', reason: 'partly-covered', covered: 0.5 };
  expect(await found()).toEqual([partly]);
  // Its own point is left and right of what is covered by turns; its area is what counts.
  await load('villages.csv', `${header}a,Aa,350,71.02,51.02\n`);
  expect(await found()).toEqual([partly]);
  expect(counts(await load('villages.geojson', village(box(71, 51, 71.05, 51.1))))).toEqual([0, 1, 0, 0, 0]);
  expect(await found()).toEqual([{ ...partly, area: 0.005, status: 'served', reason: 'claim-meets', covered: 1 }]);
});

test('tests say how they were made', async () => {
  await load('regions.geojson', regions);
  const said = 'longitude,latitude,download,tests,devices,summary,date\n71,51,9,40,20,median,2026-10-01\n';
  await load('tests.csv', said);
  await load('mlab.csv', 'id,a.MeanThroughputMbps,client.Geo.Latitude,client.Geo.Longitude,client.Geo.AccuracyRadiusKm\n1,5,51,71,50\n'); // prettier-ignore
  expect(await rows('select tests, devices, sampling from evidence order by tests desc')).toEqual([
    { tests: 40, devices: 20, sampling: { summary: 'median', spread: null, accuracy: null } },
    { tests: 1, devices: 1, sampling: { summary: null, spread: null, accuracy: 50000 } },
  ]);
});

test('a dry run gives the same report and changes nothing', async () => {
  await load('regions.geojson', regions);
  const dry = await load('villages.csv', villages, { dryRun: true });
  expect(
    await rows('select (select count(*)::integer from settlement) as s, (select count(*)::integer from import) as i'),
  ).toEqual([{ s: 0, i: 1 }]);
  const real = await load('villages.csv', villages);
  expect({ ...dry, importId: real.importId }).toEqual(real);
  expect(dry.importId).toBeNull();
});

test('a file that turns out to be cut short leaves nothing of itself', async () => {
  await load('regions.geojson', regions);
  const many = Array.from({ length: 5000 }, (_, at) => box(70 + at / 10_000, 50, 70.1 + at / 10_000, 50.1));
  const cut = coverage(...many).slice(0, -30);
  await expect(load('claims.geojson', cut)).rejects.toThrow(/line 5001: the file ends in the middle/);
  expect(
    await rows(`select (select count(*)::integer from evidence) as e, (select count(*)::integer from operator) as o,
      (select count(*)::integer from import) as i, (select count(*)::integer from change where verb = 'import') as c`),
  ).toEqual([{ e: 0, o: 0, i: 1, c: 1 }]);
});

test('faults of places are told with line, column, value and reason, in a file of the same shape', async () => {
  await load('regions.geojson', regions);
  const content = `${header}a,"A, a",300,71,51\nb,Bb,5,51,71\nc,Cc,5,80,45\na,Again,5,71,51\nd,Dd,-5,71,51\ne,Near,5,69.97,51\n`;
  const report = await load('faults.csv', content, { rejectsTo: scratch.path('rejected.csv') });
  expect(counts(report)).toEqual([2, 0, 0, 0, 4]);
  expect(report.rejects).toEqual([
    { line: 3, column: null, value: '51, 71', reason: 'swapped-axes' },
    { line: 4, column: null, value: '80, 45', reason: 'outside-country' },
    { line: 5, column: 'code', value: 'a', reason: 'duplicate' },
    { line: 6, column: 'population', value: '-5', reason: 'negative' },
  ]);
  expect(report.rejectsByReason).toEqual({ 'swapped-axes': 1, 'outside-country': 1, duplicate: 1, negative: 1 });
  expect(await readFile(scratch.path('rejected.csv'), 'utf8')).toBe(
    '\ufeffcode,name,population,longitude,latitude,rejected_line,rejected_column,rejected_value,rejected_reason\r\n' +
      'b,Bb,5,51,71,3,,"51, 71",longitude and latitude are swapped\r\n' +
      'c,Cc,5,80,45,4,,"80, 45",outside the country\r\n' +
      'a,Again,5,71,51,5,code,a,stands in the file already\r\n' +
      'd,Dd,-5,71,51,6,population,-5,negative\r\n',
  );
  expect(await rows(`select region_code from settlement where code = 'e'`)).toEqual([{ region_code: 'west' }]);
});

test('rejected features are written as features', async () => {
  await load('regions.geojson', regions);
  const content = coverage(box(70, 50, 71, 51), [[70, 50], [71, 51], [71, 50], [70, 51], [70, 50]]); // prettier-ignore
  const report = await load('claims.geojson', content, { rejectsTo: scratch.path('rejected.geojson') });
  expect(counts(report)).toEqual([1, 0, 0, 0, 1]);
  const written = JSON.parse(await readFile(scratch.path('rejected.geojson'), 'utf8'));
  expect(written.features).toHaveLength(1);
  expect(written.features[0].properties).toEqual({
    ...claim,
    rejected: {
      line: 3,
      faults: [
        {
          column: null,
          value: '70.5, 50.5',
          reason: 'self-crossing',
          said: '"70.5, 50.5": the boundary crosses or touches itself',
        },
      ],
    },
  });
});

test('a region that a row names holds against its position', async () => {
  await load('regions.geojson', regions);
  const named = 'code,name,longitude,latitude,region_code\na,Aa,71.99,51,east\nb,Bb,71,51,east\nc,Cc,71,51,north\n';
  const report = await load('named.csv', named);
  expect(report.rejects).toEqual([
    { line: 3, column: 'region_code', value: 'east, but 71, 51 is in west', reason: 'outside-region' },
    { line: 4, column: 'region_code', value: 'north', reason: 'unknown-region' },
  ]);
  expect(await rows('select region_code, code from settlement')).toEqual([{ region_code: 'east', code: 'a' }]);
});

test('without boundaries settlements stand in the region that they name, or in one for the whole country', async () => {
  const report = await load('villages.csv', 'code,name,longitude,latitude,region_code\na,Aa,71,51,west\nb,Bb,73,51,\n');
  expect(report.warnings.map(warningInWords)).toEqual([
    'Regions were added without boundaries: country, west.',
    'No boundaries are known: load the boundaries of the regions first to check where places lie.',
  ]);
  expect(await rows('select region_code, code from settlement order by code')).toEqual([
    { region_code: 'west', code: 'a' },
    { region_code: 'country', code: 'b' },
  ]);
  await load('regions.geojson', regions);
  const again = await load('villages.csv', 'code,name,longitude,latitude,region_code\na,Aa,71,51,west\nb,Bb,73,51,\n');
  expect(counts(again)).toEqual([0, 1, 1, 0, 0]);
  expect(await rows("select region_code from settlement where code = 'b'")).toEqual([{ region_code: 'east' }]);
});

describe('evidence', () => {
  test('stands once in each region that it touches, and is assessed', async () => {
    await load('regions.geojson', regions);
    await load('villages.csv', villages);
    const report = await load('claims.geojson', coverage(box(70.5, 50.5, 73.5, 51.2), box(70.1, 50.1, 70.2, 50.2)));
    expect(counts(report)).toEqual([2, 0, 0, 0, 0]);
    expect(report.warnings.map(warningInWords)).toEqual(['Operators were added: Кселл (ksell).']);
    expect(
      await rows('select region_code, count(*)::integer as n from evidence group by region_code order by region_code'),
    ).toEqual([
      { region_code: 'east', n: 1 },
      { region_code: 'west', n: 2 },
    ]);
    const [piece] = await rows(`select * from evidence where region_code = 'east'`);
    expect(piece).toMatchObject({
      kind: 'claim', operator_code: 'ksell', technology: 'fibre', download_mbps: 200, upload_mbps: 100, latency_ms: 10,
      observed_on: '2026-06-01', dataset: 'claims', source_line: 2, import_id: report.importId, version: 2,
    }); // prettier-ignore
    expect(await rows('select settlement_code, status from assessment order by settlement_code')).toEqual([
      { settlement_code: 'a', status: 'served' },
      { settlement_code: 'b', status: 'served' },
      { settlement_code: 'c', status: 'unknown' },
    ]);
  });

  test('that a newer file of the dataset has no more is withdrawn, and the assessment follows', async () => {
    await load('regions.geojson', regions);
    await load('villages.csv', villages);
    const first = box(70.5, 50.5, 71.2, 51.2);
    const second = box(72.5, 50.5, 73.5, 51.2);
    await load('2025.geojson', coverage(first, second), { dataset: 'claims' });
    expect(counts(await load('2025.geojson', coverage(first, second), { dataset: 'claims' }))).toEqual([0, 0, 2, 0, 0]);
    const newer = await load('2026.geojson', coverage(second, box(71.4, 51.4, 71.6, 51.6)), { dataset: 'claims' });
    expect(counts(newer)).toEqual([1, 0, 1, 1, 0]);
    expect(await rows('select settlement_code, status from assessment order by settlement_code')).toEqual([
      { settlement_code: 'a', status: 'unknown' },
      { settlement_code: 'b', status: 'served' },
      { settlement_code: 'c', status: 'served' },
    ]);
  });

  test('of another dataset that says the same is not counted twice', async () => {
    await load('regions.geojson', regions);
    await load('one.geojson', coverage(box(70, 50, 71, 51)));
    const copy = await load('two.geojson', coverage(box(70, 50, 71, 51), box(70, 50, 71, 51)));
    expect(counts(copy)).toEqual([0, 0, 1, 0, 1]);
    expect(copy.warnings.map(warningInWords)).toEqual(['1 rows stand already in another dataset, and stay there.']);
    expect(copy.rejectsByReason).toEqual({ duplicate: 1 });
  });

  test('of a register goes to the settlement it names, and only to one that is known', async () => {
    await load('regions.geojson', regions);
    await load('villages.csv', villages);
    const report = await load(
      'register.csv',
      'code,operator,technology,download,upload,date\na,КТ,GPON,150,80,2026-01-01\nz,КТ,GPON,150,80,2026-01-01\n',
    );
    expect(counts(report)).toEqual([1, 0, 0, 0, 1]);
    expect(report.rejects).toEqual([{ line: 3, column: 'code', value: 'z', reason: 'unknown-settlement' }]);
    expect(await rows('select region_code, settlement_code, geometry from evidence')).toEqual([
      { region_code: 'west', settlement_code: 'a', geometry: null },
    ]);
  });

  test('of cells and tiles is a circle and a point', async () => {
    await load('regions.geojson', regions);
    await load(
      'cells.csv',
      'radio,mcc,net,area,cell,lon,lat,range,updated\nLTE,401,2,1,1,71,51,1500,1700000000\nLTE,401,2,1,2,10,51,1500,1700000000\nLTE,401,2,1,3,51,71,1500,1700000000\n',
    ).then((report) => expect(report.rejectsByReason).toEqual({ 'outside-country': 1, 'swapped-axes': 1 }));
    await load(
      '2024-01-01_performance_fixed_tiles.csv',
      'quadkey,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices\n1213021230220132,1000,500,40,30,9\n',
    );
    const found = await rows(
      `select kind, operator_code, st_geometrytype(geometry) as type, radius_m, tests, devices, download_mbps,
         round(st_xmin(extent)::numeric, 2)::float8 as west, round(st_xmax(extent)::numeric, 2)::float8 as east
       from evidence order by kind`,
    );
    expect(found).toEqual([
      {
        kind: 'claim',
        operator_code: '401-02',
        type: 'ST_Point',
        radius_m: 1500,
        tests: null,
        devices: null,
        download_mbps: null,
        west: 70.98,
        east: 71.02,
      },
      {
        kind: 'measurement',
        operator_code: null,
        type: 'ST_Point',
        radius_m: null,
        tests: 30,
        devices: 9,
        download_mbps: 1,
        west: 71.05,
        east: 71.05,
      },
    ]);
  });

  test('is copied into a region whose settlements come to reach it', async () => {
    const named = (rest: string) =>
      `code,name,longitude,latitude,region_code\na,Aa,71,51,west\nb,Bb,73,51,east\n${rest}`;
    await load('villages.csv', named(''));
    await load('claims.geojson', coverage(box(70.9, 50.9, 71.1, 51.1)));
    expect(await rows('select region_code from evidence')).toEqual([{ region_code: 'west' }]);
    await load('villages.csv', named('c,Cc,71.05,50.95,east\n'));
    expect(await rows('select region_code from evidence order by region_code')).toEqual([
      { region_code: 'east' },
      { region_code: 'west' },
    ]);
    expect(await rows(`select status from assessment where settlement_code = 'c'`)).toEqual([{ status: 'served' }]);
  });

  test('is copied into a region that is given a boundary', async () => {
    await load('villages.csv', 'code,name,longitude,latitude,region_code\na,Aa,71,51,west\nb,Bb,73,51,east\n');
    await load('claims.geojson', coverage(box(71.8, 50.9, 72.1, 51.1), box(70.5, 50.5, 71.5, 51.5)));
    expect(await rows('select distinct region_code from evidence')).toEqual([{ region_code: 'west' }]);
    await load('regions.geojson', regions);
    expect(await rows('select region_code, count(*)::integer as n from evidence group by 1 order by 1')).toEqual([
      { region_code: 'east', n: 1 },
      { region_code: 'west', n: 2 },
    ]);
  });

  test('has nowhere to stand before a region is known', async () => {
    await expect(load('claims.geojson', coverage(box(70, 50, 71, 51)))).rejects.toThrow(
      /Load boundaries or settlements first/,
    );
  });
});

test('populations go to settlements by code; a second row for one is a duplicate', async () => {
  await load('regions.geojson', regions);
  await load('villages.csv', villages);
  const report = await load('people.csv', 'code,population,date\na,300,\nb,1000,2026-01-01\nb,5,\nz,5,\n', {
    dated: '2025-01-01',
  });
  expect(counts(report)).toEqual([0, 2, 0, 0, 2]);
  expect(report.rejectsByReason).toEqual({ duplicate: 1, 'unknown-settlement': 1 });
  expect(await rows(`select population, population_source, population_date from settlement where code = 'b'`)).toEqual([
    { population: 1000, population_source: 'people', population_date: '2026-01-01' },
  ]);
  expect(await rows(`select flagged from assessment where settlement_code = 'b'`)).toEqual([{ flagged: true }]);
});

test('where people live in a settlement given as a polygon decides its share, not its area', async () => {
  await setProgramme(database, 'test', { ...(await currentProgramme(database))!, populationThreshold: 200 });
  await load('regions.geojson', regions);
  const town = { properties: { code: 'v', name: 'Vv', population: 400 }, geometry: polygon(box(70.9, 51, 71, 51.02)) };
  await load('towns.geojson', collection([town]));
  // Two fifths of its area.
  await load('coverage.geojson', coverage(box(70.9, 51, 70.94, 51.02)));
  const found = () => rows('select status, reason, covered, covered_by from assessment');
  expect(await found()).toEqual([
    { status: 'underserved', reason: 'partly-covered', covered: 0.4, covered_by: 'area' },
  ]);

  const points =
    'longitude,latitude,population\n70.92,51.01,60.5\n70.9201,51.0101,300\n70.98,51.01,39.5\n73,51,5\n71,51,-2\n';
  const report = await load('people.csv', points);
  expect([report.kind, ...counts(report)]).toEqual(['population-points', 3, 0, 0, 0, 1]);
  expect(report.warnings.map(warningInWords)).toEqual([
    '1 points lie in no settlement that is given as a polygon, and were left out.',
  ]);
  expect(await found()).toEqual([{ status: 'served', reason: 'claim-meets', covered: 0.901, covered_by: 'residents' }]);
  // Within a hundred metres people are taken together, at their mean.
  expect(await rows('select geojson::json as shape from shape join settlement on hash = residents_hash')).toEqual([
    { shape: { type: 'MultiPoint', coordinates: [[70.920083, 51.010083, 360.5], [70.98, 51.01, 39.5]] } },
  ]); // prettier-ignore

  const again = await load('people.csv', points.split('\n').toReversed().toSorted().toReversed().join('\n'));
  expect(counts(again)).toEqual([0, 0, 3, 0, 1]);
  // A later file of the settlement says nothing of it.
  await load('towns.geojson', collection([{ ...town, properties: { ...town.properties, population: 450 } }]));
  expect(await found()).toMatchObject([{ status: 'served', covered_by: 'residents' }]);
  const { settlements } = await readPast(database, new Date().toISOString().slice(0, 10));
  expect(settlements).toMatchObject([{ code: 'v', status: 'served' }]);
  const rebuilt = await testDatabase();
  expect(await replay(database, rebuilt)).toMatchObject({ rows: { settlement: 1 }, others: [] });
  await rebuilt.close();
});

test('districts are told by code, by position, and refused without a region', async () => {
  const district = (code: string, region_code: string, ring: number[][]) => ({
    properties: { code, level: 'district', region_code, name_ru: code },
    geometry: polygon(ring),
  });
  await load('regions.geojson', regions);
  const report = await load(
    'districts.geojson',
    collection([
      district('w1', 'west', box(70, 50, 71.2, 52)),
      district('w2', '', box(71.2, 50, 72, 52)),
      district('x', 'nowhere', box(70, 50, 71, 51)),
    ]),
  );
  expect(report.rejects).toEqual([{ line: 4, column: 'code', value: 'x', reason: 'unknown-region' }]);
  await load('villages.csv', villages);
  expect(await rows('select code, district_code from settlement order by code')).toEqual([
    { code: 'a', district_code: 'w1' },
    { code: 'b', district_code: null },
    { code: 'c', district_code: 'w2' },
  ]);
});

test('points of GeoJSON are settlements too', async () => {
  await load('regions.geojson', regions);
  const report = await load(
    'places.geojson',
    collection([{ properties: { code: 'p', name: 'Пункт' }, geometry: point(71, 51) }]),
  );
  expect(report).toMatchObject({ kind: 'settlements', added: 1 });
});
