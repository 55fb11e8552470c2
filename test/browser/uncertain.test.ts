import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

withPages('what if, and where to inspect, in a browser', () => {
  let database: Database;
  let service: TestService;

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    service = await startService(database, await builtClient());
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });

  async function personAt(login: string, at: string): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language: 'en' });
    await signIn(page, login, password);
    await page.goto(at);
    return page;
  }
  const pathOf = (page: Page) => page.url().slice(service.address.length);

  test('a dataset is withdrawn, saved, passed on, and thrown away', async () => {
    const planner = await personAt('planner', '/what-if');
    await planner.getByText('Choose what is to be otherwise').waitFor();
    // By keys alone: open the files, choose the first.
    await planner.locator('summary', { hasText: 'Without the evidence of files' }).press('Enter');
    await planner.getByLabel('register (1 piece of evidence)').press('Space');
    await planner.getByText('1 settlement, 800 people').waitFor();
    await expectSoon(() => pathOf(planner), '/what-if?datasets=register');
    await expectSoon(
      () => planner.locator('.change-list__row').innerText(),
      expect.stringMatching(/Форт[^]*East, 800 people[^]*now: served, would be: unknown, flagged/),
    );
    await planner.locator('.plain-map canvas').first().waitFor();
    const file = await planner.request.get((await planner.getByText('CSV').getAttribute('href'))!);
    expect((await file.text()).split('\n')[1]).toMatch(/^f,Форт/);

    await planner.getByLabel('Name').fill('Without the register');
    await planner.getByRole('button', { name: 'Save' }).click();
    await planner.getByText('It finds the same as when it was saved.').waitFor();
    await expectSoon(() => pathOf(planner), expect.stringMatching(/^\/what-if\/[0-9a-f-]{36}$/));

    await database.query('update settlement set population = 900 where code = $1', ['f']);
    await database.query("update chain set sequence = sequence + 1 where region_code = 'east'");
    const deputy = await personAt('deputy', pathOf(planner));
    await deputy.getByText('Without the register').nth(1).waitFor();
    await deputy.getByLabel('Fixed service from, Mbit/s').fill('50');
    await deputy.getByLabel('Fixed service from, Mbit/s').press('Enter');
    await deputy.getByText('Without the register').nth(1).waitFor({ state: 'detached' });
    await expectSoon(() => pathOf(deputy), '/what-if?fixed=50&datasets=register');
    await deputy.goBack();
    await deputy.getByText('Without the register').first().waitFor();

    await planner.getByRole('button', { name: 'Throw away “Without the register”' }).click();
    await planner.getByText('None has been saved yet.').waitFor();
    await expectSoon(() => pathOf(planner), '/what-if?datasets=register');
  });

  test('routes are planned from a place that is chosen, shown by day and taken along', async () => {
    const planner = await personAt('planner', '/inspections');
    await planner.getByLabel('Sets out from').selectOption({ label: 'West' });
    await planner.getByLabel('Settlement').selectOption({ label: 'Бұлақ' });
    await planner.getByLabel('Hours a day').fill('6');
    await planner.getByRole('button', { name: 'Plan routes' }).press('Enter');
    await planner.getByRole('heading', { name: 'Team 1, day 1' }).waitFor();
    await expectSoon(() => pathOf(planner), '/inspections?teams=west:b&hours=6');
    const stops = planner.locator('.route__stops tbody th');
    await expectSoon(
      async () => (await stops.allInnerTexts()).map((text) => text.split('\n')[0]),
      ['1. Бұлақ', '2. Ақсу'],
    );
    const gpx = await planner.request.get((await planner.getByText('GPX').getAttribute('href'))!);
    expect(await gpx.text()).toContain('<rtept lat="51" lon="70.5"><name>Ақсу</name></rtept>');
    await planner.goBack();
    await planner.getByText('Say where each team sets out').waitFor();
  });
});
