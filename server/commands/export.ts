import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option } from 'commander';
import { recordLines } from '../changes/record-file.ts';
import { exportSettlements } from '../country/export.ts';
import { SettlementFilter } from '../country/schema.ts';
import { type FileFormat, fileFormats } from '../documents/table-file.ts';
import { CommandError, openCountry, type Register } from './environment.ts';

type Options = {
  format?: FileFormat;
  out: string;
  region?: string;
  status?: string;
  flagged?: true;
  operator?: string;
  record?: true;
};

/** Writes the settlements with their statuses and assignments, or the record of changes, to a file: all of it, or no file. */
export const register: Register = (program, { settings }) => {
  program
    .command('export')
    .description('write the settlements, with their statuses and assignments, to a file')
    .requiredOption('--out <file>', 'the file to write; its ending tells the format')
    .addOption(new Option('--format <format>', 'the format, where the ending does not tell it').choices(fileFormats))
    .option('--region <code>', 'only this region')
    .option('--status <status>', 'only this status: served, underserved, unserved, contested or unknown')
    .option('--flagged', 'only the flagged')
    .option('--operator <code>', 'only those assigned to this operator')
    .option('--record', 'instead, the whole record of changes, as `baylanys verify` checks it')
    .action(async ({ out, format, record, ...filter }: Options) => {
      const chosen = format ?? fileFormats.find((ending) => out.endsWith(`.${ending}`));
      if (chosen === undefined && !record)
        throw new CommandError(`${out}: the ending tells no format; give --format csv, xlsx or geojson.`, 2);
      const parsed = SettlementFilter.safeParse({ ...filter, flagged: filter.flagged && 'true' });
      if (!parsed.success)
        throw new CommandError(
          parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '),
          2,
        );
      const database = await openCountry(settings);
      const partial = `${out}.${process.pid}.partial`;
      try {
        const pieces = record ? recordLines(database) : exportSettlements(database, chosen!, parsed.data, null);
        await pipeline(Readable.from(pieces), createWriteStream(partial));
        await rename(partial, out);
        console.log(`Written: ${out}`);
      } catch (error) {
        await rm(partial, { force: true });
        throw new CommandError(`${out} was not written: ${(error as Error).message}`);
      } finally {
        await database.close();
      }
    });
};
