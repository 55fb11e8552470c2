import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import { readProfile } from '../../server/assessment/profiles.ts';
import type { Database } from '../../server/database/database.ts';
import { addOperators } from '../../server/operators/edit.ts';
import { setProgramme } from '../../server/programmes/edit.ts';
import { testDatabase } from '../database.ts';
import { box, collection, polygon } from '../geodata/scratch.ts';
import { loadText, registerOf } from '../recorded-country.ts';
import { startService, type TestService } from '../service.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { misfits } from './fitting.ts';
import { type Language, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

afterAll(() => browser?.close());

withPages('the first run, in a browser', () => {
  let database: Database;
  let service: TestService;
  const pages: Page[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await setProgramme(database, 'planner', {
      code: '250+',
      names: { kk: '250+', ru: '250+', en: '250+' },
      populationThreshold: 250,
      profile: await readProfile('kazakhstan-2024'),
      targetDate: null,
      generated: false,
    });
    await addOperators(database, 'planner', [
      { code: 'north', names: { kk: 'Солтүстік', ru: 'Север', en: 'North' }, quarterlyCapacity: null },
    ]);
    service = await startService(database, await builtClient());
  });
  afterAll(async () => {
    await service.close();
    await database.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function enter(login: string, language: Language = 'en', more: object = {}): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language, ...more });
    pages.push(page);
    await page.locator('input[autocomplete=username]').fill(login);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.first-run').first().waitFor({ state: 'attached' });
    return page;
  }

  const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
  const steps = (page: Page, title: string) => panel(page, title).locator('li > strong').allTextContents();

  test('each role has its own three steps, which can be put away for good and called back by the help', async () => {
    const own = {
      operator: ['Answer', 'Report', 'Keep the deadlines'],
      deputy: ['Read', 'Ask', 'Share'],
    };
    for (const [login, expected] of Object.entries(own)) {
      const page = await enter(login);
      await expectSoon(() => steps(page, 'First steps'), expected);
      await page.getByRole('button', { name: 'Understood', exact: true }).click();
      await panel(page, 'First steps').waitFor({ state: 'detached' });
      await page.reload();
      await page.locator('main[aria-busy=false]').waitFor();
      expect(await panel(page, 'First steps').count()).toBe(0);
      await page.getByRole('button', { name: 'Show the first steps again', exact: true }).click();
      await panel(page, 'First steps').waitFor();
    }
    const administrator = await enter('administrator');
    await panel(administrator, 'First steps').waitFor();
    await expectSoon(() => steps(administrator, 'First steps'), ['Bring the data in', 'Make accounts', 'Send']);
    const links = panel(administrator, 'First steps').getByRole('link');
    await expectSoon(() => links.allTextContents(), ['Data files', 'Work schedules']);
  });

  test('an empty country says what it lacks to a planner, and honestly that there is nothing to all others', async () => {
    const planner = await enter('planner');
    await expectSoon(() => steps(planner, 'Bring a country in'), ['Places', 'Settlements', 'Coverage']);
    await expectSoon(
      () => planner.locator('.map__empty').textContent(),
      'No country has been loaded yet. A planner can load its files on the page “Data files”. Data files',
    );
    await expectSoon(() => panel(planner, 'Bring a country in').getByRole('link').getAttribute('href'), '/imports');
    expect(await violations(planner)).toEqual([]);
    // Where nothing was sent, nobody has answered everything.
    await planner.goto('/schedules');
    await planner.locator('.schedule-cards .panel').first().waitFor();
    expect(await planner.locator('.unanswered').count()).toBe(0);

    const deputy = await enter('deputy');
    await deputy.getByText('No country has been loaded yet, so that there are no figures.', { exact: true }).waitFor();
    await deputy.goto('/map');
    await deputy.locator('.map__empty').waitFor();
    expect(await deputy.locator('.map__empty a').count()).toBe(0);

    const operator = await enter('operator', 'kk', { width: 320, height: 640, colours: 'dark' });
    await operator.getByText('Министрлік сізге кесте әлі жіберген жоқ.').waitFor();
    expect([await violations(operator), await misfits(operator)]).toEqual([[], []]);
  });

  test('each step is ticked when its data is there, and then the planner is told how to plan', async () => {
    const area = { properties: { code: 'west', name_en: 'West' }, geometry: polygon(box(70, 50, 72, 52)) };
    await loadText(database, 'regions.geojson', collection([area]));
    const district = { code: 'w1', name_en: 'W one', level: 'district', region_code: 'west' };
    await loadText(database, 'districts.geojson', collection([{ ...area, properties: district }]));
    await loadText(database, 'settlements.csv', 'code,name_en,population,longitude,latitude\na,Aqsu,1000,70.5,51\n');
    const page = await enter('planner');
    const done = () => panel(page, 'Bring a country in').locator('.first-run__done > strong').allTextContents();
    await panel(page, 'Bring a country in').and(page.locator('[aria-busy=false]')).waitFor();
    await expectSoon(done, ['Settlements (loaded)']);

    await loadText(database, 'register.csv', registerOf('a,north,fibre,100,100,2026-01-15\n'));
    await page.reload();
    await panel(page, 'First steps').waitFor();
    await expectSoon(() => steps(page, 'First steps'), ['Find', 'Select', 'Assign']);
    expect(await panel(page, 'Bring a country in').count()).toBe(0);
    await page.getByRole('button', { name: 'Understood', exact: true }).click();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Show the first steps again', exact: true }).click();
    await panel(page, 'First steps').waitFor();
  });

  test('light or dark is as the device has it, until it is chosen; the map goes along', async () => {
    const page = await enter('planner', 'en', { colours: 'dark' });
    const ground = () => page.locator('.map__ground').evaluate((map) => getComputedStyle(map).backgroundColor);
    await expectSoon(ground, 'rgb(17, 22, 28)');
    await page.goto('/account');
    await page.getByLabel('Colours', { exact: true }).selectOption('light');
    await page.goto('/map');
    await page.locator('.map__ground').waitFor();
    await expectSoon(ground, 'rgb(227, 232, 237)');
    expect(await violations(page)).toEqual([]);
  });
});
