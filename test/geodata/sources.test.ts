import { openFile } from '../../geodata/files/open.ts';
import { chooseSource, headerlessForms, type Mapping } from '../../geodata/sources/choose.ts';
import { toEvidence } from '../../geodata/sources/evidence.ts';
import { readRows } from '../../geodata/sources/read.ts';
import type { EvidenceRow } from '../../geodata/sources/source.ts';
import type { SourceKind } from '../../server/imports/schema.ts';
import { box, collection, point, polygon, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();

/** What a file is taken for, its rows, and its faults as `line reason column value`. */
async function take(name: string, content: string, asked: { as?: SourceKind; mapping?: Mapping; dated?: string } = {}) {
  const file = await openFile(await scratch.write(name, content), { headerlessForms });
  const { source, columns, because } = chooseSource(file, asked);
  const rows: unknown[] = [];
  const faults: string[] = [];
  for await (const read of readRows(file, source, { columns, fileName: name, dated: asked.dated ?? null })) {
    if (read.row !== null && read.faults.length === 0) rows.push(read.row);
    for (const { reason, column, value } of read.faults)
      faults.push(`${read.record.line} ${reason} ${column ?? ''} ${value ?? ''}`.trim());
  }
  return { kind: source.kind, because, rows, faults };
}

test('the KATO classifier in the layout of the Bureau of National Statistics', async () => {
  const { kind, rows, faults } = await take(
    'kato.csv',
    'te,ab,cd,ef,hij,k,kaz_name,rus_name,nn\n' +
      '110000000,11,00,00,000,0,Ақмола облысы,Акмолинская область,1\n' +
      '113200000,11,32,00,000,2,Ақкөл ауданы,Аккольский район,2\n' +
      '113220100,11,32,20,100,2,Ақкөл а.,с.Акколь,3\n' +
      '11322,11,32,20,100,2,,,4\n',
  );
  expect(kind).toBe('kato');
  expect(rows).toMatchObject([
    { regionCode: '110000000', code: '110000000', level: 'region', typeCode: '0' },
    {
      regionCode: '110000000',
      code: '113200000',
      level: 'district',
      names: { kk: 'Ақкөл ауданы', ru: 'Аккольский район', en: '' },
    },
    { regionCode: '110000000', code: '113220100', level: 'settlement', typeCode: '2' },
  ]);
  expect(faults).toEqual(['5 unnamed rus_name']);
});

test('boundaries know their level by KATO code, or are regions', async () => {
  const { kind, rows } = await take(
    'regions.geojson',
    collection([
      {
        properties: { KATO: '110000000', ADM1_RU: 'Акмолинская', ADM1_EN: 'Akmola' },
        geometry: polygon(box(66, 50, 74, 54)),
      },
      {
        properties: { KATO: '113200000', ADM1_RU: 'Акмолинская', ADM2_RU: 'Аккольский' },
        geometry: polygon(box(70, 51, 72, 53)),
      },
    ]),
  );
  expect(kind).toBe('boundaries');
  expect(rows).toEqual([
    {
      code: '110000000',
      level: 'region',
      regionCode: '110000000',
      names: { kk: '', ru: 'Акмолинская', en: 'Akmola' },
      boundary: { type: 'MultiPolygon', coordinates: [[box(66, 50, 74, 54)]] },
      crosses: false,
    },
    {
      code: '113200000',
      level: 'district',
      regionCode: '110000000',
      names: { kk: '', ru: 'Аккольский', en: '' },
      boundary: { type: 'MultiPolygon', coordinates: [[box(70, 51, 72, 53)]] },
      crosses: false,
    },
  ]);
});

describe('settlements', () => {
  test('in our own form', async () => {
    const { kind, because, rows, faults } = await take(
      'own.csv',
      'code,name,population,population_date,longitude,latitude,region_code\n' +
        '0111,Ақкөл,1 500,01.01.2023,70.9,51.9,11\n' +
        '0112,Каменка,,,71.5,51.5,\n' +
        '0113,Springfield,0,,71.6,51.6,\n',
    );
    expect(kind).toBe('settlements');
    expect(because).toBe(
      'CSV, utf-8, separated by "," with the columns code, name: settlements (CSV, XLSX, GeoJSON points or polygons)',
    );
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        code: '0111',
        regionCode: '11',
        districtCode: null,
        kind: 'other',
        names: { kk: 'Ақкөл', ru: '', en: '' },
        population: 1500,
        populationSource: null,
        populationDate: '2023-01-01',
        longitude: 70.9,
        latitude: 51.9,
      },
      expect.objectContaining({ code: '0112', names: { kk: 'Каменка', ru: 'Каменка', en: '' }, population: null }),
      expect.objectContaining({ code: '0113', names: { kk: '', ru: '', en: 'Springfield' }, population: 0 }),
    ]);
  });

  test('in any other through a mapping, with a decimal comma', async () => {
    const mapping = {
      code: 'КАТО',
      name: 'Наименование',
      population: 'Население',
      longitude: 'Долгота',
      latitude: 'Широта',
    };
    const { kind, rows } = await take(
      'other.csv',
      'КАТО;Наименование;Население;Долгота;Широта\n111;Каменка;1 250;71,5;51,25\n',
      { mapping },
    );
    expect(kind).toBe('settlements');
    expect(rows).toMatchObject([{ code: '111', population: 1250, longitude: 71.5, latitude: 51.25 }]);
  });

  test('with every fault that a row can have', async () => {
    const { faults } = await take(
      'faults.csv',
      [
        'code,name,population,longitude,latitude',
        ',A,1,70,50',
        '2,,1,70,50',
        '3,C,-5,70,50',
        '4,D,99000000,70,50',
        '5,E,many,70,50',
        '6,F,1.5,70,50',
        '7,G,1,0,0',
        '8,H,1,51,171',
        '9,I,1,200,95',
        '10,J,1,,50',
        '11,K,1,7O,50',
        '12,L,1,70,50,51',
        '',
      ].join('\n'),
    );
    expect(faults).toEqual([
      '2 missing code',
      '3 unnamed name',
      '4 negative population -5',
      '5 absurd population 99000000',
      '6 bad-number population many',
      '7 bad-number population 1.5',
      '8 zero-coordinates longitude 0, 0',
      '9 swapped-axes longitude 51, 171',
      '10 bad-coordinates longitude 200, 95',
      '11 missing longitude',
      '12 bad-number longitude 7O',
      '13 misshapen  6 cells, 5 columns',
    ]);
  });
});

test('a GeoNames dump has no header; population 0 is unknown; only inhabited places are taken', async () => {
  const line = (id: string, name: string, featureClass: string, code: string, population: string) =>
    [
      id,
      name,
      name,
      'Aqköl,"Акколь',
      '51.99',
      '70.94',
      featureClass,
      code,
      'KZ',
      '',
      '03',
      '',
      '',
      '',
      population,
      '',
      '300',
      'Asia/Almaty',
      '2020-05-01',
    ].join('\t');
  const { kind, rows } = await take(
    'KZ.txt',
    [
      line('1', 'Akkol', 'P', 'PPLA2', '14000'),
      line('2', 'Kamenka', 'P', 'PPL', '0'),
      line('3', 'Hill', 'T', 'HLL', '0'),
      line('4', 'Gone', 'P', 'PPLQ', '0'),
      '',
    ].join('\n'),
  );
  expect(kind).toBe('geonames');
  expect(rows).toMatchObject([
    {
      code: 'geonames-1',
      kind: 'town',
      population: 14_000,
      populationDate: '2020-05-01',
      longitude: 70.94,
      latitude: 51.99,
    },
    { code: 'geonames-2', kind: 'village', population: null, populationDate: null },
  ]);
});

test('OpenStreetMap places: those without the tag name are faults, what is no place is left out', async () => {
  const properties = (osm_id: number, name: string | null, place: string, population: string | null = null) => ({
    osm_id,
    name,
    'name:kk': 'Ауыл',
    place,
    population,
  });
  const { kind, rows, faults } = await take(
    'osm.geojson',
    collection([
      { properties: properties(1, 'Каменка', 'village', '300'), geometry: point(71, 51) },
      { properties: properties(2, null, 'hamlet'), geometry: point(71, 51) },
      { properties: properties(3, 'Жайлау', 'isolated_dwelling'), geometry: point(71, 51) },
      { properties: properties(4, 'Область', 'state'), geometry: point(71, 51) },
    ]),
  );
  expect(kind).toBe('openstreetmap');
  expect(rows).toMatchObject([
    { code: 'osm-1', kind: 'village', population: 300, names: { kk: 'Ауыл', ru: 'Каменка', en: '' } },
    { code: 'osm-3', kind: 'other', population: null },
  ]);
  expect(faults).toEqual(['3 unnamed name']);
});

test('coverage polygons, with rings at fault', async () => {
  const claim = { operator: 'Кселл', technology: 'LTE', download: 20, upload: '5', date: '2026-01-31' };
  const { kind, rows, faults } = await take(
    'coverage.geojson',
    collection([
      { properties: claim, geometry: polygon(box(70, 50, 71, 51)) },
      { properties: claim, geometry: polygon(box(70, 50, 71, 51).slice(0, 4)) },
      {
        properties: claim,
        geometry: polygon([
          [70, 50],
          [71, 51],
          [71, 50],
          [70, 51],
          [70, 50],
        ]),
      },
      {
        properties: claim,
        geometry: polygon([
          [50, 170],
          [51, 170],
          [51, 171],
          [50, 170],
        ]),
      },
      {
        properties: claim,
        geometry: polygon([
          [70, 50],
          [71, 51],
          [70, 50],
        ]),
      },
      { properties: { ...claim, technology: 'телеграф' }, geometry: polygon(box(70, 50, 71, 51)) },
      { properties: { ...claim, download: -1, date: 'soon' }, geometry: polygon(box(70, 50, 71, 51)) },
      { properties: claim, geometry: point(70, 50) },
      { properties: claim, geometry: null },
      {
        properties: claim,
        geometry: polygon([
          ['a', 50],
          [71, 51],
          [71, 50],
          ['a', 50],
        ] as never),
      },
    ]),
  );
  expect(kind).toBe('coverage');
  expect(rows).toEqual([
    {
      kind: 'claim', operator: 'Кселл', technology: '4g', download: 20, upload: 5, latency: null, tests: null, devices: null,
      observedOn: '2026-01-31', identity: null, where: { type: 'area', geometry: polygon(box(70, 50, 71, 51)) },
    },
  ]); // prettier-ignore
  expect(faults).toEqual([
    '3 unclosed-ring  70, 50 … 70, 51',
    '4 self-crossing  70.5, 50.5',
    '5 swapped-axes  50, 170',
    '6 short-ring  3',
    '7 unknown-technology technology телеграф',
    '8 negative download -1',
    '8 bad-date date soon',
    '9 wrong-geometry  Point',
    '10 no-geometry',
    '11 bad-coordinates  a, 50',
  ]);
});

test('a register names settlements; a file of populations has no operator', async () => {
  const register = await take(
    'register.csv',
    'kato,operator,technology,speed,date_of_connection\n113220100,KT,GPON,100,05.06.2025\n',
  );
  expect(register.kind).toBe('register');
  expect(register.rows).toMatchObject([
    {
      kind: 'register',
      operator: 'KT',
      technology: 'fibre',
      download: 100,
      observedOn: '2025-06-05',
      where: { type: 'settlement', code: '113220100' },
    },
  ]);
  const populations = await take('people.csv', 'code,population\n113220100,300\n2,\n', { dated: '2023-01-01' });
  expect(populations.kind).toBe('populations');
  expect(populations.rows).toEqual([{ code: '113220100', population: 300, date: '2023-01-01', source: null }]);
  expect(populations.faults).toEqual(['3 missing population']);
});

test('Ookla tiles are measured at their centre, kbit/s become Mbit/s, the date stands in the name of the file', async () => {
  const { kind, rows, faults } = await take(
    '2024-01-01_performance_mobile_tiles.csv',
    'quadkey,tile,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices\n' +
      '1213021231003231,"POLYGON((1 1, 2 2, 1 2, 1 1))",12500,2500,31,14,6\n' +
      '9999,,1,1,1,1,1\n',
  );
  expect(kind).toBe('ookla');
  expect(rows).toEqual([
    {
      kind: 'measurement', operator: null, technology: null, download: 12.5, upload: 2.5, latency: 31, tests: 14, devices: 6,
      observedOn: '2024-01-01', identity: '1213021231003231', where: { type: 'point', longitude: 71.430359, latitude: 51.129384 },
    },
  ]); // prettier-ignore
  expect(faults).toEqual(['3 bad-code quadkey 9999']);
});

test('OpenCelliD cells are circles of their range, claims without speed', async () => {
  const { kind, rows, faults } = await take(
    '401.csv',
    'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal\n' +
      'LTE,401,1,10,20,0,71.43,51.13,1500,7,1,1369925573,1700000000,0\n' +
      'WIFI,401,1,10,21,0,71.43,51.13,0,7,1,1369925573,1700000000,0\n',
  );
  expect(kind).toBe('opencellid');
  expect(rows).toMatchObject([
    {
      operator: '401-01',
      technology: '4g',
      download: null,
      observedOn: '2023-11-14',
      where: { type: 'circle', longitude: 71.43, latitude: 51.13, radius: 1500 },
    },
  ]);
  expect(faults).toEqual(['3 unknown-technology radio WIFI', '3 absurd range 0']);
});

test('M-Lab tests are placed as coarsely as they say', async () => {
  const { kind, rows, faults } = await take(
    'unified_downloads.csv',
    'id,date,a.MeanThroughputMbps,a.MinRTT,a.LossRate,client.Geo.Latitude,client.Geo.Longitude,client.Geo.AccuracyRadiusKm\n' +
      't1,2024-01-01,5.5,60,0,51,71,200\nt2,2024-01-02,8,40,0,51,71,\nt3,2024-01-02,8,40,0,95,71,5\n',
  );
  expect(kind).toBe('mlab');
  expect(rows).toMatchObject([
    {
      kind: 'measurement',
      download: 5.5,
      upload: null,
      latency: 60,
      tests: 1,
      devices: 1,
      sampling: { summary: null, spread: null, accuracy: 200_000 },
      observedOn: '2024-01-01',
      identity: 't1',
      where: { type: 'point', longitude: 71, latitude: 51 },
    },
    { sampling: { accuracy: 100_000 } },
  ]);
  expect(faults).toEqual(['4 swapped-axes client.Geo.Longitude 71, 95']);
});

test('speed tests, one a row or several with what their speeds are', async () => {
  const { kind, rows, faults } = await take(
    'tests.csv',
    'id,longitude,latitude,operator,technology,download,upload,latency,tests,devices,date,summary,spread\n' +
      '7,71,51,North,4g,12.5,3,40,,,2026-10-01,,\n8,71,51,North,4g,20,5,30,40,12,2026-10-02,median,0.6\n' +
      '9,71,51,North,4g,20,5,30,40,12,2026-10-02,typical,\n10,71,51,North,4g,,5,30,,,2026-10-02,,\n',
  );
  expect(kind).toBe('speed-tests');
  expect(rows).toEqual([
    {
      kind: 'measurement',
      operator: 'North',
      technology: '4g',
      download: 12.5,
      upload: 3,
      latency: 40,
      tests: 1,
      devices: 1,
      observedOn: '2026-10-01',
      identity: '7',
      where: { type: 'point', longitude: 71, latitude: 51 },
    },
    expect.objectContaining({
      tests: 40,
      devices: 12,
      sampling: { summary: 'median', spread: 0.6, accuracy: null },
    }),
  ]);
  expect(faults).toEqual(['4 bad-code summary typical', '5 missing download']);
});

test('settlements as polygons have a point inside', async () => {
  const horseshoe = [[70, 50], [70.3, 50], [70.3, 50.3], [70.2, 50.3], [70.2, 50.1], [70.1, 50.1], [70.1, 50.3], [70, 50.3], [70, 50]]; // prettier-ignore
  const { kind, rows } = await take(
    'villages.geojson',
    collection([
      { properties: { code: 'a', name: 'Aa', population: 400 }, geometry: polygon(horseshoe) },
      { properties: { code: 'b', name: 'Bb', population: 300 }, geometry: point(71, 51) },
    ]),
  );
  expect(kind).toBe('settlements');
  expect(rows).toMatchObject([
    {
      code: 'a',
      longitude: expect.closeTo(70.05, 6),
      latitude: expect.closeTo(50.15, 6),
      area: { type: 'MultiPolygon', coordinates: [[horseshoe]] },
    },
    { code: 'b', longitude: 71, latitude: 51 },
  ]);
});

test('a file of nothing that is known says which columns each kind needs', async () => {
  await expect(take('odd.csv', 'a,b\n1,2\n')).rejects.toThrow(
    /not those of a known file: a, b\..*register needs code, operator or technology or download.*--as.*--mapping/,
  );
});

describe('the id of evidence', () => {
  const row: EvidenceRow = {
    kind: 'claim', operator: 'KT', identity: null, technology: 'fibre', download: 100, upload: 50, latency: null, tests: null,
    devices: null, observedOn: '2026-01-01', where: { type: 'settlement', code: '1' },
  }; // prettier-ignore

  test('is the same for the same row, whatever code its operator has', () => {
    expect(toEvidence(row, 'kt').id).toBe('d4eee968-4a32-8119-813b-9b394c134873');
    expect(toEvidence(row, 'other').id).toBe(toEvidence(row, 'kt').id);
  });

  test('is another for a row that says something else', () => {
    expect(toEvidence({ ...row, download: 99 }, 'kt').id).not.toBe(toEvidence(row, 'kt').id);
  });
});
