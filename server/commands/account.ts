import { createInterface } from 'node:readline/promises';
import { Option } from 'commander';
import { hashPassword, shortestPassword } from '../accounts/password.ts';
import { insertAccount } from '../accounts/queries.ts';
import { Role } from '../accounts/schema.ts';
import { identifier } from '../changes/identifier.ts';
import { CommandError, openCountry, type Register } from './environment.ts';

type Options = { name?: string; role: Role; operator?: string };

/** Makes an account; the first administrator is made so. The password comes from standard input and is never shown. */
export const register: Register = (program, { settings }) => {
  program
    .command('account')
    .description('make an account: the first administrator, and others; the password is read from standard input')
    .argument('<login>', 'what the person signs in by')
    .option('--name <name>', "the person's name, as others see it")
    .addOption(new Option('--role <role>', 'what the person may do').choices(Role.options).default('administrator'))
    .option('--operator <code>', "the company of a person in the operator's role")
    .action(async (login: string, { name, role, operator }: Options) => {
      if ((role === 'operator') !== (operator !== undefined)) {
        throw new CommandError('--operator goes with --role operator, and that role needs it.', 2);
      }
      const password = await readPassword();
      if (password.length < shortestPassword) {
        throw new CommandError(`The password is too short: it needs at least ${shortestPassword} characters.`, 2);
      }
      const database = await openCountry(settings);
      try {
        const added = await insertAccount(database, {
          id: identifier(),
          login,
          displayName: name ?? login,
          role,
          operatorCode: operator ?? null,
          regionCode: null,
          passwordHash: await hashPassword(password),
        });
        if (!added) throw new CommandError(`There is already an account ${login}.`);
        console.log(`The account ${login} (${role}) is made.`);
      } finally {
        await database.close();
      }
    });
};

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) process.stderr.write('Password (it will be seen as you type): ');
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
