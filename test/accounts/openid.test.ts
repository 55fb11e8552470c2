import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { giveMail, link } from '../../server/accounts/openid-link.ts';
import type { OpenIdSettings } from '../../server/accounts/openid-provider.ts';
import type { Database } from '../../server/database/database.ts';
import { smallCountry, today } from '../country.ts';
import { testDatabase } from '../database.ts';
import { startService, type TestService } from '../service.ts';
import { client, openProvider, type TestProvider } from './provider.ts';
import { Visitor } from './visitor.ts';

let database: Database;
let service: TestService;
let provider: TestProvider;
let settings: OpenIdSettings;
let logged = '';
const log = pino({ level: 'debug' }, new Writable({ write: (chunk, _, done) => ((logged += chunk), done()) }));

beforeAll(async () => {
  // The service of the tests gives advice about running it for good.
  for (const way of ['info', 'warn'] as const) jest.spyOn(console, way).mockImplementation(() => {});
  database = await testDatabase();
  await smallCountry(database);
  provider = await openProvider();
  settings = { issuer: provider.issuer, ...client, name: 'Бірегей кіру', publicUrl: '' };
  service = await startService(database, new Map(), () => today, { openId: settings, log });
  settings.publicUrl = service.address;
  provider.serve(service.address);
});
beforeEach(async () => {
  logged = '';
  await database.query('delete from account_identity');
  await database.query('update account set mail = null, mail_trusted = false');
  provider.people = {};
  provider.signsIn = 'subject-1';
});
afterAll(async () => {
  await service.close();
  await provider.close();
  await database.close();
});

const begin = () => `${service.address}/api/session/openid`;
const callback = () => `${service.address}/api/session/openid/callback`;
const page = (outcome: string) => `${service.address}/?sign-in=${outcome}`;
const whoIs = async (visitor: Visitor) => {
  const { status, text } = await visitor.get(`${service.address}/api/session`);
  return status === 200 ? JSON.parse(text) : null;
};
/** All the way to the service and back, to where the person ends up. */
async function signIn(visitor: Visitor, to = ''): Promise<string> {
  const back = await visitor.follow(begin() + to, callback());
  return (await visitor.get(back)).location!;
}
const linkedTo = (login: string) =>
  link(database, { issuer: provider.issuer, subject: provider.signsIn }, login, 'installation');

test('whoever is linked signs in, with the role of the account and a new session, and lands where they wanted to be', async () => {
  await linkedTo('operator');
  const visitor = new Visitor();
  const back = await visitor.follow(`${begin()}?to=${encodeURIComponent('/schedules?operator=north')}`, callback());
  const before = visitor.cookie(service.address, 'baylanys');
  expect((await visitor.get(back)).location).toBe(`${service.address}/schedules?operator=north`);
  expect(visitor.cookie(service.address, 'baylanys')).not.toBe(before);
  expect(await whoIs(visitor)).toEqual({
    login: 'operator',
    displayName: 'operator',
    role: 'operator',
    operatorCode: 'north',
    regionCode: null,
    districtCode: null,
  });
});

test('the request holds PKCE, state and nonce, and asks for no more than who it is', async () => {
  const asked = new URL((await new Visitor().get(begin())).location!);
  expect(asked.origin).toBe(provider.issuer);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    client_id: 'baylanys',
    response_type: 'code',
    redirect_uri: callback(),
    scope: 'openid email',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('somebody whom nobody linked gets no account and no role, but a clear page', async () => {
  provider.people = { 'subject-1': { email: 'stranger@example.kz', email_verified: true } };
  const visitor = new Visitor();
  expect(await signIn(visitor)).toBe(page('openid-no-account'));
  expect(await whoIs(visitor)).toBeNull();
  expect(await database.query('select login from account_identity')).toEqual([]);
});

test('an address that an administrator wrote and the service verified links the account, once and on the record', async () => {
  await giveMail(database, 'deputy', 'Gulnar@Parlam.example', 'installation');
  provider.people = { 'subject-1': { email: 'gulnar@parlam.example', email_verified: true } };
  const visitor = new Visitor();
  expect(await signIn(visitor)).toBe(`${service.address}/`);
  expect(await whoIs(visitor)).toMatchObject({ login: 'deputy', role: 'deputy' });
  // From now on it is the subject that counts.
  provider.people = {};
  expect(await signIn(new Visitor())).toBe(`${service.address}/`);
  const recorded = await database.query<{ verb: string; actor: string; items: unknown }>(
    `select verb, actor, items from change where verb in ('link-account', 'edit-account') order by sequence desc limit 2`,
  );
  expect(recorded).toEqual([
    {
      verb: 'link-account',
      actor: 'deputy',
      items: [
        {
          entity: 'account-identity',
          key: { issuer: provider.issuer, subject: 'subject-1' },
          before: null,
          after: { issuer: provider.issuer, subject: 'subject-1', login: 'deputy' },
        },
      ],
    },
    {
      verb: 'edit-account',
      actor: 'installation',
      items: [
        {
          entity: 'account',
          key: { login: 'deputy' },
          before: { login: 'deputy', mail: null },
          after: { login: 'deputy', mail: 'Gulnar@Parlam.example' },
        },
      ],
    },
  ]);
});

test.each([
  ['the service has not verified', { email: 'a@b.example', email_verified: false }, async () => {
    await giveMail(database, 'deputy', 'a@b.example', 'installation');
  }],
  ['the service says nothing of verifying', { email: 'a@b.example' }, async () => {
    await giveMail(database, 'deputy', 'a@b.example', 'installation');
  }],
  ['the person wrote', { email: 'a@b.example', email_verified: true }, async () => {
    const deputy = await service.as('deputy');
    expect((await deputy.send('PATCH', '/api/account', { mail: 'a@b.example' })).status).toBe(200);
  }],
  ['the person changed after the administrator', { email: 'a@b.example', email_verified: true }, async () => {
    await giveMail(database, 'deputy', 'old@b.example', 'installation');
    const deputy = await service.as('deputy');
    expect((await deputy.send('PATCH', '/api/account', { mail: 'a@b.example' })).status).toBe(200);
  }],
  ['two accounts have', { email: 'a@b.example', email_verified: true }, async () => {
    await giveMail(database, 'deputy', 'a@b.example', 'installation');
    await giveMail(database, 'planner', 'a@b.example', 'installation');
  }],
  ['the account of somebody else who is linked has', { email: 'a@b.example', email_verified: true }, async () => {
    await giveMail(database, 'deputy', 'a@b.example', 'installation');
    await link(database, { issuer: provider.issuer, subject: 'another' }, 'deputy', 'installation');
  }],
])('an address that %s links nobody', async (_what, known, prepare) => {
  await prepare();
  provider.people = { 'subject-1': known };
  const visitor = new Visitor();
  expect(await signIn(visitor)).toBe(page('openid-no-account'));
  expect(await whoIs(visitor)).toBeNull();
}); // prettier-ignore

test.each([
  ['a wrong state', '\\"state\\"', async (visitor: Visitor) => {
    const back = new URL(await visitor.follow(begin(), callback()));
    back.searchParams.set('state', 'x'.repeat(43));
    return back.href;
  }],
  ['no state', '\\"state\\"', async (visitor: Visitor) => {
    const back = new URL(await visitor.follow(begin(), callback()));
    back.searchParams.delete('state');
    return back.href;
  }],
  ['a wrong nonce', '\\"nonce\\"', async (visitor: Visitor) => {
    const asked = new URL((await visitor.get(begin())).location!);
    asked.searchParams.set('nonce', 'x'.repeat(43));
    return visitor.follow(asked.href, callback());
  }],
  ['another code challenge', 'grant request is invalid', async (visitor: Visitor) => {
    const asked = new URL((await visitor.get(begin())).location!);
    asked.searchParams.set('code_challenge', 'x'.repeat(43));
    return visitor.follow(asked.href, callback());
  }],
  ['a code that is none', 'grant request is invalid', async (visitor: Visitor) => {
    const back = new URL(await visitor.follow(begin(), callback()));
    back.searchParams.set('code', 'nonsense');
    return back.href;
  }],
  ["another person's answer", '\\"state\\"', async (visitor: Visitor) => {
    await visitor.get(begin());
    return new Visitor().follow(begin(), callback());
  }],
  ['an answer to nothing that was begun', '', async () => new Visitor().follow(begin(), callback())],
  ['a refusal by the service', 'is an error', async (visitor: Visitor) => {
    const back = new URL(await visitor.follow(begin(), callback()));
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }],
  ['another issuer', '\\"iss\\"', async (visitor: Visitor) => {
    const back = new URL(await visitor.follow(begin(), callback()));
    back.searchParams.set('iss', 'https://evil.example');
    return back.href;
  }],
])('%s signs nobody in', async (_what, reason, comeBack) => {
  await linkedTo('administrator');
  const visitor = new Visitor();
  const back = await comeBack(visitor);
  expect((await visitor.get(back)).location).toBe(page('openid-failed'));
  expect(logged).toContain(reason);
  expect(await whoIs(visitor)).toBeNull();
}); // prettier-ignore

test('an answer is good for one return', async () => {
  await linkedTo('planner');
  const visitor = new Visitor();
  const back = await visitor.follow(begin(), callback());
  expect((await visitor.get(back)).location).toBe(`${service.address}/`);
  expect((await visitor.get(back)).location).toBe(page('openid-failed'));
});

test('nobody is sent on to another site', async () => {
  await linkedTo('planner');
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    expect([to, await signIn(new Visitor(), `?to=${encodeURIComponent(to)}`)]).toEqual([to, `${service.address}/`]);
  }
});

test('a service that is down is said to be, and asked again by the next person', async () => {
  await linkedTo('planner');
  const down = await openProvider();
  const { port } = new URL(down.issuer);
  await down.close();
  const own = { ...settings, issuer: `http://127.0.0.1:${port}` };
  const other = await startService(database, new Map(), () => today, { openId: own }).catch((error) => error);
  const at = `${other.address}/api/session/openid`;
  expect((await new Visitor().get(at)).location).toBe(`${other.address}/?sign-in=openid-unreachable`);
  expect((await new Visitor().get(at)).location).toBe(`${other.address}/?sign-in=openid-unreachable`);
  own.issuer = provider.issuer;
  expect((await new Visitor().get(at)).location).toMatch(provider.issuer);
  await other.close();
});

test('no code, token or secret stands in the log or the record', async () => {
  await linkedTo('planner');
  const visitor = new Visitor();
  const back = new URL(await visitor.follow(begin(), callback()));
  await visitor.get(back.href);
  await visitor.get(back.href);
  const secrets = [back.searchParams.get('code')!, back.searchParams.get('state')!, client.clientSecret];
  const record = JSON.stringify(await database.query('select items from change'));
  expect(logged).toContain('/api/session/openid/callback');
  for (const secret of secrets) expect([logged.includes(secret), record.includes(secret)]).toEqual([false, false]);
});

test('the sign-in page is told of the service only where there is one', async () => {
  const { body } = await service.nobody.send('GET', '/api/installation');
  expect(body).toEqual({ generated: false, demonstrationAccounts: [], signInService: 'Бірегей кіру' });
});

test('a service that goes away before the person is back is said to be down', async () => {
  await linkedTo('planner');
  const visitor = new Visitor();
  const back = await visitor.follow(begin(), callback());
  await provider.close();
  expect((await visitor.get(back)).location).toBe(page('openid-unreachable'));
  expect(await whoIs(visitor)).toBeNull();
});
