import type { Locator, Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { smallCountry } from '../country.ts';
import { testDatabase } from '../database.ts';
import { type Person, startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { type Language, signIn, visit } from './visit.ts';
import { browser, withBrowser } from './with-browser.ts';

const password = 'correct horse battery';

const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const settlements = csv(
  'settlements-2026.csv',
  'code,name,population,longitude,latitude\n1005,Жаңатас,800,70.25,50.1\n1006,Қарасу,-5,70.35,50.1\n1007,Тереңөзек,10,50.1,70.3\n',
);

withBrowser('in a browser', () => {
  let database: Database;
  let service: TestService;
  let other: Person;
  beforeAll(async () => {
    database = await testDatabase();
    await smallCountry(database);
    service = await startService(database, await builtClient());
    other = await service.as('planner2');
    await assignByOther('1001', '10', 'north', '2027-Q1', '2027-Q4');
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });

  const pages: Page[] = [];
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  /** Someone at the service's address, signed in where a login is given. */
  async function open(login: string | null, language: Language = 'en', size: { width?: number; height?: number } = {}) {
    const page = await visit(browser!, { address: service.address, language, ...size });
    pages.push(page);
    if (login !== null) await signIn(page, login, password);
    return page;
  }

  async function assignByOther(code: string, regionCode: string, operatorCode: string, start: string, finish: string) {
    const commitment = { operatorCode, technology: 'fibre', startQuarter: start, finishQuarter: finish };
    const reply = await other.send('POST', '/api/assignments', {
      settlements: [{ regionCode, code }],
      commitment: { ...commitment, costTenge: null, subsidyTenge: null, responsibleOfficer: '' },
    });
    expect(reply.body).toMatchObject({ done: [{ code }], refused: [] });
    return reply.body.actionId as string;
  }

  const option = (page: Page, name: string) => page.locator('#settlements [role=option]', { hasText: name });
  const text = async (locator: Locator) => (await locator.innerText()).replaceAll('\u00a0', ' ');
  const listed = (page: Page) => page.locator('#settlements .row__name').allInnerTexts();
  const selected = (page: Page) => page.locator('#settlements [aria-selected=true] .row__name').allInnerTexts();
  const button = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true });
  /** Fills in a form of the assign dialog: operator, technology, start, finish. */
  async function fill(dialog: Locator, ...values: string[]) {
    for (const [at, value] of values.entries()) await dialog.locator('form select').nth(at).selectOption(value);
  }

  /** The page's state by its address; the map to some four pixels, since it is laid out anew when the bar appears. */
  function stateOf(page: Page) {
    const { map, ...others } = Object.fromEntries(new URL(page.url()).searchParams);
    return { ...others, map: map.split('/').map((part) => Number(part).toFixed(2)) };
  }

  const signInWords = {
    kk: ['Жүйеге кіру', 'Логин немесе құпиясөз қате.', '3 / 6 елді мекен'],
    ru: ['Вход', 'Неверный логин или пароль.', '3 из 6 населённых пунктов'],
    en: ['Sign in', 'Login and password do not fit together.', '3 of 6 settlements'],
  };

  test.each(['kk', 'ru', 'en'] as const)('one signs in, in %s', async (language) => {
    const [title, wrong, count] = signInWords[language];
    const page = await open(null, language);
    await expectSoon(() => page.locator('html').getAttribute('lang'), language);
    await expectSoon(() => text(page.locator('h1')), title);
    await page.locator('input[autocomplete=username]').fill('planner');
    await page.locator('input[autocomplete=current-password]').fill('wrong');
    await page.locator('button[type=submit]').click();
    await page.getByText(wrong).waitFor();
    await signIn(page, 'planner', password);
    await expectSoon(() => text(page.locator('.list-head p').first()), count);
  });

  test('what a file’s columns are is told on a phone, where they are not recognised', async () => {
    const page = await open('planner', 'en', { width: 320, height: 640 });
    await page.goto('/imports');
    // No file was loaded yet: how to begin is told.
    await page.locator('.guide[open] li').first().waitFor();
    await expectSoon(() => page.locator('.guide li').count(), 7);
    await page.locator('input[type=file]').setInputFiles([csv('other.csv', 'a,b\n1001,900\n'), settlements]);
    await page.locator('.file-card form button[type=submit]').click();
    await page.locator('.file-card .notice--error').waitFor();
    await page.locator('.file-card select').first().selectOption('populations');
    await page.locator('.waiting button').click();
    const columns = page.locator('.columns select');
    await columns.nth(0).selectOption('a');
    await columns.nth(1).selectOption('b');
    await page.locator('.file-card form button[type=submit]').click();
    await page.locator('.preview').waitFor();
    await expectSoon(() => page.locator('.counts dd').allInnerTexts(), ['0', '1', '0', '0', '0']);
    await page.locator('.file-card details.more summary').click();
    await page.locator('.preview .file-card__actions button').nth(1).click();
    await expectSoon(() => page.locator('.file-card').count(), 0);
  });

  test('a planner brings in a file: what it would change, what is rejected and why, then its villages on the map', async () => {
    const page = await open('planner');
    await expectSoon(() => listed(page), ['Аксу', 'Кокозек', 'Кызылжар']);
    await button(page, 'More').click();
    await page.getByRole('link', { name: 'Data files' }).click();
    await page.locator('input[type=file]').setInputFiles(settlements);
    await page.getByLabel('Source', { exact: true }).fill('Ministry of the Interior');
    await button(page, 'Check the file').click();
    await page.getByRole('heading', { name: 'What loading it would change' }).waitFor();
    await expectSoon(
      () => text(page.locator('.preview > p').first()),
      'Recognised by its columns as: settlements. Columns read: code, name, population, longitude, latitude (CSV, utf-8, separated by ",")',
    );
    await expectSoon(
      () => page.locator('.counts > div').allInnerTexts(),
      ['added\n1', 'changed\n0', 'removed\n0', 'unchanged\n0', 'rejected\n2'],
    );
    await expectSoon(
      () => page.locator('.rejects tbody tr').allInnerTexts(),
      ['3\tpopulation\t-5\tnegative', '4\t\t50.1, 70.3\tlongitude and latitude are swapped'],
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the rejected rows' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('settlements-2026-refused.csv');

    await button(page, 'Load 1 row').click();
    await page.getByText('settlements-2026.csv: 1 row loaded').waitFor();
    await page.locator('.loaded__table').waitFor();
    await expectSoon(
      () => text(page.locator('.loaded__table tbody tr')),
      expect.stringContaining('Ministry of the Interior'),
    );
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await option(page, 'Жаңатас').waitFor();
    await expectSoon(() => text(page.locator('.list-head p').first()), '4 of 7 settlements');
    await expectSoon(() => text(page.locator('.legend')), expect.stringContaining('flagged, not assigned'));
  });

  test('selects by lasso, assigns what the rules allow, undoes and redoes', async () => {
    const page = await open('planner');
    await page.goto('/?map=9/50.1/70.25');
    await option(page, 'Жаңатас').waitFor();
    await button(page, 'Select with a lasso').click();
    const map = (await page.locator('.leaflet-container').boundingBox())!;
    const at = ([x, y]: number[]) => [map.x + map.width / 2 + x, map.y + map.height / 2 + y] as const;
    // Around 70.1, 70.2 and 70.25°E, of 364 pixels a degree; 71.1°E is out of view.
    const line = [[-90, 0], [-70, -45], [20, -45], [45, 0], [20, 45], [-70, 45], [-90, 0]]; // prettier-ignore
    await page.mouse.move(...at(line[0]));
    await page.mouse.down();
    for (const corner of line.slice(1)) await page.mouse.move(...at(corner), { steps: 5 });
    await page.mouse.up();
    await page.getByText('3 settlements, 2,800 people, 1 district').waitFor();
    await expectSoon(() => selected(page), ['Аксу', 'Кокозек', 'Жаңатас']);

    await button(page, 'Assign…').click();
    const dialog = page.locator('dialog');
    await fill(dialog, 'north', 'fibre', '2027-Q2', '2027-Q3');
    await expectSoon(
      () => text(dialog.locator('.conflict summary')),
      expect.stringContaining('The same operator is already assigned there at that time'),
    );
    await button(dialog, 'Assign 2, skip 1').click();
    await page.getByText('2 settlements assigned').waitFor();
    // What was skipped stays selected.
    await expectSoon(() => selected(page), ['Аксу']);
    const proposed = () => page.locator('#settlements [role=option]', { hasText: 'draft, proposed' }).count();
    await expectSoon(proposed, 3);

    await button(page.locator('.top-bar'), 'Undo').click();
    await page.getByText('Undone: 2 assignments').waitFor();
    await expectSoon(proposed, 1);
    await button(page.locator('.top-bar'), 'Redo').click();
    await page.getByText('Redone: 2 assignments').waitFor();
    await expectSoon(proposed, 3);
  });

  test('a change by another planner arrives; the map, the list and the selection stay where they are', async () => {
    const page = await open('planner');
    await page.goto('/?map=9/50.1/70.25');
    await option(page, 'Кокозек').click();
    await page.getByText('1 settlement, 1,000 people, 1 district').waitFor();
    await page.waitForURL(/selected=/);
    const before = stateOf(page);
    expect(await text(option(page, 'Кызылжар'))).not.toContain('draft, proposed');

    await assignByOther('1101', '11', 'south', '2027-Q1', '2027-Q2');
    await option(page, 'Кызылжар').filter({ hasText: 'draft, proposed' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Others changed 1 settlement: Кызылжар' }).waitFor();
    await expectSoon(() => stateOf(page), before);
    await expectSoon(() => selected(page), ['Кокозек']);
  });

  test('two planners who change one population are both shown; neither word is lost', async () => {
    const page = await open('planner');
    await option(page, 'Кызылжар').click();
    await button(page, 'Correct').click();
    const { body } = await other.send('GET', '/api/settlements/11/1101');
    await other.send('PATCH', '/api/settlements/11/1101', {
      version: body.settlement.version,
      population: 1100,
      populationDate: '2026-10-01',
      populationSource: 'akimat',
    });
    await page.locator('.row__people', { hasText: '1,100' }).waitFor();
    await page.getByLabel('People', { exact: true }).fill('1200');
    await button(page, 'Save').click();
    const dialog = page.getByRole('dialog', { name: 'Changed by somebody else' });
    await dialog.waitFor();
    const row = dialog.locator('tbody tr', { hasText: '1,200' });
    await expectSoon(async () => (await row.innerText()).split(/\s*\t\s*/), ['People', '1,100 people', '1,200 people']);
    await dialog.getByLabel('1,200 people').check();
    await button(dialog, 'Save mine in 1 field').click();
    await page.locator('.row__people', { hasText: '1,200' }).waitFor();
    const after = await other.send('GET', '/api/settlements/11/1101');
    expect(after.body.settlement).toMatchObject({ population: 1200, populationSource: 'akimat' });
  });

  test('a deputy sees the same and is offered nothing that writes', async () => {
    const page = await open('deputy');
    await page.goto('/map');
    await option(page, 'Аксу').click();
    await page.locator('.details section').first().waitFor();
    await page.getByText('1 settlement, 1,000 people, 1 district').waitFor();
    const names = (await page.getByRole('button').all()).map((one) =>
      one.getAttribute('aria-label').then(async (label) => label ?? one.innerText()),
    );
    const buttons = await Promise.all(names);
    for (const name of ['Assign…', 'Assign an operator…', 'Correct', 'Undo', 'Redo', 'History'])
      expect(buttons).not.toContain(name);
    expect(buttons).toContain('Clear');
    expect(await page.getByRole('link', { name: 'Data files' }).count()).toBe(0);
    await page.locator('#settlements').press('a');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test.each(['deputy', 'operator'])('the page of data files tells the %s who can', async (login) => {
    const page = await open(null);
    await page.locator('input[autocomplete=username]').fill(login);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.sign-in').waitFor({ state: 'detached' });
    await page.goto('/imports');
    await page.getByText('Who can: Planner, Administrator.').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });
});
