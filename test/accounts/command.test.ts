import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../server/database/database.ts';
import { readSettings, SettingsError } from '../../server/settings.ts';
import { migratedDatabase, type OwnDatabase } from '../database.ts';
import { run } from '../process.ts';

const password = 'a long enough password';
const issuer = 'https://login.example.kz/realm';
let directory: string;
let own: OwnDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'baylanys-account-'));
  own = await migratedDatabase(directory);
  settings = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'baylanys',
    OIDC_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://baylanys.example.kz',
    ...own.settings,
  };
});
afterAll(async () => {
  await own.drop();
  await rm(directory, { recursive: true, force: true });
});

async function account(
  args: string[],
  typed = '',
  more: Record<string, string> = {},
): Promise<[number | null, string]> {
  const running = run(['account', ...args], { ...settings, ...more });
  running.child.stdin!.end(`${typed}\n`);
  return [await running.ended, running.output()];
}

test('accounts are made, given an address and linked, each on the record, without their passwords', async () => {
  const made = 'The account aigul (planner) is made.\n';
  expect(await account(['aigul', '--role', 'planner', '--name', 'Айгүл'], password)).toEqual([0, made]);
  expect(await account(['aigul'])).toEqual([1, 'There is already an account aigul.\n']);
  expect(await account(['aigul', '--mail', 'aigul@ministry.example'])).toEqual([
    0,
    'The account aigul has the mail address aigul@ministry.example.\n',
  ]);
  const linked = `The account gulnar (deputy) is made.\nThe account gulnar is linked to 4711 of ${issuer}.\n`;
  expect(await account(['gulnar', '--role', 'deputy', '--no-password', '--subject', '4711'])).toEqual([0, linked]);
  expect(await account(['aigul', '--subject', '4711'])).toEqual([
    1,
    'aigul or 4711 is linked already: --unlink the account first.\n',
  ]);
  expect(await account(['gulnar', '--unlink'])).toEqual([0, 'The account gulnar is linked to nobody: 1 parted.\n']);

  const database = await openDatabase({ url: own.settings.DATABASE_URL, directory });
  const people = await database.query('select login, role, mail, mail_trusted as trusted from account order by login');
  expect(people).toEqual([
    { login: 'aigul', role: 'planner', mail: 'aigul@ministry.example', trusted: true },
    { login: 'gulnar', role: 'deputy', mail: null, trusted: false },
  ]);
  const recorded = await database.query<{ verb: string; actor: string; items: object }>(
    `select verb, actor, items from change where verb like '%-account' order by sequence`,
  );
  expect(recorded.map(({ verb, actor }) => `${actor} ${verb}`)).toEqual([
    'installation add-account',
    'installation edit-account',
    'installation add-account',
    'installation link-account',
    'installation link-account',
  ]);
  expect(JSON.stringify(recorded)).not.toMatch(/password|scrypt/);
  await database.close();
});

test.each([
  [['x', '--mail', 'nowhere'], {}, '--mail: nowhere is no mail address.\n'],
  [['x', '--subject', '1'], { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' },
    '--subject is who somebody is to a sign-in service: set OIDC_ISSUER first.\n'],
])('%j with %j is one clear line', async (args, more, line) => {
  expect(await account(args, '', more as Record<string, string>)).toEqual([2, line]);
}); // prettier-ignore

const all = {
  PUBLIC_URL: 'https://baylanys.example.kz',
  SMTP_URL: 'smtp://user:secret@mail.example.kz:587',
  MAIL_FROM: 'Baylanys <no-reply@example.kz>',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'baylanys',
  OIDC_CLIENT_SECRET: 'secret',
};

test('mail and the sign-in service are off unless they are set', () => {
  expect(readSettings({})).toMatchObject({ mail: null, openId: null });
  expect(readSettings({ ...all, OIDC_NAME: 'Бірегей кіру' })).toMatchObject({
    mail: { smtpUrl: all.SMTP_URL, from: all.MAIL_FROM, publicUrl: all.PUBLIC_URL },
    openId: { issuer, clientId: 'baylanys', clientSecret: 'secret', name: 'Бірегей кіру', publicUrl: all.PUBLIC_URL },
  });
});

test.each([
  [{ OIDC_CLIENT_SECRET: '' },
    'The settings OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET go together: set OIDC_CLIENT_SECRET too, or none.'],
  [{ PUBLIC_URL: '', SMTP_URL: '', MAIL_FROM: '' }, 'The setting OIDC_ISSUER needs PUBLIC_URL too.'],
  [{ PUBLIC_URL: '', OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' }, 'The setting SMTP_URL needs PUBLIC_URL too.'],
  [{ OIDC_ISSUER: 'http://login.example.kz' },
    'The setting OIDC_ISSUER is "http://login.example.kz" and cannot be used: must begin with https:// unless it is on this machine.'],
  [{ OIDC_ISSUER: 'http://localhost.evil.example' },
    'The setting OIDC_ISSUER is "http://localhost.evil.example" and cannot be used: must begin with https:// unless it is on this machine.'],
  [{ SMTP_URL: 'http://user:secret@host' }, 'The setting SMTP_URL cannot be used: must be like smtp://user:password@host:587.'],
  [{ MAIL_FROM: '' }, 'The settings SMTP_URL, MAIL_FROM go together: set MAIL_FROM too, or none.'],
  [{ PUBLIC_URL: 'https://host/path' },
    'The setting PUBLIC_URL is "https://host/path" and cannot be used: must end with the host.'],
])('settings with %j are refused in one clear line', (changes, line) => {
  expect(() => readSettings({ ...all, ...changes })).toThrow(new SettingsError(line));
}); // prettier-ignore
