// The only file that reads the environment.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { register as account } from './commands/account.ts';
import { register as assess } from './commands/assess.ts';
import { register as demo } from './commands/demo.ts';
import { CommandError, today } from './commands/environment.ts';
import { register as exportSettlements } from './commands/export.ts';
import { register as importFiles } from './commands/import.ts';
import { register as migrate } from './commands/migrate.ts';
import { register as plan } from './commands/plan.ts';
import { register as replay } from './commands/replay.ts';
import { register as start } from './commands/start.ts';
import { register as verify } from './commands/verify.ts';
import { DirectoryError } from './database/directory-lock.ts';
import { readSettings, SettingsError } from './settings.ts';

const { version, description } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

try {
  const program = new Command('baylanys').description(description).version(version).exitOverride();
  const environment = { settings: readSettings(process.env), version, today };
  for (const register of [
    start,
    migrate,
    importFiles,
    assess,
    exportSettlements,
    demo,
    account,
    plan,
    replay,
    verify,
  ]) {
    register(program, environment);
  }
  for (const command of program.commands) command.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CommandError) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else if (error instanceof SettingsError || error instanceof DirectoryError) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
