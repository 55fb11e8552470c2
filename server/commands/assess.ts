import { rename, rm, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { InvalidArgumentError } from 'commander';
import { assessFiles, type AssessedSettlement } from '../../geodata/assess-files.ts';
import { inWords } from '../../geodata/checks/reasons.ts';
import { ProfileError, readProfile } from '../assessment/profiles.ts';
import { CalendarDate } from '../places/schema.ts';
import { rowOf } from './assess-row.ts';
import { CommandError, type Register } from './environment.ts';
import { readMapping } from './import.ts';
import { refusal } from './refusal.ts';

interface Options {
  settlements: string;
  coverage: string[];
  settlementsMapping?: string;
  coverageMapping?: string;
  profile?: string;
  threshold: number;
  asOf: string;
  out: string;
}

const exitWithRejects = 3;
const rejectsShown = 10;

const help = `
Coverage may be polygons of claims, registers, Ookla tiles and OpenCelliD cells; each file is recognised by its
columns. No database is opened and none is needed.

Exit code:
  0  written, from every row of the files
  1  a file was refused; nothing was written
  2  the command was not understood
  3  written, but some rows of the files were rejected
`;

/** Flags the settlements of a file from files of coverage. */
export const register: Register = (program, { today }) => {
  program
    .command('assess')
    .description('flag the settlements of a file by files of coverage, without a database')
    .requiredOption('--settlements <file>', 'the settlements')
    .requiredOption('--coverage <file...>', 'what is known of service: claims, registers, measurements, cells')
    .option('--settlements-mapping <file>', 'JSON of our names → the headers in the settlements')
    .option('--coverage-mapping <file>', 'JSON of our names → the headers in the coverage')
    .option('--profile <code or file>', 'the service profile: the code of a shipped one, or a JSON file')
    .option('--threshold <number>', 'flag only settlements with more residents than this', wholeNumber, 250)
    .option('--as-of <date>', 'the date of the assessment', calendarDate, today())
    .requiredOption('--out <file>', 'the file to write, .csv or .geojson')
    .addHelpText('after', help)
    .action(async (options: Options) => {
      const write = writerFor(options.out);
      let rejected = 0;
      const assessed = await assessFiles({
        ...options,
        settlementsMapping: await readMapping(options.settlementsMapping),
        coverageMapping: await readMapping(options.coverageMapping),
        profile: await profileOf(options.profile),
        populationThreshold: options.threshold,
        onChosen: (path, kind, because) => console.error(`${path}: taken for ${kind} (${because})`),
        onReject(path, { line }, faults) {
          rejected += 1;
          if (rejected <= rejectsShown)
            console.error(`${path}, line ${line}, rejected: ${faults.map((fault) => inWords(fault)).join('; ')}`);
        },
      }).catch((error: unknown) => {
        throw refusal('A file', error);
      });
      await writeWhole(options.out, write(assessed));
      const flagged = assessed.filter(({ assessment }) => assessment.flagged).length;
      console.log(`${assessed.length} settlements, ${flagged} flagged: ${options.out}`);
      if (rejected === 0) return;
      console.error(`${rejected} rows were rejected.`);
      process.exitCode = exitWithRejects;
    });
};

function profileOf(codeOrPath: string | undefined) {
  return readProfile(codeOrPath).catch((error: unknown) => {
    throw error instanceof ProfileError ? new CommandError(error.message, 2) : error;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

function calendarDate(text: string): string {
  if (!CalendarDate.safeParse(text).success) throw new InvalidArgumentError('A date such as 2026-11-22 is needed.');
  return text;
}

type Writer = (assessed: readonly AssessedSettlement[]) => string;

function writerFor(path: string): Writer {
  if (path.endsWith('.csv')) return csv;
  if (path.endsWith('.geojson')) return geojson;
  throw new CommandError(`${path}: the ending must be .csv or .geojson.`, 2);
}

const csv: Writer = (assessed) =>
  stringify(assessed.map(rowOf), { header: true, bom: true, escape_formulas: true, cast: { boolean: String } });

const geojson: Writer = (assessed) => {
  const features = assessed.map((one) => {
    const { longitude, latitude, ...properties } = rowOf(one);
    return JSON.stringify({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
};

/** Writes beside the file and renames: a reader finds the old file or the whole new one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw new CommandError(`${path} was not written: ${(error as Error).message}`);
  }
}
