// The only file that reads the environment.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CommandError, type Register, today } from './commands/environment.ts';
import { DirectoryError } from './database/directory-lock.ts';
import { readSettings, SettingsError } from './settings.ts';

const { version, description } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Files of commands, in the order in which help lists them. */
const commands = ['start', 'migrate', 'import', 'assess', 'export', 'demo', 'account', 'plan', 'replay', 'verify'];

/** The one that is asked for is loaded alone: all together take a second and a hundred megabytes. */
function loadCommands(): Promise<{ register: Register }[]> {
  const asked = process.argv.slice(2).find((word) => commands.includes(word));
  return Promise.all((asked === undefined ? commands : [asked]).map((name) => import(`./commands/${name}.ts`)));
}

try {
  const program = new Command('baylanys').description(description).version(version).exitOverride();
  const environment = { settings: readSettings(process.env), version, today };
  for (const { register } of await loadCommands()) register(program, environment);
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
