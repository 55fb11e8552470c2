import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { register } from '../../server/commands/demo.ts';
import { readSettings } from '../../server/settings.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demonstration-command-'));
});

afterAll(() => rm(directory, { recursive: true }));

/** Runs `baylanys demo` with these arguments. */
async function demo(...parameters: string[]): Promise<void> {
  const program = new Command('baylanys').exitOverride().configureOutput({ writeErr: () => {} });
  register(program, { settings: readSettings({}), version: '0.0.0', today: () => '2026-11-22' });
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync(['demo', ...parameters], { from: 'user' });
}

test('the files of a country of the size asked for are written, with what is real in them', async () => {
  const out = join(directory, 'new', 'country');
  await demo('--out', out, '--settlements', '2000', '--seed', '5');
  expect(await readdir(out)).toHaveLength(11);
  const settlements = await readFile(join(out, 'settlements.csv'), 'utf8');
  expect(settlements.trimEnd().split('\r\n')).toHaveLength(2001);
  expect(await readFile(join(out, 'README.txt'), 'utf8')).toContain('GeoNames (https://www.geonames.org), CC BY 4.0');
});

test.each([
  ['--settlements', '1999', 'It must be 2000 or more.'],
  ['--settlements', '-5', 'It must be a whole number.'],
  ['--seed', 'abc', 'It must be a whole number.'],
])('%s %s is refused', async (option, value, message) => {
  await expect(demo('--out', directory, option, value)).rejects.toThrow(message);
});

test('a directory that cannot be written is told in one line', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  await expect(demo('--out', join(file, 'below'))).rejects.toThrow(
    `The demonstration cannot be written to ${join(file, 'below')}: ENOTDIR.`,
  );
});
