import { readFile } from 'node:fs/promises';
import { openDatabase } from '../../server/database/database.ts';
import { migratedDatabase, type OwnDatabase } from '../database.ts';
import { scratchFolder } from '../geodata/scratch.ts';
import { run } from '../process.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';

const scratch = scratchFolder();
let own: OwnDatabase;
let settings: Record<string, string> = {};

/** The country of test/planning/scenarios.test.ts: d is 10 km from a node of the south, a from one of the north. */
beforeAll(async () => {
  own = await migratedDatabase(scratch.path('data'));
  settings = { ...own.settings };
  const database = await openDatabase({ url: settings.DATABASE_URL, directory: settings.DATA_DIR });
  await recordedCountry(database);
  await loadText(
    database,
    'nodes.csv',
    'operator,longitude,latitude,name,status\nnorth,70.642,51,Hub,operational\nsouth,72.858,51,Hub,operational\n',
  );
  await database.close();
});
afterAll(() => own.drop());

async function plan(...parameters: string[]) {
  const { ended, output } = run(['plan', '--quarters', '1', '--effort', 'quick', ...parameters], settings);
  return { code: await ended, printed: output() };
}

test('what is asked for wrongly is named before anything is computed', async () => {
  const pins = await scratch.write('wrong.csv', 'code;operator;quarter\nd;south;\na;;2027Q1\n');
  const wrong = await plan('--pins', pins);
  expect([wrong.code, wrong.printed]).toEqual([1, expect.stringContaining('wrong.csv, line 3: ✖')]);
  const shifted = await scratch.write('shifted.csv', 'code,operator\na,south,fibre\n');
  expect(await plan('--pins', shifted)).toEqual({ code: 1, printed: `${shifted}, line 2: 3 cells, 2 columns\n` });
  const limit = await plan('--more', 'crews:south');
  expect([limit.code, limit.printed]).toEqual([
    2,
    expect.stringContaining('--more crews:south: the plan has no such limit.'),
  ]);
  expect(await plan('--floor', '2:2027-Q4', '--crews', 'south=x')).toEqual({
    code: 2,
    printed:
      '--crews south=x: write OPERATOR=SETTLEMENTS_A_QUARTER, one or more, such as north=20,south=15.\n' +
      '--floor 2:2027-Q4: write SHARE:QUARTER with a share from 0 to 1, such as 0.5:2027-Q4.\n',
  });
  const nowhere = await plan('--crews', 'nowhere=1');
  expect(nowhere.code).toBe(1);
  expect(nowhere.printed).toContain('error: there is no operator nowhere. Name one that is there.\n');
});

test('pins come from a file; why, why not and what more would bring are answered beside the plan', async () => {
  // As Excel saves "Unicode text".
  const table = Buffer.from('\ufeffcode\toperator\ttechnology\tquarter\tunserved\r\nwest/a\t\t\t\tyes\r\n', 'utf16le');
  const pins = await scratch.write('pins.txt', table);
  const out = scratch.path('plan.json');
  const limits = ['--subsidy-per-year', '250000000', '--crews', 'south=0', '--pins', pins];
  const questions = ['--why', 'd', '--why-not', 'd:south,fibre', '--pin-cost', 'a', '--more', 'crews:south'];
  const { code, printed } = await plan(...limits, ...questions, '--json', out);
  expect(printed).toContain('0 settlements planned, 0 committed, 3 unserved');
  expect(code).toBe(0);
  expect(printed).toContain('\nd: unserved (subsidy)\n');
  expect(printed).toContain('\nd otherwise, south, fibre: not possible.\n');
  const connected = 'cost +153 563 307 and subsidy +110 789 103 tenge';
  expect(printed).toMatch(/\na without its pin, solved again: -\d[\d ]+ tenge; /);
  expect(printed).toContain(`+1 settlements and +1 000 residents connected, ${connected}`);
  expect(printed).toMatch(/\nwith 1 more settlements a quarter by crews of south, solved again: -/);
  expect(printed).toContain(`+1 settlements and +2 000 residents connected, ${connected}`);
  const { rows, answers } = JSON.parse(await readFile(out, 'utf8'));
  expect(rows.map((row: { code: string; reason: string }) => `${row.code} ${row.reason}`)).toEqual([
    'd subsidy',
    'a pinned',
    'b no-link',
  ]);
  expect(answers.length).toBe(3);
});
