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

withPages('shared links in a browser', () => {
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

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Opens an address as somebody who was never here. */
  async function stranger(address: string): Promise<Page> {
    const context = await browser!.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  test('a view is shared, opened without signing in as it was filtered, follows changes, and closes', async () => {
    const deputy = await visit(browser!, { address: service.address, language: 'en' });
    await signIn(deputy, 'deputy', password);
    await deputy.goto('/map?show=all&region=west');
    await button(deputy, 'Share…').click();
    await deputy.getByLabel('live: as it is, with every change').waitFor();
    await deputy.locator('dialog').getByLabel('Language').selectOption('ru');
    await button(deputy, 'Make a link').click();
    const address = await deputy.getByLabel('Address of the link').inputValue();

    const reader = await stranger(address);
    await reader.getByText('Текущие данные: ').waitFor();
    await expectSoon(() => reader.getByRole('heading', { level: 2 }).first().innerText(), 'West');
    const rows = reader.locator('section', { hasText: 'Населённые пункты' }).locator('tbody th');
    await rows.first().waitFor();
    await expectSoon(
      async () => (await rows.allInnerTexts()).map((text) => text.split('\n')[0]),
      ['Ақсу', 'Бұлақ', 'Шағын'],
    );
    expect(await reader.locator('form, textarea, input').count()).toBe(0);
    await expectSoon(() => reader.locator('#parts tbody th').allInnerTexts(), ['W one', 'W two']);
    await expectSoon(() => reader.locator('.choropleth__place').count(), 2);

    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q2',
    };
    const settlements = [{ regionCode: 'west', code: 'b' }];
    const planner = await service.as('planner');
    expect((await planner.send('POST', '/api/assignments', { settlements, commitment })).status).toBe(200);
    // Whoever comes back to the page does not wait for the next time that it asks.
    const lookAgain = () => reader.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await lookAgain();
    await rows.locator('..').getByText('Север, волоконно-оптическая').waitFor();

    await deputy.goto('/share-links');
    await deputy.getByText('Shows how things stand, with every change.').waitFor();
    await button(deputy, 'Revoke').click();
    await deputy.locator('dialog').getByRole('button', { name: 'Revoke' }).click();
    await deputy.getByText('Revoked on 22 November 2026.').waitFor();
    await lookAgain();
    await reader.getByText('Эта ссылка не открывается').waitFor();
    await reader.reload();
    await reader.getByText('This link does not open').waitFor();
  });

  test('a frozen view says its date, and a link that was altered says that it does not open', async () => {
    const deputy = await service.as('deputy');
    const { body } = await deputy.send('POST', '/api/share-links', {
      address: '/coverage?region=east&show=all&language=en',
      frozenOn: '2026-11-22',
      expiresOn: '2026-12-31',
    });
    const address = `${service.address}/shared/${body.token}`;
    const reader = await stranger(address);
    await reader.getByText('As known on 22 November 2026').waitFor();
    await reader.getByText('The link opens until 31 December 2026.').waitFor();
    await reader.getByText('Дала').waitFor();
    await reader.goto(address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A'));
    await reader.getByText('This link does not open').waitFor();
    await reader.getByText('Ask whoever sent it for a new one.').waitFor();
  });
});
