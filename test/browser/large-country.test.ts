// A country of too many settlements to be sent whole: the limit is lowered for the test.
import type { Locator, Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { largeCountry } from '../large-country.ts';
import { startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { type Language, plannersPage, signIn, visit } from './visit.ts';
import { browser, withBrowser } from './with-browser.ts';

withBrowser('the page of a large country', () => {
  let database: Database;
  let service: TestService;
  beforeAll(async () => {
    database = await testDatabase();
    await largeCountry(database, 3000);
    service = await startService(database, await builtClient(), undefined, { wholeUpTo: 1000 });
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });

  async function open(login: string, language: Language = 'en', width = 1280) {
    const page = await visit(browser!, { address: service.address, language, width });
    await signIn(page, login, 'correct horse battery');
    return page;
  }
  const text = async (where: Locator) => (await where.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
  const says = (page: Page, sentence: string) => page.getByText(sentence, { exact: true }).first().waitFor();
  const firstListed = async (page: Page) => (await page.locator('#settlements .row__name').allInnerTexts()).slice(0, 3);
  const option = (page: Page, name: string) => page.locator('#settlements [role=option]', { hasText: name }).first();
  const button = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true });

  test('the list comes a page at a time, in its order, with what all of it amounts to; a link shows the same', async () => {
    const page = await open('planner');
    await says(page, '1,241 of 3,000 settlements');
    await expectSoon(() => firstListed(page), ['Shymkent', 'Aktobe', 'Karagandy']);
    await says(page, 'The first 100 are shown; more come as you scroll.');
    // The first key puts the cursor into the list.
    for (const key of ['Home', 'End']) await page.locator('#settlements').press(key);
    await says(page, 'The first 600 are shown; more come as you scroll.');
    await page.locator('.list-head select').selectOption('name');
    await page.waitForURL(/sort=name/);
    await page.locator('input[type=search]').first().fill('тараз');
    await says(page, '1 of 3,000 settlements');
    await option(page, 'Taraz').waitFor();

    const { pathname, search } = new URL(page.url());
    const other = await open('planner2', 'ru');
    await other.goto(pathname + search);
    await option(other, 'Тараз').waitFor();
    await expectSoon(() => text(other.locator('.list-head p').first()), '1 из 3 000 населённых пунктов');
    await expectSoon(() => firstListed(other), ['Тараз']);
    await other.context().close();
    await page.context().close();
  });

  test('circles stand for many on the map; nearer, each settlement is there to be chosen', async () => {
    const page = await open('planner');
    await says(page, 'A circle stands for many settlements, with their number. Zoom in to see each.');
    await page.goto('/?map=10/42.9/71.37');
    await option(page, 'Taraz').waitFor();
    // No number beside it: only what was met is known here.
    await expectSoon(() => page.locator('.legend li').allInnerTexts(), ['flagged, not assigned']);
    await page.locator(plannersPage).press('v');
    // Taraz and the villages around it; how many depends on the height of the map.
    await button(page, 'Assign…').waitFor();
    await expectSoon(() => page.locator('#settlements [aria-selected=true] .row__name').first().innerText(), 'Taraz');
    await expectSoon(
      () => text(page.locator('.action-bar')),
      expect.stringMatching(/^[2-9] settlements, 3\d\d,\d{3} people, 1 district/),
    );
    await page.context().close();
  });

  test('what is selected is fetched before it is assigned; what others do shows itself; undo as in any country', async () => {
    const page = await open('planner');
    await option(page, 'Taraz').click();
    await option(page, 'Oral').click({ modifiers: ['Control'] });
    await says(page, '2 settlements, 688,153 people, 2 districts');
    // Until all that it needs is there, it is not offered, by a key neither.
    await button(page, 'Assign…').waitFor();
    await page.locator('#settlements').press('a');
    const dialog = page.locator('dialog');
    for (const [at, value] of ['north', 'fibre', '2027-Q1', '2027-Q2'].entries()) {
      await dialog.locator('form select').nth(at).selectOption(value);
    }
    await button(dialog, 'Assign 2').click();
    await option(page, 'Taraz').getByText('draft').waitFor();
    expect(await database.query('select count(*)::integer as count from assignment')).toEqual([{ count: 2 }]);

    const other = await service.as('planner2');
    const [{ regionCode, code }] = (await other.send('GET', '/api/settlements?query=Pavlodar&limit=1&sort=population'))
      .body.rows;
    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q4',
    };
    const done = await other.send('POST', '/api/assignments', {
      settlements: [{ regionCode, code }],
      commitment: { ...commitment, costTenge: null, subsidyTenge: null, responsibleOfficer: '' },
    });
    expect(done.body.refused).toEqual([]);
    await option(page, 'Pavlodar').getByText('draft').waitFor();

    await page.locator('#settlements').press('Control+z');
    await option(page, 'Taraz').getByText('unknown').waitFor();
    expect(await option(page, 'Pavlodar').innerText()).toContain('draft');
    await page.context().close();
  });

  test('beside its picture the table of regions has all its columns in sight, where their headings are longest', async () => {
    const page = await open('deputy', 'ru', 1160);
    await page.locator('#parts tbody th').first().waitFor();
    const hidden = () =>
      page.locator('.wide-table:has(#parts)').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    await expectSoon(hidden, 0);
    await page.context().close();
  });
});
