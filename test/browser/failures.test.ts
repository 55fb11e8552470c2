import type { Page, Route } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { smallCountry } from '../country.ts';
import { testDatabase } from '../database.ts';
import { type Person, startService, type TestService } from '../service.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';
const unsure =
  'It is not certain whether this was saved. What you entered is still here; trying again does nothing twice.';
const notSent = 'Nothing was sent. What you wrote is still here.';
const unreachable = 'The service cannot be reached. Check the connection and try again.';
const between =
  'Something between this device and the service answered in its place. Check the connection, and try again in a few minutes.';

const html = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: 'text/html', body: '<html><title>nginx</title></html>' });
const refused = (status: number, more: object) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: { 'x-request-id': 'code-1' },
    body: JSON.stringify({ title: 'No', status, detail: '', requestId: 'code-1', ...more }),
  });

/** What becomes of something that is sent, and what is said of it: what failed, why, the code to quote. */
const failures: [how: string, fate: (route: Route) => Promise<void>, told: string[]][] = [
  ['the line breaks', (route) => route.abort(), [unsure, unreachable]],
  ['a gateway has lost the service', html(502), [unsure, between]],
  ['a gateway waits too long', html(504), [unsure, between]],
  ['a network asks to sign in to it', html(200), [unsure, between]],
  [
    'half a reply',
    (route) => route.fulfill({ status: 200, headers: { 'x-request-id': 'code-2' }, body: '{"number":' }),
    [unsure, 'The reply of the service came incomplete.', 'Code to quote: code-2'],
  ],
  ['a role', refused(403, { roles: ['planner'] }), [notSent, 'Who can: Planner.', 'Code to quote: code-1']],
  ['a proxy’s limit', html(413), [notSent, between]],
  [
    'too large',
    refused(413, { most: 4_194_304 }),
    [notSent, 'This is too large: 4\u00a0MB can be sent at most.', 'Code to quote: code-1'],
  ],
  [
    'too often',
    refused(429, {}),
    [notSent, 'Too many attempts. Wait a quarter of an hour and try again.', 'Code to quote: code-1'],
  ],
  [
    'an error of the service',
    refused(500, {}),
    [notSent, 'The service made an error. Try again; if it repeats, report the code.', 'Code to quote: code-1'],
  ],
];

afterAll(() => browser?.close());

withPages('what fails', () => {
  let database: Database;
  let service: TestService;
  let planner: Person;
  let deputy: Person;

  beforeAll(async () => {
    database = await testDatabase();
    await smallCountry(database);
    service = await startService(database, await builtClient());
    [planner, deputy] = [await service.as('planner'), await service.as('deputy')];
    await planner.send('POST', '/api/assignments', {
      settlements: [{ regionCode: '10', code: '1001' }],
      commitment: { operatorCode: 'north', technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q4' },
    });
    await planner.send('POST', '/api/schedules/north/versions', { responsibleOfficer: 'Officer' });
  });
  afterAll(async () => {
    await service.close();
    await database.close();
  });

  async function open(login: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language: 'en' });
    await prepare?.(page);
    if (prepare !== undefined) await page.reload();
    await signIn(page, login, password);
    return page;
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const told = async (page: Page) => (await page.locator('.notice--error p').allInnerTexts()).filter(Boolean);

  test('a question that could not be sent stays with why; sent again after its reply was lost, it is asked once', async () => {
    const page = await open('deputy');
    await page.goto('/inquiries/new');
    const question = page.getByLabel('Question');
    await question.fill('When will Aksu be connected?');
    const send = page.locator('form.panel button[type=submit]');
    const inquiries = '**/api/inquiries';
    for (const [how, fate, words] of failures) {
      await page.route(inquiries, fate);
      await send.click();
      await page.locator('.notice--error p', { hasText: words.at(-1)!.split('\u00a0')[0] }).waitFor();
      await expectSoon(async () => [how, ...(await told(page))], [how, ...words]);
      await expectSoon(() => question.inputValue(), 'When will Aksu be connected?');
      await page.unroute(inquiries);
    }
    await page.route(inquiries, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send.click();
    await page.locator('.notice--error', { hasText: unsure }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute(inquiries);
    await send.click();
    await page.waitForURL(/\/inquiries\/\*|\/inquiries\/%2A/);
    const { rows } = (await deputy.send('GET', '/api/inquiries')).body;
    expect(rows.map((row: { question: string }) => row.question)).toEqual(['When will Aksu be connected?']);
    await page.context().close();
  });

  test('a country that cannot be loaded says so, and is loaded when asked again', async () => {
    const page = await open('planner');
    await page.route('**/api/country/live', html(503));
    // Where no page of ours keeps anything meanwhile.
    await page.goto('/health');
    await page.evaluate(() => caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
    await page.goto('/map?show=all&place=11:1101');
    await page.locator('.notice--error').waitFor();
    await expectSoon(() => told(page), ['The country could not be loaded. Nothing is lost.', between]);
    await page.unroute('**/api/country/live');
    await button(page, 'Try again').click();
    await page.locator('#settlements [role=option]', { hasText: 'Кызылжар' }).waitFor();
    await page.context().close();
  });

  test('a session that ends while something is saved is begun again over the page, and then it is saved', async () => {
    const page = await open('planner');
    await page.locator('#settlements [role=option]', { hasText: 'Кокозек' }).click();
    await button(page, 'Assign…').click();
    const dialog = page.getByRole('dialog', { name: 'Assign an operator' });
    await dialog.getByLabel('Operator', { exact: true }).selectOption('south');
    await dialog.getByLabel('Technology', { exact: true }).selectOption('fibre');
    await dialog.getByLabel('Start', { exact: true }).selectOption('2028-Q1');
    await dialog.getByLabel('Finish', { exact: true }).selectOption('2028-Q2');
    await page.context().clearCookies();
    await dialog.locator('button[type=submit]').click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.waitFor();
    await expectSoon(() => again.getByLabel('Login').inputValue(), 'planner');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await again.getByLabel('Password').fill('wrong');
    await again.getByLabel('Password').press('Enter');
    await again.locator('.notice--error').waitFor();
    const before = (await planner.send('GET', '/api/settlements/10/1002')).body;
    expect(before.assignments).toEqual([]);
    await again.getByLabel('Password').fill(password);
    await again.getByLabel('Password').press('Enter');
    await again.waitFor({ state: 'detached' });
    await dialog.waitFor({ state: 'detached' });
    const after = (await planner.send('GET', '/api/settlements/10/1002')).body;
    expect(after.assignments.map((one: { operatorCode: string }) => one.operatorCode)).toEqual(['south']);

    // Signing out in one tab, and in again, is known in the other.
    const other = await page.context().newPage();
    await other.goto('/account');
    await button(other, 'Account').click();
    await other.getByText('Sign out').click();
    await other.locator('input[autocomplete=username]').waitFor();
    await again.waitFor();
    await signIn(other, 'planner', password);
    await again.waitFor({ state: 'detached' });
    await page.locator('#settlements [role=option]', { hasText: 'Кокозек' }).waitFor();
    await page.context().close();
  });

  test('deadlines are the service’s on a device whose clock is a year ahead', async () => {
    const clock = (years: number) => (page: Page) =>
      page.clock.setSystemTime(Date.now() + years * 366 * 24 * 60 * 60_000);
    const answers: string[] = [];
    for (const years of [0, 1]) {
      const page = await open('operator', clock(years));
      await page.locator('#answer .clock').first().waitFor();
      answers.push(await page.locator('#answer').innerText());
      await page.context().close();
    }
    expect(answers[1]).toBe(answers[0]);
    const page = await open('deputy', clock(1));
    await button(page, 'Share…').click();
    await page.locator('dialog input[name=manner]').nth(1).check();
    const last = await page.locator('dialog input[type=date]').first().getAttribute('max');
    expect(Math.abs(Date.parse(last!) - Date.now())).toBeLessThan(2 * 24 * 60 * 60_000);
    await page.context().close();
  });

  test('a file that a new version lacks is told as that, and the page is offered anew', async () => {
    const page = await open('deputy', async (one) => {
      await one.route('**/assets/share-dialog-*', (route) => route.fulfill({ status: 404, body: '' }));
    });
    await page.route(`${service.address}/`, html(200));
    await button(page, 'Share…').click();
    const notice = page.locator('.notices__one');
    await notice.waitFor();
    await expectSoon(
      () => notice.locator('span').first().innerText(),
      'This could not be opened. Nothing is lost. A new version has been installed since this page was opened. Save what you are writing, then load the page anew.',
    );
    await page.unrouteAll();
    await button(page, 'Load the page anew').click();
    await page.locator('#coverage[aria-busy=false]').waitFor();
    await page.context().close();
  });

  test('a browser that keeps nothing says so, and what was written stays', async () => {
    const { assignments } = (await planner.send('GET', '/api/settlements/10/1001')).body;
    const seen = { regionCode: '10', code: '1001', number: 1, version: assignments[0].version };
    await (
      await service.as('operator')
    ).send('POST', '/api/assignments/steps', { step: 'accept', assignments: [seen] });
    expect((await planner.send('POST', '/api/schedules/north/approval', { version: 1 })).status).toBe(200);
    const page = await open('operator', (one) =>
      one.addInitScript(() => {
        const forbidden = {
          get(): never {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        };
        for (const name of ['localStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, forbidden);
      }),
    );
    await page.goto('/commitments/10/1001/1');
    const note = page.getByRole('textbox', { name: 'Note', exact: true });
    await note.fill('The mast stands');
    await button(page, 'Send the report').click();
    await page.locator('.report-form .notice--error').waitFor();
    await expectSoon(
      () => page.locator('.report-form .notice--error').allInnerTexts(),
      [
        'Nothing was kept on this device and nothing was sent: it has no room left, or this browser keeps nothing, as in a private window. Free some space, or open the page in an ordinary window. What you wrote is here until you leave the page.',
      ],
    );
    await expectSoon(() => note.inputValue(), 'The mast stands');
    await page.context().close();
  });
});
