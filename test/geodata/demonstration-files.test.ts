import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClaims } from '../../geodata/demonstration/claims.ts';
import { generateCountry } from '../../geodata/demonstration/country.ts';
import { lastQuarter } from '../../geodata/demonstration/evidence-files.ts';
import { trueServices } from '../../geodata/demonstration/services.ts';
import { writeDemonstration } from '../../geodata/demonstration/write.ts';

let directory: string;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demonstration-files-'));
  files = await written('first', { asOf: '2026-11-22' });
});

afterAll(() => rm(directory, { recursive: true }));

async function written(name: string, options: Parameters<typeof writeDemonstration>[1]): Promise<Map<string, string>> {
  const folder = join(directory, name);
  await writeDemonstration(folder, options);
  const contents = new Map<string, string>();
  for (const file of (await readdir(folder)).toSorted()) contents.set(file, await readFile(join(folder, file), 'utf8'));
  return contents;
}

const withoutDates = (text?: string) => text?.replace(/\d{4}-\d{2}-\d{2}/g, 'date');

test('the same seed and date give the same files, to the byte, on every machine', () => {
  expect([...files.keys()]).toEqual([
    '2026-07-01_performance_mobile_tiles.csv',
    'README.txt',
    'cell_towers.csv',
    'coverage.geojson',
    'districts.geojson',
    'kato.csv',
    'network_nodes.csv',
    'networks.json',
    'regions.geojson',
    'register.csv',
    'settlements.csv',
  ]);
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
  expect(hash).toBe('f860fd2aac64ea50d5faa2a6f706f1fff34f6878adaf92dfe47acc873917104f');
});

test('another date moves the dates of evidence and nothing else', async () => {
  const later = await written('later', { asOf: '2028-02-29' });
  expect(later.get('regions.geojson')).toBe(files.get('regions.geojson'));
  expect(later.get('kato.csv')).toBe(files.get('kato.csv'));
  expect(withoutDates(later.get('register.csv'))).toBe(withoutDates(files.get('register.csv')));
  expect(withoutDates(later.get('coverage.geojson'))).toBe(withoutDates(files.get('coverage.geojson')));
  expect(later.get('2027-10-01_performance_mobile_tiles.csv')).toBe(
    files.get('2026-07-01_performance_mobile_tiles.csv'),
  );
});

test('the columns are those in which such files are published', () => {
  const header = (name: string) => files.get(name)!.split('\r\n', 1)[0];
  expect(header('kato.csv')).toBe('te,ab,cd,ef,hij,k,kaz_name,rus_name,nn');
  expect(header('register.csv')).toBe('code,operator,technology,download,upload,date');
  expect(header('2026-07-01_performance_mobile_tiles.csv')).toBe(
    'quadkey,tile,avg_d_kbps,avg_u_kbps,avg_lat_ms,avg_lat_down_ms,avg_lat_up_ms,tests,devices,tile_x,tile_y',
  );
  expect(header('cell_towers.csv')).toBe(
    'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal,operator',
  );
  const [claim] = JSON.parse(files.get('coverage.geojson')!).features;
  expect(Object.keys(claim.properties)).toEqual(['operator', 'technology', 'download', 'upload', 'latency', 'date']);
});

test.each([
  ['2026-11-22', '2026-07-01'],
  ['2026-10-01', '2026-07-01'],
  ['2027-02-03', '2026-10-01'],
])('speed tests as of %s are of the quarter from %s', (asOf, quarter) => {
  expect(lastQuarter(asOf)).toBe(quarter);
});

test('a larger country has as many claims as are asked for', () => {
  const country = generateCountry({ settlements: 20_000 });
  const claims = generateClaims(country, trueServices(country), 4_000);
  expect(claims).toHaveLength(4_000);
  for (const { area } of claims) expect(area.coordinates[0].length).toBeGreaterThanOrEqual(15);
});
