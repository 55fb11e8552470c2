import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { defaultSeed, defaultSettlements, fewestSettlements } from '../../geodata/demonstration/country.ts';
import { loadDemonstration, NotEmptyError } from '../../geodata/demonstration/load.ts';
import { writeDemonstration } from '../../geodata/demonstration/write.ts';
import type { AssessOutcome } from '../assessment/assess.ts';
import type { Database } from '../database/database.ts';
import type { Settings } from '../settings.ts';
import { CommandError, openInstallation, type Register } from './environment.ts';

interface Size {
  settlements?: number;
  seed?: number;
}

/** Writes the demonstration country to files, or loads it into an empty database. */
export const register: Register = (program, { settings, today }) => {
  program
    .command('demo')
    .description('generate the demonstration country: load it into the empty database, or write its files')
    .option('--out <directory>', 'write the files there, in the forms in which such files are published')
    .option(
      '--settlements <number>',
      `how many settlements, ${fewestSettlements} or more`,
      settlementCount,
      defaultSettlements,
    )
    .option('--seed <number>', 'another number gives another country', wholeNumber, defaultSeed)
    .addHelpText('after', '\nThe files:  npx baylanys demo --out demonstration')
    .action(async ({ out, ...size }: Size & { out?: string }) => {
      if (out !== undefined) {
        await writeDemonstration(out, { ...size, asOf: today(), onProgress: console.log }).catch(
          ({ code, message }: NodeJS.ErrnoException) => {
            throw new CommandError(`The demonstration cannot be written to ${out}: ${code ?? message}.`);
          },
        );
        console.log(`Written to ${out}. It is generated: its README.txt says what is real.`);
        return;
      }
      const database = await openInstallation(settings);
      try {
        const { assessed, flagged } = await loadDemonstrationCountry(database, settings, today(), console.log, size);
        console.log(`${assessed} settlements, ${flagged} flagged. The country is generated.`);
      } finally {
        await database.close();
      }
    });
};

/**
 * Generates the demonstration country and loads it into a database that has none. The files stay in the data directory
 * as examples of what can be imported.
 */
export async function loadDemonstrationCountry(
  database: Database,
  settings: Settings,
  asOf: string,
  onProgress: (message: string) => void,
  size: Size = {},
): Promise<AssessOutcome> {
  const directory = join(settings.dataDirectory, 'demonstration');
  await writeDemonstration(directory, { ...size, asOf });
  try {
    return await loadDemonstration(database, directory, { asOf, actor: 'demonstration', onProgress });
  } catch (error) {
    throw error instanceof NotEmptyError ? new CommandError(error.message) : error;
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function settlementCount(text: string): number {
  const count = wholeNumber(text);
  if (count < fewestSettlements) throw new InvalidArgumentError(`It must be ${fewestSettlements} or more.`);
  return count;
}
