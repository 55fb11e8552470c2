import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { box, collection, polygon, scratchFolder } from '../geodata/scratch.ts';
import { run } from '../process.ts';

const scratch = scratchFolder();
const claim = { operator: 'Кселл', technology: 'fibre', download: 200, upload: 100, latency: 10, date: '2026-06-01' };
let settlements = '';
let claims = '';
beforeAll(async () => {
  settlements = await scratch.write(
    'settlements.csv',
    'code,name,population,longitude,latitude\n01,"Ақкөл, ауыл",300,71,51\n02,Каменка,251,73,51\n03,Берёзовка,250,73,-51\n04,Сосновка,,73.5,51\n',
  );
  claims = await scratch.write(
    'claims.geojson',
    collection([{ properties: claim, geometry: polygon(box(70, 50, 71, 51)) }]),
  );
});

/** Runs the command to its end: the exit code, and all that it printed. */
async function assess(...parameters: string[]) {
  const { ended, output } = run(['assess', ...parameters, '--as-of', '2026-11-22']);
  return { code: await ended, printed: output() };
}

test('settlements are flagged from two files, without a database', async () => {
  const out = scratch.path('flags.csv');
  const { code, printed } = await assess('--settlements', settlements, '--coverage', claims, '--out', out);
  expect(code).toBe(0);
  expect(printed).toContain(`4 settlements, 1 flagged: ${out}\n`);
  const rows = parse(await readFile(out), { columns: true, bom: true }) as Record<string, string>[];
  expect(rows[0]).toEqual({
    code: '01', name: 'Ақкөл, ауыл', population: '300', longitude: '71', latitude: '51', status: 'served', flagged: 'false',
    confidence: 'medium', best_service: 'fibre, 200/100 Mbit/s, by ksell (claim)', best_operator: 'ksell',
    best_technology: 'fibre', best_download_mbps: '200', best_upload_mbps: '100', best_latency_ms: '10',
    reason: 'A claim meets the threshold, and no measurement contradicts it.', reason_code: 'claim-meets', missing: 'measurement',
  }); // prettier-ignore
  expect(rows.map((row) => [row.code, row.population, row.latitude, row.status, row.flagged])).toEqual([
    ['01', '300', '51', 'served', 'false'],
    ['02', '251', '51', 'unknown', 'true'],
    ['03', '250', '-51', 'unknown', 'false'],
    ['04', '', '51', 'unknown', 'false'],
  ]);
});

test('as GeoJSON, with another threshold, profile and a register beside', async () => {
  const out = scratch.path('flags.geojson');
  const register = await scratch.write(
    'register.csv',
    'code;operator;technology;download;upload;date\n02;KT;GPON;120,5;60;01.02.2026\n',
  );
  const files = ['--settlements', settlements, '--coverage', claims, register];
  const { code } = await assess(...files, '--threshold', '249', '--profile', 'eu-100', '--out', out);
  expect(code).toBe(0);
  const { features } = JSON.parse(await readFile(out, 'utf8'));
  expect(features).toHaveLength(4);
  expect(features[1]).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [73, 51] },
    properties: {
      code: '02',
      status: 'served',
      flagged: false,
      best_service: 'fibre, 120.5/60 Mbit/s, by kt (register)',
    },
  });
  expect(features[2].properties).toMatchObject({ population: 250, flagged: true, reason_code: 'no-evidence' });
});

test('rejected rows are told and make the exit code 3', async () => {
  const crossing = [[70, 50], [71, 51], [71, 50], [70, 51], [70, 50]]; // prettier-ignore
  const bad = await scratch.write('bad.geojson', collection([{ properties: claim, geometry: polygon(crossing) }]));
  const out = scratch.path('bad.csv');
  const { code, printed } = await assess('--settlements', settlements, '--coverage', bad, '--out', out);
  expect(code).toBe(3);
  expect(printed).toContain(`${bad}, line 2, rejected: "70.5, 50.5": the boundary crosses or touches itself`);
  expect(printed).toContain('1 rows were rejected.');
  expect(existsSync(out)).toBe(true);
});

test.each([
  ['a file that is cut short', 'cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Fea', /cut short/],
  ['a file of another kind', 'people.csv', 'code,population\n1,2\n', /taken for populations.*evidence are needed here/],
])('%s is refused: the exit code is 1 and nothing is written', async (_what, name, content, message) => {
  const out = scratch.path('refused.csv');
  const bad = await scratch.write(name, content);
  const { code, printed } = await assess('--settlements', settlements, '--coverage', bad, '--out', out);
  expect(code).toBe(1);
  expect(printed).toMatch(message);
  expect((await readdir(dirname(out))).filter((file) => file.startsWith('refused'))).toEqual([]);
});

test.each([
  ['a form that is not known', ['--settlements', 'a', '--coverage', 'b', '--out', 'c.pdf']],
  ['a profile that is not known', ['--settlements', 'a', '--coverage', 'b', '--out', 'c.csv', '--profile', 'none']],
  ['a threshold that is no number', ['--settlements', 'a', '--coverage', 'b', '--out', 'c.csv', '--threshold', 'many']],
])('%s: the exit code is 2', async (_what, parameters) => expect((await assess(...parameters)).code).toBe(2));
