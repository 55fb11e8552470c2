import { readFile } from 'node:fs/promises';
import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import { assess } from '../../server/assessment/assess.ts';
import { assign } from '../../server/assignments/plan.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { box, collection, polygon } from '../geodata/scratch.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';
import { startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

withPages('how far the promise is kept, in a browser', () => {
  let database: Database;
  let service: TestService;
  const pages: Page[] = [];

  /** Does something as if it were this day. */
  async function on(date: string, work: () => Promise<unknown>): Promise<void> {
    feignDate(date);
    await work();
    await assess(database, { type: 'country' }, date);
    jest.useRealTimers();
  }

  beforeAll(async () => {
    database = await testDatabase();
    await on('2026-05-10', () => recordedCountry(database, '2026-05-10'));
    // The operator claims the west; in the east it is to connect one village by the end of September.
    await on('2026-05-20', async () => {
      const claim = {
        operator: 'north',
        technology: 'fibre',
        download: 200,
        upload: 100,
        latency: 10,
        date: '2026-05-01',
      };
      const area = { properties: claim, geometry: polygon(box(70.4, 50.9, 71.6, 51.1)) };
      await loadText(database, 'coverage.geojson', collection([area]), { asOf: '2026-05-20' });
      const { refused } = await assign(
        database,
        { login: 'planner', today: '2026-05-20' },
        {
          settlements: [{ regionCode: 'east', code: 'd' }],
          commitment: {
            operatorCode: 'north',
            technology: 'fibre',
            startQuarter: '2026-Q2',
            finishQuarter: '2026-Q3',
            costTenge: 75_000_000,
            subsidyTenge: null,
            responsibleOfficer: 'А. Сәрсенов',
          },
        },
      );
      expect(refused).toEqual([]);
    });
    service = await startService(database, await builtClient());
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function open(login: string) {
    const page = await visit(browser!, { address: service.address, language: 'en' });
    pages.push(page);
    await signIn(page, login, password);
    return page;
  }

  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const headline = (page: Page, text: string) => page.locator('.headline__number', { hasText: text }).waitFor();
  const place = (page: Page, name: string) => page.locator('.coverage__place', { hasText: name }).waitFor();
  const rows = (page: Page) => page.locator('#parts tbody tr').allInnerTexts();
  const query = (page: Page) => new URL(page.url()).search;

  /** Goes on by the Tab key until it is at an element with this text. */
  async function tabTo(page: Page, text: string): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === text) return;
    }
    throw new Error(`The keyboard does not reach ${text}`);
  }

  async function downloaded(page: Page, name: string): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), link(page, name).click()]);
    return readFile(await download.path(), 'utf8');
  }

  test('a deputy reads the headline, goes into a region by the keyboard, and back and forward', async () => {
    const asked: string[] = [];
    const page = await visit(browser!, { address: service.address, language: 'en' });
    pages.push(page);
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await signIn(page, 'deputy', password);
    await headline(page, '53.4% of residents served');
    await headline(page, '75% of settlements served');
    await page.getByText('2,300 of 4,300').waitFor();
    await page
      .getByText('Target: every settlement of more than 250 people, by 31 December 2027. 404 days are left.')
      .waitFor();
    await page.getByText('As of 22 November 2026.').waitFor();
    await expectSoon(() => rows(page), ['East\t2,800\t800\t28.5%\t2,000\t2,000', 'West\t1,500\t1,500\t100%\t0\t0']);
    await page.locator('.choropleth__place').nth(1).waitFor();
    await expectSoon(() => page.locator('.choropleth__place title').allTextContents(), ['East: 28.5%', 'West: 100%']);
    // The first view does without the whole country.
    expect(asked).not.toContain('/api/country');
    expect(asked).not.toContain('/api/country/live');

    await tabTo(page, 'East');
    await page.keyboard.press('Enter');
    await place(page, 'East');
    await page.getByRole('rowheader', { name: 'E one' }).waitFor();
    await expectSoon(() => query(page), '?region=east');
    await expectSoon(() => page.evaluate(() => document.activeElement?.className), 'coverage__place');
    await tabTo(page, 'E one');
    await page.keyboard.press('Enter');
    await place(page, 'East, E one');
    await expectSoon(() => query(page), '?region=east&district=e1');
    await page.locator('.choropleth__mark').waitFor();

    await page.goBack();
    await page.goBack();
    await place(page, 'Whole country');
    await headline(page, '53.4% of residents served');
    await page.goForward();
    await place(page, 'East');
    await headline(page, '28.5% of residents served');
    await expectSoon(
      () => page.getByRole('link', { name: 'Ask about this…' }).getAttribute('href'),
      expect.stringMatching(/^\/inquiries\/new\?region=east&figure=of\+residents\+served%3A\+28\.5%25/),
    );

    // The picture leads to the same places.
    await page.getByLabel('Region').selectOption({ label: 'Whole country' });
    await page.locator('.choropleth__place').first().click();
    await place(page, 'East');
  });

  test('the table is sorted and counts people or places; the address keeps it', async () => {
    const page = await open('deputy');
    await page.getByRole('radio', { name: 'Settlements' }).check();
    await page.getByRole('rowheader', { name: 'West' }).waitFor();
    await expectSoon(() => rows(page), ['East\t2\t1\t50%\t1\t1', 'West\t2\t2\t100%\t0\t0']);
    await button(page, 'Share').click();
    await page.locator('th[aria-sort=descending]').waitFor();
    await expectSoon(async () => (await rows(page)).map((row) => row.slice(0, 4)), ['West', 'East']);
    await expectSoon(() => query(page), '?by=settlements&sort=-share');
    await page.reload();
    await page.locator('th[aria-sort=descending]').waitFor();
    const csv = await downloaded(page, 'CSV');
    expect(
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').slice(0, 2)),
    ).toEqual([
      ['2026-11-22', 'east'],
      ['2026-11-22', 'west'],
    ]);
    await page.getByText('The curve as a table').click();
    const curve = page.locator('.curve ~ details tbody tr');
    await expectSoon(() => curve.last().innerText(), expect.stringMatching(/^Q4 2026\t/));
  });

  test('what is overdue, and what is to be connected, with files of exactly those rows', async () => {
    const page = await open('deputy');
    await link(page, 'Overdue 1').click();
    const row = page.locator('#overdue-rows tbody tr');
    await row.getByText('53 days overdue').waitFor();
    for (const part of ['Дала', 'East', '2,000 people', 'North', 'days × people: 106,000', 'not stated', 'А. Сәрсенов'])
      await expectSoon(() => row.innerText(), expect.stringContaining(part));
    expect(await downloaded(page, 'CSV')).toMatch(/^\ufeff?known_on,code,[^\n]*\n2026-11-22,d,[^\n]*,53,106000,/);
    await page.getByLabel('Operator').selectOption('north');
    await expectSoon(() => query(page), '?tab=overdue&operator=north');

    await link(page, 'Settlements').click();
    await page.locator('#settlement-rows').getByText('Дала').waitFor();
    await expectSoon(() => page.locator('#settlement-rows tbody tr').count(), 1);
    await page.getByRole('radio', { name: 'Population missing' }).check();
    await page.locator('#settlement-rows').getByText('Белгісіз').waitFor();
    await expectSoon(() => query(page), '?tab=settlements&show=population-missing');
    const { features } = JSON.parse(await downloaded(page, 'GeoJSON'));
    expect(features.map((one: { properties: { code: string } }) => one.properties.code)).toEqual(['e']);
  });

  test('the figures of a past date, plainly said to be so, and back to today', async () => {
    const page = await open('deputy');
    await page.getByLabel('As known on').fill('2026-05-15');
    await button(page, 'Show').click();
    await page.getByText('As known on 15 May 2026.').waitFor();
    await headline(page, '18.6% of residents served');
    await expectSoon(() => query(page), '?known-on=2026-05-15');
    await link(page, 'Settlements').click();
    await page.locator('#settlement-rows tbody tr').nth(2).waitFor();
    const csv = await downloaded(page, 'CSV');
    expect(
      csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').slice(0, 2)),
    ).toEqual([
      ['2026-05-15', 'd'],
      ['2026-05-15', 'a'],
      ['2026-05-15', 'b'],
    ]);
    await link(page, 'Back to today').click();
    await headline(page, '53.4% of residents served');
    await expectSoon(() => page.locator('.past-banner').count(), 0);

    await page.goto('/coverage?known-on=2026-05-01');
    await page.getByText('Nothing was known yet on that date.').waitFor();
    await page.goto('/coverage?tab=changes&known-on=2026-05-21');
    await page.getByText('Бұлақ, 500 people: was unknown, now served').waitFor();
  });

  test('on paper there are figures, legend and date, and no buttons', async () => {
    const page = await open('deputy');
    await page.locator('.choropleth__place').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expectSoon(() => page.locator('.share-legend').isVisible(), true);
    await expectSoon(() => page.getByText('As of 22 November 2026.').isVisible(), true);
    await expectSoon(() => button(page, 'Print').isVisible(), false);
    await expectSoon(() => page.locator('.coverage-tabs').isVisible(), false);
  });

  test('what cannot be loaded says so and can be tried again; an operator is told who can', async () => {
    const deputy = await open('deputy');
    await deputy.route('**/api/reports/coverage', (route) => route.fulfill({ status: 500, json: { title: 'Error' } }));
    await deputy.goto('/coverage');
    await deputy.getByText('The figures could not be loaded. Nothing is lost.').waitFor();
    await deputy.unroute('**/api/reports/coverage');
    await button(deputy, 'Try again').click();
    await headline(deputy, '53.4% of residents served');
    const operator = await open('operator');
    await operator.goto('/coverage');
    await operator.getByText('The figures of all operators cannot be read with this account.').waitFor();
  });
});
