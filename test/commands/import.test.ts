import { readFile } from 'node:fs/promises';
import { migratedDatabase, type OwnDatabase } from '../database.ts';
import { box, collection, polygon, scratchFolder } from '../geodata/scratch.ts';
import { run } from '../process.ts';

const scratch = scratchFolder();
let own: OwnDatabase;
let settings: Record<string, string> = {};
let regions = '';
beforeAll(async () => {
  own = await migratedDatabase(scratch.path('data'));
  settings = { ...own.settings };
  regions = await scratch.write(
    'regions.geojson',
    collection([{ properties: { code: 'west', name_en: 'West' }, geometry: polygon(box(70, 50, 72, 52)) }]),
  );
});
afterAll(() => own.drop());

/** Runs the command to its end: the exit code, and all that it printed. */
async function load(...parameters: string[]) {
  const { ended, output } = run(['import', ...parameters], settings);
  return { code: await ended, printed: output() };
}

const header = 'Код;Название;Население;Долгота;Широта\n';
const names = { code: 'Код', name: 'Название', population: 'Население', longitude: 'Долгота', latitude: 'Широта' };

test('files are loaded in order; rejected rows are told, written, and make the exit code 3', async () => {
  const villages = await scratch.write(
    'villages.csv',
    `${header}1;Каменка;300;71,5;51\n2;Сосновка;-5;71;51\n`,
    'windows-1251',
  );
  const mapping = await scratch.write('mapping.json', JSON.stringify(names));

  const first = await load(regions);
  expect(first.code).toBe(0);
  expect(first.printed).toContain(
    'regions.geojson: taken for boundaries (GeoJSON, utf-8 with the columns code: boundaries of regions or districts (GeoJSON, Shapefile))\n' +
      '  1 rows: 1 added\n',
  );
  expect(first.printed).toContain('regions.geojson: writing\n');

  const rejects = scratch.path('rejects.csv');
  const second = await load(villages, '--mapping', mapping, '--rejects', rejects);
  expect(second.code).toBe(3);
  expect(second.printed).toContain(
    'villages.csv: taken for settlements (CSV, windows-1251, separated by ";", decimal comma with the columns Код, Название: settlements (CSV, XLSX, GeoJSON points or polygons))\n' +
      '  2 rows: 1 added, 1 rejected\n' +
      '  1 × negative\n' +
      '    line 3: Население "-5": negative\n',
  );
  expect(await readFile(rejects, 'utf8')).toBe(
    '\ufeffКод;Название;Население;Долгота;Широта;rejected_line;rejected_column;rejected_value;rejected_reason\r\n' +
      '2;Сосновка;-5;71;51;3;Население;-5;negative\r\n',
  );
});

test('a load that is killed leaves nothing of itself, and can be done again', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `k${at},Place,1,${70.5 + at / 100_000},51\n`);
  const many = await scratch.write('many.csv', `code,name,population,longitude,latitude\n${rows.join('')}`);
  const { child, ended } = run(['import', many], settings);
  child.stderr!.on('data', (part: Buffer) => {
    if (part.toString().includes('many.csv: writing')) child.kill('SIGKILL');
  });
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  const { code, printed } = await load(many, '--dry-run');
  expect(code).toBe(0);
  expect(printed).toContain('  dry run, nothing was written: 20000 rows: 20000 added\n');
});

test('a refused file makes the exit code 1', async () => {
  const cut = await scratch.write('cut.csv', 'code,name,longitude,latitude\n1,"A,71,51\n');
  const { code, printed } = await load(cut);
  expect(code).toBe(1);
  expect(printed).toContain(
    `${cut} was refused, and nothing of it was loaded: line 2: a quoted cell that begins here is never closed`,
  );
});

test.each([
  ['a kind that is not known', ['a.csv', '--as', 'odd']],
  ['a mapping that is not there', ['a.csv', '--mapping', 'nowhere.json']],
  ['one place for the rejects of two files', ['a.csv', 'b.csv', '--rejects', 'c.csv']],
])('%s: the exit code is 2', async (_what, parameters) => expect((await load(...parameters)).code).toBe(2));

test('the help tells of kinds, mappings and exit codes', async () => {
  const { code, printed } = await load('--help');
  expect(code).toBe(0);
  expect(printed).toContain('{ "code": "КАТО", "name": "Наименование", "population": "Население" }');
  expect(printed).toContain('  3  loaded, but some rows were rejected');
  expect(printed).toMatch(/opencellid\s+OpenCelliD cells \(CSV\)\n\s+radio, mcc, net, area, cell/);
});
