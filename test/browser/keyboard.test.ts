import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { startService, type TestService } from '../service.ts';
import { countryOfThirty } from '../thirty-villages.ts';
import { expectSoon } from './expect-soon.ts';
import { keysOf } from './keys.ts';
import { plannersPage, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

afterAll(() => browser?.close());

withPages('without a mouse', () => {
  let database: Database;
  let service: TestService;
  const pages: Page[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await countryOfThirty(database, '2026-11-20');
    service = await startService(database, await builtClient());
  });
  afterAll(async () => {
    await service.close();
    await database.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      await page.context().close();
    }
  });

  /** Signs in by the keyboard, at a place of the product. */
  async function open(
    path: string,
    login = 'planner',
    there = `${plannersPage} [role=option], #coverage[aria-busy=false]`,
  ) {
    const page = await visit(browser!, { address: service.address, language: 'en' });
    pages.push(page);
    await page.goto(path);
    const keys = keysOf(page);
    await keys.use(page.getByLabel('Login'), 'End');
    await keys.type(login);
    await keys.tabTo(page.getByLabel('Password'));
    await keys.type('correct horse battery');
    await page.keyboard.press('Enter');
    await page.locator(there).first().waitFor();
    return { page, keys };
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const said = (page: Page, text: string) => page.locator('.notices__one', { hasText: text }).waitFor();
  const chosen = (page: Page, text: string) => page.locator('.action-bar__summary', { hasText: text }).waitFor();
  const list = (page: Page) => page.locator('#settlements');

  async function writeCommitment({ page, keys }: Awaited<ReturnType<typeof open>>, ...first: string[]): Promise<void> {
    await page.getByRole('dialog', { name: 'Assign an operator' }).waitFor();
    for (const one of first) {
      await keys.choose(one);
      await keys.press('Tab');
    }
  }

  test('finds, moves, selects a range and assigns; undoes and redoes; the focus goes back to the list', async () => {
    const person = await open('/');
    const { page, keys } = person;
    await keys.press('/');
    await expectSoon(() => keys.isAt(page.getByLabel('Search by name or code')), true);
    await keys.type('бесағаш');
    await page.getByText('6 of 33 settlements').waitFor();
    await keys.tabTo(list(page));
    await keys.press('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await chosen(page, '3 settlements, 2,700 people, 1 district');
    await keys.press('ArrowDown', 'Space');
    await chosen(page, '4 settlements, 3,600 people, 1 district');
    await keys.press('Space');
    await chosen(page, '3 settlements, 2,700 people, 1 district');

    await keys.press('a');
    await writeCommitment(person, 'North', 'optical fibre', 'Q1 2028', 'Q2 2028');
    await keys.use(button(page, 'Assign 3'));
    await said(page, '3 settlements assigned');
    await expectSoon(() => keys.isAt(list(page)), true);

    // From the bar, which is gone when nothing is selected any more: the focus goes back to where it came from.
    await keys.press('Control+a');
    await chosen(page, '6 settlements, 5,400 people, 1 district');
    await keys.use(button(page, 'Assign…'));
    await writeCommitment(person, 'South', 'optical fibre', 'Q1 2028', 'Q2 2028');
    await keys.press('Escape');
    await expectSoon(() => keys.isAt(button(page, 'Assign…')), true);
    await keys.press('Escape');
    await page.locator('.action-bar').waitFor({ state: 'hidden' });
    await keys.sound();

    await keys.press('Control+z');
    await said(page, 'Undone: 3 assignments');
    await keys.press('Control+Shift+z');
    await said(page, 'Redone: 3 assignments');
    await keys.use(page.locator('.top-bar').getByRole('button', { name: 'Undo', exact: true }), 'Enter', 'Shift+Tab');
    await said(page, 'Undone: 3 assignments');
    // There is nothing more to undo: the button stays where the person is.
    await page.locator('.top-bar [aria-disabled=true]').waitFor();
    await keys.press('Enter');
  });

  test('what can be undone is offered until it is; what is only said goes by itself, but not from whoever is at it', async () => {
    const person = await open('/');
    const { page, keys } = person;
    await page.clock.install();
    const notice = (text: string) => page.locator('.notices__one', { hasText: text });
    await keys.use(list(page), 'ArrowDown');
    await keys.press('Space', 'a');
    await writeCommitment(person, 'North', 'optical fibre', 'Q1 2028', 'Q2 2028');
    await keys.use(button(page, 'Assign 1'));
    await notice('1 settlement assigned').waitFor();
    await page.clock.fastForward('10:00');
    await keys.use(notice('1 settlement assigned').getByRole('button', { name: 'Undo' }));
    await notice('Undone: 1 assignment').waitFor();
    await keys.tabTo(notice('Undone: 1 assignment').getByRole('button', { name: 'Close' }));
    await page.clock.fastForward('10:00');
    expect(await notice('Undone: 1 assignment').isVisible()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.clock.fastForward('10:00');
    await notice('Undone: 1 assignment').waitFor({ state: 'hidden' });
  });

  test('single letters can be switched off, for whoever speaks to the computer', async () => {
    const { page, keys } = await open('/');
    await keys.use(list(page), 'ArrowDown');
    await keys.press('Space', '?');
    const help = page.getByRole('dialog', { name: 'Help and keys' });
    await keys.use(help.getByLabel('Single letters are keys'), 'Space');
    await keys.press('Escape');
    await expectSoon(() => keys.isAt(list(page)), true);
    await keys.press('a', '/', 'b', '?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await keys.isAt(list(page))).toBe(true);
    expect(await page.locator('.tools__hint').count()).toBe(0);
    await page.reload();
    await keys.use(list(page), 'ArrowDown');
    await keys.press('Space', 'a');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await keys.use(button(page, 'Help and keys'), 'Enter', 'Shift+Tab');
    await keys.use(help.getByLabel('Single letters are keys'), 'Space');
    await keys.press('Escape');
    await expectSoon(() => keys.isAt(button(page, 'Help and keys')), true);
  });

  test('assigns on the map: one tab stop after the list, a crosshair, a box and a lasso corner by corner', async () => {
    const person = await open('/map?map=9/50.5/70.1');
    const { page, keys } = person;
    const nearest = (text: string) => page.locator('.map__nearest', { hasText: text }).waitFor();
    await keys.tabTo(list(page));
    expect(await keys.tabTo(page.locator('#map'))).toBe(1);
    await nearest('Ақбұлақ 1, unknown, 1,000 people, 0.1 km away');
    await keys.press('Space');
    await nearest('Ақбұлақ 1, unknown, 1,000 people, 0.1 km away, selected');
    // 44 pixels to the east and 143 to the north.
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await nearest('Ақбұлақ 2, unknown, 1,010 people');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Ақбұлақ 2' }).waitFor();
    await chosen(page, '1 settlement, 1,010 people, 1 district');

    // A box around the first and the second.
    await keys.press('b', 'ArrowRight', 'ArrowUp', 'Space');
    await keys.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Space');
    await chosen(page, '2 settlements, 2,010 people, 1 district');
    await keys.press('Escape');
    await expectSoon(() => page.locator('.tools__hint').count(), 0);

    // A lasso around the second alone: three corners, closed by Enter.
    await keys.press('l', 'Shift+ArrowUp', 'Space', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Space');
    await keys.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Space', 'Enter');
    await chosen(page, '1 settlement, 1,010 people, 1 district');
    await keys.press('Escape', 'a');
    await writeCommitment(person, 'South', 'optical fibre', 'Q3 2028', 'Q4 2028');
    await keys.use(button(page, 'Assign 1'));
    await said(page, '1 settlement assigned');
    await expectSoon(() => keys.isAt(page.locator('#map')), true);
    const other = await service.as('planner2');
    const { body } = await other.send('POST', '/api/country/rows', {
      settlements: [{ regionCode: 'arqa', code: 'a02' }],
    });
    expect(body.rows[0].assignments).toMatchObject([{ operatorCode: 'south', startQuarter: '2028-Q3' }]);
  });

  test('takes the rows away as a file and a table, and shares the view', async () => {
    const { page, keys } = await open('/map?search=карасу');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      keys.use(page.getByRole('link', { name: 'CSV', exact: true })),
    ]);
    expect(file.suggestedFilename()).toBe('settlements.csv');
    await keys.sound();
    const share = button(page, 'Share…');
    await keys.use(share, 'Enter', 'Shift+Tab');
    const dialog = page.getByRole('dialog', { name: 'Share this view' });
    await dialog.waitFor();
    await keys.use(button(page, 'Make a link'));
    await dialog.getByText('The link is made.').waitFor();
    await expectSoon(() => keys.isAt(dialog.getByLabel('Address of the link')), true);
    await keys.press('Escape');
    await expectSoon(() => keys.isAt(share), true);

    await page.goto('/coverage');
    const csv = page.getByRole('link', { name: 'CSV', exact: true });
    const [second] = await Promise.all([page.waitForEvent('download'), keys.use(csv)]);
    expect(second.suggestedFilename()).toBe('coverage.csv');
    await keys.use(button(page, 'Copy as table'));
    await said(page, 'The table is copied: paste it into a sheet or a letter.');
    await keys.sound();
    await page.evaluate('window.print = () => (document.title = "printed")');
    await keys.use(button(page, 'Print'), 'Enter', 'Shift+Tab');
    await expectSoon(() => page.title(), 'printed');
    await keys.sound();

    // The list holds the rows in view; on paper it is whole.
    await page.goto('/map?show=all');
    await list(page).locator('[role=option]').first().waitFor();
    const drawn = (event: string) =>
      page.evaluate((name) => {
        dispatchEvent(new Event(name));
        return document.querySelectorAll('#settlements [role=option]').length;
      }, event);
    expect(await drawn('nothing')).toBeLessThan(25);
    await expectSoon(() => drawn('beforeprint'), 33);
  });

  test('an operator answers and reports; a deputy inquires', async () => {
    const planner = await service.as('planner');
    const send = async (path: string, body: object) => {
      const reply = await planner.send('POST', `/api/${path}`, body);
      expect([path, reply.status]).toEqual([path, 200]);
      return reply.body;
    };
    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2026-Q4',
      finishQuarter: '2027-Q4',
    };
    await send('assignments', { settlements: [{ regionCode: 'arqa', code: 'a01' }], commitment });
    const { schedule } = await send('schedules/north/versions', { responsibleOfficer: 'Officer' });

    const { page, keys } = await open('/', 'operator', '#answer .commitment');
    const row = page.locator('#answer .commitment', { hasText: 'Акбулак 1' });
    await keys.use(row.getByRole('checkbox'), 'Space');
    await keys.use(button(page, 'Accept 1'));
    await said(page, '1 settlement accepted');
    await keys.sound();
    await send('schedules/north/approval', { version: schedule.version });
    await page.locator('.commitment', { hasText: 'approved' }).waitFor();
    await keys.tabTo(page.getByRole('link', { name: 'Work and reports' }));
    await page.keyboard.press('Enter');
    await page.getByLabel('Building has begun').waitFor();
    // Of radio buttons one is reached by Tab, the others by arrows.
    await keys.use(page.locator('#report input[type=radio]:checked'), 'ArrowDown');
    await expectSoon(() => page.getByLabel('Building has begun').isChecked(), true);
    await keys.tabTo(page.getByRole('textbox', { name: 'Note', exact: true }));
    await keys.type('The mast stands');
    await keys.use(button(page, 'Send the report'));
    await page.locator('.commitment', { hasText: 'The mast stands' }).waitFor();
    await keys.sound();

    const deputy = await open('/inquiries', 'deputy', 'main .button--main');
    await deputy.keys.tabTo(deputy.page.getByRole('link', { name: 'Ask…' }));
    await deputy.page.keyboard.press('Enter');
    await deputy.keys.tabTo(deputy.page.getByLabel('Region', { exact: true }));
    await deputy.keys.choose('Арка');
    await deputy.keys.tabTo(deputy.page.getByLabel('Question'));
    await deputy.keys.type('When will it work?');
    await deputy.keys.tabTo(button(deputy.page, 'Send the inquiry'));
    await deputy.page.keyboard.press('Enter');
    await deputy.page.getByText('30 days left').waitFor();
  });
});
