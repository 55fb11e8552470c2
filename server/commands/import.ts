import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { z } from 'zod';
import { importFile } from '../../geodata/import.ts';
import { sources } from '../../geodata/sources/choose.ts';
import { SourceKind } from '../imports/schema.ts';
import { CalendarDate } from '../places/schema.ts';
import { CommandError, openCountry, type Register } from './environment.ts';
import { progressOf } from './import-progress.ts';
import { linesOf } from './import-report.ts';
import { refusal } from './refusal.ts';

interface Options {
  as?: SourceKind;
  mapping?: string;
  dataset?: string;
  source?: string;
  licence?: string;
  dated?: string;
  dryRun?: true;
  rejects?: string;
}

const exitWithRejects = 3;

const help = () => `
Kinds of files, each with our names of its columns; other headers are named by a mapping:
${sources.map(({ kind, title, fields }) => `  ${kind.padEnd(14)}${title}\n${' '.repeat(16)}${fields.map(({ name }) => name).join(', ')}`).join('\n')}

A mapping is a JSON file of our name → the header in the file:
  { "code": "КАТО", "name": "Наименование", "population": "Население" }

A file is loaded whole or not at all; files before a refused one stay loaded. Rejected rows are left out and
told with line, column, value and reason. The same file again changes nothing.

Exit code:
  0  every row of every file was loaded
  1  a file was refused, or nothing could be loaded
  2  the command was not understood
  3  loaded, but some rows were rejected
`;

/** Loads files into the installation's database, in the order given. */
export const register: Register = (program, { settings, today }) => {
  program
    .command('import')
    .description(
      'load files: classifier, boundaries, settlements, populations, coverage, registers, measurements, cells',
    )
    .argument('<file...>', 'CSV, XLSX, GeoJSON or zipped Shapefile, in the order in which they build on each other')
    .addOption(new Option('--as <kind>', 'what the files are, where it is not recognised').choices(SourceKind.options))
    .option('--mapping <file>', 'JSON of our names → the headers in the files')
    .option('--dataset <name>', 'what the file is an edition of: a newer one replaces it; else the name of the file')
    .option('--source <text>', 'who published the files')
    .option('--licence <text>', 'under which licence')
    .option('--dated <date>', 'the date of rows that carry none, such as 2026-11-22')
    .option('--dry-run', 'tell what would change, and change nothing')
    .option('--rejects <file>', 'write the rejected rows there, in the shape of the file')
    .addHelpText('after', help)
    .action(async (paths: string[], { dryRun, mapping, rejects, ...options }: Options) => {
      if (paths.length > 1 && (rejects !== undefined || options.dataset !== undefined))
        throw new CommandError('--rejects and --dataset are for one file at a time.', 2);
      if (options.dated !== undefined && !CalendarDate.safeParse(options.dated).success)
        throw new CommandError(`--dated: ${options.dated} is no date such as 2026-11-22.`, 2);
      const about = { ...options, mapping: await readMapping(mapping), dryRun, rejectsTo: rejects };
      const database = await openCountry(settings);
      let rejected = 0;
      let sound = 0;
      try {
        for (const path of paths) {
          const progress = progressOf(path);
          const report = await importFile(database, {
            ...about,
            path,
            actor: 'command line',
            asOf: today(),
            onProgress: progress.tell,
          })
            .catch((error: unknown) => {
              throw refusal(path, error);
            })
            .finally(progress.end);
          for (const line of linesOf(path, report, dryRun === true)) console.log(line);
          rejected += report.rejected;
          sound += report.rowsRead - report.rejected;
        }
      } finally {
        await database.close();
      }
      if (sound === 0) throw new CommandError('Nothing was loaded: every row was rejected.', 1);
      if (rejected > 0) process.exitCode = exitWithRejects;
    });
};

/** Reads a mapping from a file. */
export async function readMapping(path: string | undefined): Promise<Record<string, string> | undefined> {
  if (path === undefined) return undefined;
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const because =
      error instanceof z.ZodError ? 'it must be JSON such as {"code": "their header"}' : (error as Error).message;
    throw new CommandError(`The mapping ${path} cannot be read: ${because}`, 2);
  }
}
