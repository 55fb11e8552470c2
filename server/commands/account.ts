import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Option } from 'commander';
import { z } from 'zod';
import { makeAccount } from '../accounts/make.ts';
import { giveMail, link, unlink } from '../accounts/openid-link.ts';
import { shortestPassword } from '../accounts/password.ts';
import { accountByLogin } from '../accounts/queries.ts';
import { Role } from '../accounts/schema.ts';
import { allDistricts } from '../places/queries.ts';
import type { Database } from '../database/database.ts';
import { CommandError, openCountry, type Register } from './environment.ts';

interface Options {
  name?: string;
  role: Role;
  operator?: string;
  region?: string;
  district?: string;
  password: boolean;
  mail?: string;
  subject?: string;
  unlink?: true;
}

/** PostgreSQL's code for a row that points at nothing. */
const foreignKeyViolation = '23503';

/** In whose name the record has what is done at the terminal. */
const actor = 'installation';

/** Makes an account, or says of one who the person is to mail and to the sign-in service. */
export const register: Register = (program, { settings }) => {
  program
    .command('account')
    .description(
      'make an account, the first administrator and others, the password is read from standard input; ' +
        'or, of an account that there is, set its mail address or link it to the sign-in service',
    )
    .argument('<login>', 'what the person signs in by')
    .option('--name <name>', "the person's name, as others see it")
    .addOption(new Option('--role <role>', 'what the person may do').choices(Role.options).default('administrator'))
    .option('--operator <code>', "the company of a person in the operator's role")
    .option('--region <code>', "a deputy's home region")
    .option('--district <code>', 'and of it the district that the deputy answers for')
    .option('--no-password', 'the person signs in by OpenID Connect alone')
    .option('--mail <address>', "the person's address; whoever the sign-in service has verified it for is this person")
    .option('--subject <subject>', 'who the person is to the sign-in service that OIDC_ISSUER names')
    .option('--unlink', 'the person no longer signs in by OpenID Connect, until linked again')
    .action(async (login: string, options: Options) => {
      const { mail, subject } = options;
      if (mail !== undefined && !z.email().safeParse(mail).success) {
        throw new CommandError(`--mail: ${mail} is no mail address.`, 2);
      }
      const issuer = settings.openId?.issuer;
      if (subject !== undefined && issuer === undefined) {
        throw new CommandError('--subject is who somebody is to a sign-in service: set OIDC_ISSUER first.', 2);
      }
      const database = await openCountry(settings);
      try {
        const exists = (await accountByLogin(database, login)) !== undefined;
        const changes = mail !== undefined || subject !== undefined || options.unlink === true;
        if (exists && !changes) throw new CommandError(`There is already an account ${login}.`);
        if (!exists) await make(database, login, options);
        if (options.unlink) {
          console.log(`The account ${login} is linked to nobody: ${await unlink(database, login, actor)} parted.`);
        }
        if (mail !== undefined) {
          await giveMail(database, login, mail, actor);
          console.log(`The account ${login} has the mail address ${mail}.`);
        }
        if (subject !== undefined) {
          if (!(await link(database, { issuer: issuer!, subject }, login, actor))) {
            throw new CommandError(`${login} or ${subject} is linked already: --unlink the account first.`);
          }
          console.log(`The account ${login} is linked to ${subject} of ${issuer}.`);
        }
      } finally {
        await database.close();
      }
    });
};

async function make(database: Database, login: string, options: Options): Promise<void> {
  const { name, role, operator, region, district } = options;
  if ((role === 'operator') !== (operator !== undefined)) {
    throw new CommandError('--operator goes with --role operator, and that role needs it.', 2);
  }
  if (region !== undefined && role !== 'deputy') throw new CommandError('--region goes with --role deputy.', 2);
  if (district !== undefined) {
    if (region === undefined) throw new CommandError('--district is one of a region: name that by --region.', 2);
    const districts = await allDistricts(database);
    if (!districts.some(({ regionCode, code }) => regionCode === region && code === district)) {
      throw new CommandError(`There is no district ${district} in the region ${region}.`);
    }
  }
  // Nobody knows a password that was never shown.
  const password = options.password ? await readPassword() : randomBytes(32).toString('base64');
  if (password.length < shortestPassword) {
    throw new CommandError(`The password is too short: it needs at least ${shortestPassword} characters.`, 2);
  }
  const viewer = {
    login,
    displayName: name ?? login,
    role,
    operatorCode: operator ?? null,
    regionCode: region ?? null,
    districtCode: district ?? null,
  };
  const made = await makeAccount(database, viewer, password, actor).catch((error: { code?: string }) => {
    const foreign = error.code === foreignKeyViolation;
    throw foreign
      ? new CommandError(`There is no ${operator === undefined ? 'region' : 'operator'} of that code.`)
      : error;
  });
  if (!made) throw new CommandError(`There is already an account ${login}.`);
  console.log(`The account ${login} (${role}) is made.`);
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) process.stderr.write('Password (it will be seen as you type): ');
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
