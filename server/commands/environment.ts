import type { Command } from 'commander';
import { readProfile } from '../assessment/profiles.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { setProgramme } from '../programmes/edit.ts';
import { currentProgramme } from '../programmes/queries.ts';
import type { Settings } from '../settings.ts';

/** What a command is given. */
export interface Environment {
  settings: Settings;
  version: string;
  /** Today's date, `2026-11-22`, in the time zone of this machine. */
  today(): string;
}

/** Adds a command to the program. */
export type Register = (program: Command, environment: Environment) => void;

/** Something that the person at the terminal can mend: told in one line, without a stack. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Today's date where the machine is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Opens the installation's database and brings it to the newest migration. */
export async function openInstallation(settings: Settings): Promise<Database> {
  const database = await openDatabase({ url: settings.databaseUrl, directory: settings.dataDirectory }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new CommandError(
        settings.databaseUrl === undefined
          ? error.message
          : `The database that DATABASE_URL names cannot be reached: ${error.message || error.code}`,
      );
    },
  );
  try {
    await migrate(database);
  } catch (error) {
    await database.close().catch(() => {});
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(`The database cannot be used: ${message || code}`);
  }
  return database;
}

/** Opens the installation and gives it the default programme where it has none: a country of one's own begins here. */
export async function openCountry(settings: Settings): Promise<Database> {
  const database = await openInstallation(settings);
  if ((await currentProgramme(database)) === undefined) {
    await setProgramme(database, 'installation', {
      code: '250+',
      names: { kk: '250+ бағдарламасы', ru: 'Программа «250+»', en: 'Programme “250+”' },
      populationThreshold: 250,
      profile: await readProfile('kazakhstan-2024'),
      targetDate: null,
      generated: false,
    });
  }
  return database;
}
