import { warningInWords } from '../../geodata/checks/warnings.ts';
import { openFile } from '../../geodata/files/open.ts';
import { chooseSource } from '../../geodata/sources/choose.ts';
import { readRows } from '../../geodata/sources/read.ts';
import iconv from 'iconv-lite';
import { box, scratchFolder, zipOf } from './scratch.ts';

const scratch = scratchFolder();

/** A .shp of polygons with one ring each, after the ESRI description of 1998. */
function shpOf(rings: number[][][]): Buffer {
  const records = rings.map((ring, at) => {
    const content = Buffer.alloc(48 + ring.length * 16);
    content.writeInt32LE(5, 0);
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((side, place) =>
      content.writeDoubleLE(side, 4 + place * 8),
    );
    content.writeInt32LE(1, 36);
    content.writeInt32LE(ring.length, 40);
    ring.flat().forEach((number, place) => content.writeDoubleLE(number, 48 + place * 8));
    const head = Buffer.alloc(8);
    head.writeInt32BE(at + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([head, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

/** A .dbf of text columns, in one encoding. */
function dbfOf(columns: string[], rows: string[][], encoding: string, codePage = 0): Buffer {
  const width = 40;
  const header = Buffer.alloc(32 + columns.length * 32 + 1);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + columns.length * width, 10);
  header.writeUInt8(codePage, 29);
  columns.forEach((column, at) => {
    header.write(column, 32 + at * 32, 'latin1');
    header.write('C', 32 + at * 32 + 11, 'latin1');
    header.writeUInt8(width, 32 + at * 32 + 16);
  });
  header.writeUInt8(0x0d, header.length - 1);
  const cell = (text: string) =>
    Buffer.concat([iconv.encode(text, encoding), Buffer.alloc(width, ' ')]).subarray(0, width);
  return Buffer.concat([header, ...rows.flatMap((row) => [Buffer.from(' '), ...row.map(cell)]), Buffer.from([0x1a])]);
}

const clockwise = (ring: number[][]) => ring.toReversed();
const shp = shpOf([clockwise(box(70, 50, 71, 51))]);
const columns = ['operator', 'technology', 'download'];
const dbf = (encoding: string, codePage = 0) => dbfOf(columns, [['Казахтелеком', 'FTTH', '100']], encoding, codePage);
const geographic =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const mercator = `PROJCS["WGS 84 / Pseudo-Mercator",${geographic},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs"]]`;

async function claimOf(entries: Record<string, string | Uint8Array>) {
  const file = await openFile(await scratch.write('coverage.zip', await zipOf(entries)));
  const { source, columns: found } = chooseSource(file);
  for await (const { row } of readRows(file, source, { columns: found, fileName: 'coverage.zip', dated: null }))
    return { kind: source.kind, row: row as Record<string, unknown>, warnings: file.warnings.map(warningInWords) };
  throw new Error('The file has no rows.');
}

test.each([
  ['UTF-8 by its .cpg', { 'a/claim.dbf': dbf('utf-8'), 'a/claim.cpg': 'UTF-8' }],
  ['Windows-1251 by its .cpg', { 'a/claim.dbf': dbf('windows-1251'), 'a/claim.cpg': '1251' }],
  ['Windows-1251 by the byte of its .dbf', { 'a/claim.dbf': dbf('windows-1251', 0xc9) }],
])('a zipped Shapefile is coverage, its text in %s', async (_what, parts) => {
  const { kind, row } = await claimOf({ 'a/claim.shp': shp, 'a/claim.prj': geographic, ...parts });
  expect(kind).toBe('coverage');
  expect(row).toMatchObject({ kind: 'claim', operator: 'Казахтелеком', technology: 'fibre', download: 100 });
  expect(row.where).toEqual({
    type: 'area',
    geometry: { type: 'Polygon', coordinates: [clockwise(box(70, 50, 71, 51))] },
  });
});

test('its .prj is honoured', async () => {
  const metres = shpOf([clockwise(box(7_792_364.355529, 6_446_275.841017, 7_903_683.846322, 6_621_293.72274))]);
  const { row } = await claimOf({ 'claim.shp': metres, 'claim.dbf': dbf('utf-8'), 'claim.prj': mercator });
  const { geometry } = row.where as { geometry: { coordinates: number[][][] } };
  const rounded = geometry.coordinates[0].map((position) => position.map((degrees) => Math.round(degrees * 1e6) / 1e6));
  expect(rounded).toEqual(clockwise(box(70, 50, 71, 51)));
});

test('without a .prj it is taken for longitude and latitude, and that is said', async () => {
  const { warnings } = await claimOf({ 'claim.shp': shp, 'claim.dbf': dbf('utf-8') });
  expect(warnings).toEqual(['The Shapefile has no .prj: its coordinates are taken for longitude and latitude.']);
});

test.each([
  ['a .shp cut short', { 'claim.shp': shp.subarray(0, -20), 'claim.dbf': dbf('utf-8') }, /The \.shp is cut short/],
  ['a .dbf cut short', { 'claim.shp': shp, 'claim.dbf': dbf('utf-8').subarray(0, -20) }, /The \.dbf is cut short/],
  ['no .dbf', { 'claim.shp': shp }, /no claim\.dbf: the attributes/],
  ['two Shapefiles', { 'a.shp': shp, 'b.shp': shp }, /2 Shapefiles \(a\.shp, b\.shp\)/],
  [
    'a .prj that is not known',
    { 'claim.shp': shp, 'claim.dbf': dbf('utf-8'), 'claim.prj': 'LOCAL_CS["ours"]' },
    /LOCAL_CS\["ours"\] is not known here/,
  ],
])('it is refused for %s', async (_what, entries, message) => {
  await expect(claimOf(entries as unknown as Record<string, Uint8Array>)).rejects.toThrow(message);
});
