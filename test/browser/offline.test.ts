import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { ClientFile } from '../../server/client-files.ts';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { smallCountry } from '../country.ts';
import { testDatabase } from '../database.ts';
import { startService, type TestService } from '../service.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { type Language, signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

afterAll(() => browser?.close());

withPages('without a line', () => {
  let database: Database;
  let service: TestService;
  let client: Map<string, ClientFile>;
  const pages: Page[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await smallCountry(database);
    client = new Map(await builtClient());
    service = await startService(database, client);
    const planner = await service.as('planner');
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
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function open(login: string, language: Language = 'en') {
    const page = await visit(browser!, { address: service.address, language, keeps: true });
    pages.push(page);
    await signIn(page, login, password);
    await kept(page);
    return page;
  }

  /** The names under which answers of the service are kept. */
  const answersKept = async (page: Page) =>
    (await page.evaluate(() => caches.keys())).filter((name) => name.startsWith('kept '));

  /** Waits until this is so in the page. Looking takes a while there, for which `waitForFunction` does not wait. */
  const until = (page: Page, isSo: () => Promise<boolean>) => expectSoon(() => page.evaluate(isSo), true);

  /** Waits until the page is kept, and the worker is there which will open it. */
  async function kept(page: Page): Promise<void> {
    await until(
      page,
      async () => navigator.serviceWorker.controller !== null && (await caches.match('/')) !== undefined,
    );
  }

  async function withoutLine(page: Page): Promise<void> {
    await page.context().setOffline(true);
    await page.reload();
  }

  test('the operator’s page opens, says since when it is as shown, and shows the present state when asked', async () => {
    const page = await open('operator');
    const commitment = page.locator('#answer', { hasText: 'Аксу' });
    await commitment.waitFor();
    await withoutLine(page);
    await commitment.waitFor();
    const banner = page.locator('[role=status] .banner');
    await banner.filter({ hasText: /^No connection: shown as of \d+ \w+ \d{4} at \d\d:\d\d\./ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);
    await banner.filter({ hasText: 'The connection is back.' }).waitFor();
    await banner.getByText('Show the present state').click();
    await commitment.waitFor();
    await banner.waitFor({ state: 'detached' });
  });

  test.each([
    ['kk', 'Байланыс жоқ.'],
    ['ru', 'Нет связи:'],
  ] as const)('the deputy’s page opens, in the language %s', async (language, says) => {
    const page = await open('deputy', language);
    const figures = page.locator('main table').first();
    await figures.waitFor();
    await page.locator('.skeleton').waitFor({ state: 'detached' });
    const before = await figures.innerText();
    await withoutLine(page);
    await page.locator('.banner').filter({ hasText: says }).waitFor();
    await figures.waitFor();
    await expectSoon(() => figures.innerText(), before);
    expect(await page.locator('.notice--error').count()).toBe(0);
  });

  test('the planner’s page opens with its list, its map and names in every language', async () => {
    const page = await open('planner', 'ru');
    await until(
      page,
      async () => (await caches.match('/api/country/names/ru/others', { ignoreSearch: true })) !== undefined,
    );
    await withoutLine(page);
    await page.locator('.banner', { hasText: 'Нет связи:' }).waitFor();
    await page.locator('input[type=search]').fill('көкөзек');
    await page.locator('#settlements [role=option]', { hasText: 'Кокозек' }).waitFor();
    await page.locator('.leaflet-container canvas').first().waitFor();
  });

  test('nothing that was kept for one person stays for another', async () => {
    const page = await open('operator');
    await expectSoon(() => answersKept(page), [expect.stringMatching(/^kept \/assets\/main-\w+\.js operator$/)]);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByText('Sign out').click();
    await page.locator('input[autocomplete=username]').waitFor();
    await expectSoon(() => answersKept(page), []);
    await withoutLine(page);
    await page.getByText('The service cannot be reached.').waitFor();
    expect(await page.getByText('Аксу').count()).toBe(0);

    await page.context().setOffline(false);
    await page.reload();
    await signIn(page, 'deputy', password);
    await expectSoon(() => answersKept(page), [expect.stringMatching(/ deputy$/)]);
  });

  test('a session that has ended leaves nothing', async () => {
    const page = await open('operator');
    await page.context().clearCookies();
    await page.reload();
    await page.locator('input[autocomplete=username]').waitFor();
    await expectSoon(() => answersKept(page), []);
  });

  test('a new version takes over whole, and of the old one nothing stays', async () => {
    const page = await open('operator');
    const [old] = [...client.keys()].filter((path) => path.startsWith('/assets/main-'));
    const renamed = '/assets/main-NEXT.js';
    const pages = [...client].filter(([, { type }]) => type.startsWith('text/html'));
    client.set(renamed, client.get(old)!);
    for (const [path, page] of pages) {
      const body = Buffer.from(page.body.toString().replaceAll(old, renamed));
      client.set(path, { ...page, body, brotli: brotliCompressSync(body), gzip: gzipSync(body), etag: '"next"' });
    }
    client.delete(old);
    try {
      await page.reload();
      await page.locator('#answer', { hasText: 'Аксу' }).waitFor();
      await until(page, async () => {
        const all = await caches.keys();
        return all.includes('shell /assets/main-NEXT.js') && !all.some((name) => !name.includes('main-NEXT'));
      });
      expect(await page.evaluate(async (path) => (await caches.match(path)) === undefined, old)).toBe(true);
      await withoutLine(page);
      await page.locator('#answer', { hasText: 'Аксу' }).waitFor();
      await expectSoon(() => page.locator('script[type=module]').getAttribute('src'), renamed);
    } finally {
      client.set(old, client.get(renamed)!);
      for (const [path, page] of pages) client.set(path, page);
    }
  });
});
