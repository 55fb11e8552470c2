import { warningInWords } from '../../geodata/checks/warnings.ts';
import { gzipSync } from 'node:zlib';
import { truncate } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';
import { openFile } from '../../geodata/files/open.ts';
import type { FileRecord } from '../../geodata/files/record.ts';
import { box, collection, point, polygon, scratchFolder, zipOf } from './scratch.ts';

const scratch = scratchFolder();

async function read(path: string): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for await (const record of (await openFile(path)).records()) records.push(record);
  return records;
}

describe('tables of text', () => {
  const text = 'code,name\n111,Ақкөл\n112,"Екі\nжол"\n\n113,Үш\n';

  test.each([
    ['utf-8', text],
    ['utf-8', `\ufeff${text}`],
    ['utf-16le', `\ufeff${text}`],
    ['utf-16be', `\ufeff${text}`],
    ['utf-16le', text],
  ])('in %s give the same rows, each with the line on which it begins', async (encoding, content) => {
    const path = await scratch.write('encoded.csv', content, encoding);
    expect((await openFile(path)).description).toBe(`CSV, ${encoding}, separated by ","`);
    expect(await read(path)).toEqual([
      { line: 2, cells: { code: '111', name: 'Ақкөл' } },
      { line: 3, cells: { code: '112', name: 'Екі\nжол' } },
      { line: 6, cells: { code: '113', name: 'Үш' } },
    ]);
  });

  test('in Windows-1251, with semicolons and a decimal comma', async () => {
    const path = await scratch.write(
      '1251.csv',
      'Код;Название;Широта\n1;Село Берёзовка;51,5\n2;Каменка;50,25\n',
      'windows-1251',
    );
    const file = await openFile(path);
    expect(file.description).toBe('CSV, windows-1251, separated by ";", decimal comma');
    expect(file.sample[0].cells).toEqual({ Код: '1', Название: 'Село Берёзовка', Широта: '51,5' });
  });

  test('whose first foreign letter stands in the last line', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},name`);
    const path = await scratch.write(
      'late.csv',
      `code,name\n${rows.join('\n')}\n30000,Берёзовка Каменка Сосновка\n`,
      'windows-1251',
    );
    const records = await read(path);
    expect(records.at(-1)).toEqual({ line: 30_002, cells: { code: '30000', name: 'Берёзовка Каменка Сосновка' } });
  });

  test('with a row of too many cells: the row is told of, the others stand', async () => {
    const path = await scratch.write('shifted.csv', 'code,name\n1,a\n2,b,c\n3,d\n');
    expect((await read(path)).map(({ misshapen }) => misshapen)).toEqual([undefined, '3 cells, 2 columns', undefined]);
  });

  test.each([
    ['an unclosed quote', 'code,name\n1,a\n2,"b\n3,c\n', /line 3: a quoted cell that begins here is never closed/],
    [
      'a row cut off',
      'code,name,population\n1,a,5\n2,b',
      /line 3: the file ends in the middle of this row \(2 of 3 cells\)/,
    ],
    ['a header that names a column twice', 'code,name,code\n1,a,5\n', /the column code twice/],
  ])('are refused for %s', async (_what, content, message) => {
    await expect(read(await scratch.write('cut.csv', content))).rejects.toThrow(message);
  });

  test('in a gzip or a zip are read as if they were plain', async () => {
    const rows = [{ line: 2, cells: { code: '1', name: 'a' } }];
    expect(await read(await scratch.write('packed.csv', gzipSync('code,name\n1,a\n')))).toEqual(rows);
    expect(
      await read(await scratch.write('packed.zip', await zipOf({ 'readme.txt': 'x', 'KZ.csv': 'code,name\n1,a\n' }))),
    ).toEqual(rows);
  });
});

describe('GeoJSON', () => {
  const place = { properties: { name: 'A "quoted" {brace}' }, geometry: point(71.5, 51.25) };

  test('is read a feature at a time, each with its line', async () => {
    const path = await scratch.write('plain.geojson', collection([place, { properties: {}, geometry: null }]));
    expect(await read(path)).toEqual([
      { line: 2, cells: { name: 'A "quoted" {brace}' }, geometry: point(71.5, 51.25) },
      { line: 3, cells: {}, geometry: null },
    ]);
  });

  test('is the same whatever the chunks that it comes in', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      properties: { at, name: 'көше\\"[{' },
      geometry: point(at / 1000, 50),
    }));
    const records = await read(await scratch.write('many.geojson', collection(many)));
    expect(records).toHaveLength(20_000);
    expect(records[19_999]).toEqual({
      line: 20_001,
      cells: { at: 19_999, name: 'көше\\"[{' },
      geometry: point(19.999, 50),
    });
  });

  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', [71.5, 51.25], [71.5, 51.25]],
    ['EPSG:4326', [71.5, 51.25], [71.5, 51.25]],
    ['urn:ogc:def:crs:EPSG::3857', [7959343.591719061, 6665635.539174075], [71.5, 51.25]],
    ['EPSG:32642', [674467.6581657797, 5680595.743580703], [71.5, 51.25]],
    ['EPSG:28412', [12674601.7093312, 5682923.095388428], [71.5, 51.25]],
  ])('in %s gives longitude and latitude', async (name, given, expected) => {
    const crs = `"crs":{"type":"name","properties":{"name":"${name}"}},`;
    const [record] = await read(
      await scratch.write('crs.geojson', collection([{ properties: {}, geometry: point(...given) }], crs)),
    );
    const { coordinates } = record.geometry as { coordinates: number[] } & typeof record.geometry;
    expect(coordinates[0]).toBeCloseTo(expected[0], 3);
    expect(coordinates[1]).toBeCloseTo(expected[1], 3);
  });

  test.each([
    [
      'a system that is not known',
      collection([place], '"crs":{"type":"name","properties":{"name":"EPSG:999999"}},'),
      /EPSG:999999 is not known here\. Save the file in EPSG:4326/,
    ],
    [
      'its end missing',
      collection([place, place]).slice(0, -20),
      /line 3: the file ends in the middle of what begins on line 3: it is cut short/,
    ],
    ['its last bracket missing', collection([place]).trimEnd().slice(0, -1), /cut short/],
    ['broken JSON', '{"type":"FeatureCollection","features":[\n{"type":"Feature",,}]}', /line 2: not valid JSON/],
    ['being a Feature alone', '{"type":"Feature","properties":{},"geometry":null}', /not a "FeatureCollection"/],
  ])('is refused for %s', async (_what, content, message) => {
    await expect(read(await scratch.write('bad.geojson', content))).rejects.toThrow(message);
  });
});

describe('workbooks', () => {
  const rows = [
    [{ value: 'code' }, { value: 'name' }, { value: 'date' }],
    [
      { value: '0111' },
      { value: 'Ақкөл' },
      { value: new Date('2026-01-31T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
    ],
  ];

  test('are known by their content, named .csv as they may be', async () => {
    const path = scratch.path('really-xlsx.csv');
    await writeXlsxFile(rows as never).toFile(path);
    const file = await openFile(path);
    expect(file.warnings.map(warningInWords)).toEqual([
      'The file is named .csv but is an .xlsx workbook: it was read as one.',
    ]);
    expect(await read(path)).toEqual([{ line: 2, cells: { code: '0111', name: 'Ақкөл', date: '2026-01-31' } }]);
  });

  test('are refused when cut short', async () => {
    const path = scratch.path('cut.xlsx');
    await writeXlsxFile(rows as never).toFile(path);
    await truncate(path, 1500);
    await expect(openFile(path)).rejects.toThrow(/The archive is broken or cut short/);
  });
});

describe('archives that are bombs', () => {
  test('by their ratio are refused before they are inflated', async () => {
    const path = await scratch.write('bomb.zip', await zipOf({ 'a.csv': Buffer.alloc(64 * 1024 * 1024, 'a') }));
    await expect(openFile(path)).rejects.toThrow(
      /a\.csv inflates 64 MB from \d+ bytes, more than 200 times: it looks like a zip bomb/,
    );
  });

  test('by the size that they declare', async () => {
    const bomb = await zipOf({ 'a.csv': 'code\n1\n', 'b.csv': 'code\n1\n' });
    const directory = Buffer.from('PK\x01\x02', 'latin1');
    for (let at = bomb.indexOf(directory); at >= 0; at = bomb.indexOf(directory, at + 1))
      bomb.writeUInt32LE(0xfffffff0, at + 24);
    await expect(openFile(await scratch.write('declared.zip', bomb))).rejects.toThrow(
      /declares 8192 MB inflated; at most 4096 MB are read/,
    );
  });

  test('by declaring less than comes out', async () => {
    const bomb = await zipOf({ 'a.csv': `code\n${'1\n'.repeat(100_000)}` });
    const directory = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(100, directory + 24);
    await expect(openFile(await scratch.write('lying.zip', bomb))).rejects.toThrow(/too many bytes|cut short/);
  });

  test('by their number of entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${at}.csv`, 'x']));
    await expect(openFile(await scratch.write('many.zip', await zipOf(entries)))).rejects.toThrow(
      /1001 entries; at most 1000/,
    );
  });

  test('in gzip, while they come out', async () => {
    const path = await scratch.write('bomb.csv.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a')));
    await expect(openFile(path)).rejects.toThrow(/looks like a zip bomb/);
  });
});

test.each([
  ['nothing', Buffer.alloc(0), /The file is empty/],
  ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old \.xls form/],
  ['a GeoPackage', Buffer.from('SQLite format 3\0'), /GeoPackage/],
  ['a Parquet file', Buffer.from('PAR1....'), /Parquet/],
  ['a bare .shp', Buffer.from([0, 0, 0x27, 0x0a, 0, 0]), /into one zip/],
  ['bytes without meaning', Buffer.from([1, 0, 0, 2, 3, 0, 0, 0, 5]), /binary file/],
  ['a gzip cut short', gzipSync(Buffer.from('code,name\n'.repeat(5000))).subarray(0, 40), /broken or cut short/],
])('%s is refused with what to do', async (_what, bytes, message) => {
  await expect(openFile(await scratch.write('odd.csv', bytes))).rejects.toThrow(message);
});

test('a polygon of GeoJSON loses nothing on its way', async () => {
  const area = polygon(box(70, 50, 72, 52), box(70.5, 50.5, 71, 51));
  const [record] = await read(await scratch.write('area.geojson', collection([{ properties: {}, geometry: area }])));
  expect(record.geometry).toEqual(area);
});
