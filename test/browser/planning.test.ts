import type { Locator, Page } from 'playwright-core';
import type { Database } from '../../server/database/database.ts';
import { beginOnThread } from '../../server/planning/begin.ts';
import { keepPlanning } from '../../server/planning/runner.ts';
import { builtClient } from '../built-client.ts';
import { testDatabase } from '../database.ts';
import { loadText, recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withBrowser } from './with-browser.ts';

const password = 'correct horse battery';

/** A node of the north 10 km east of a, one of the south 10 km west of d; b is farther from everything. */
const nodes = [
  'operator,longitude,latitude,name,status',
  'north,70.642,51,Hub of the north,operational',
  'south,72.858,51,Hub of the south,operational',
].join('\n');

withBrowser('plan scenarios, in a browser', () => {
  let database: Database;
  let service: TestService;
  let planner: Person;
  let page: Page;
  let stopPlanning: () => Promise<void>;

  const startPlanning = () => keepPlanning(database, { begin: beginOnThread, failed: (error) => console.error(error) });

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    service = await startService(database, await builtClient());
    planner = await service.as('planner');
    stopPlanning = startPlanning();
    page = await visit(browser!, { address: service.address, language: 'en' });
    await signIn(page, 'planner', password);
  });
  afterAll(async () => {
    await stopPlanning();
    await browser?.close();
    await service.close();
    await database.close();
  });

  const button = (name: string, within: Page | Locator = page) => within.getByRole('button', { name, exact: true });
  const said = (text: string) => page.locator('.notices__one', { hasText: text }).waitFor();
  const dialog = () => page.locator('dialog');
  const plain = async (locator: Locator) => (await locator.innerText()).replaceAll(/\s+/g, ' ');
  const reads = (locator: Locator, words: string) => expectSoon(() => plain(locator), expect.stringContaining(words));
  const assigned = async (regionCode: string, code: string) => {
    const settlements = [{ regionCode, code }];
    return (await planner.send('POST', '/api/country/rows', { settlements })).body.rows[0].assignments;
  };

  test('without a network it is said how to bring one in', async () => {
    await page.goto('/planning');
    await page.getByText('No network has been loaded yet.').waitFor();
    await expectSoon(() => page.locator('.notice a').getAttribute('href'), '/imports');
    await loadText(database, 'nodes.csv', nodes);
    await page.reload();
    await page.getByText('There is no scenario yet.').waitFor();
  });

  test('a selection of the map is proposed for; bad input is named beside its field', async () => {
    await page.goto('/map?show=all&selected=west:a,b;east:d');
    await page.getByRole('link', { name: 'Propose a plan…' }).click();
    await page.getByLabel('3 chosen settlements').waitFor();
    await expectSoon(() => new URL(page.url()).search, '?page=new&settlements=west:a,b;east:d');
    await page.locator('.propose__aside dd').first().waitFor();
    await reads(page.locator('.propose__aside dl'), 'To be planned 3, 3,500 people');

    await page.getByLabel('Name', { exact: true }).fill('First');
    const quarters = page.getByLabel('Quarters', { exact: true });
    await quarters.fill('40');
    await reads(page.locator('.field', { has: quarters }), 'Write a number from 1 to 31.');
    await expectSoon(() => quarters.getAttribute('aria-invalid'), 'true');
    await expectSoon(() => button('Compute the plan').isDisabled(), true);
    await quarters.fill('4');
    await page.getByText('Nothing within reach can be built for 1 settlement: it will be left unserved.').waitFor();
  });

  test('what runs is found again where a person left it, after a restart too, and can be stopped', async () => {
    await stopPlanning();
    await button('Compute the plan').click();
    await page.getByRole('heading', { name: 'Waiting for its turn' }).waitFor();
    await page.waitForURL(/scenario=/);
    const address = page.url();
    await page.goto('/planning');
    await page.getByRole('link', { name: 'First', exact: true }).waitFor();
    await reads(page.locator('tbody tr').first(), 'waiting');
    await planner.send('POST', '/api/planning/scenarios', { name: 'Stopped' });
    await page.reload();
    await page.getByRole('link', { name: 'Stopped', exact: true }).click();
    await button('Stop').click();
    await page.getByText('It was stopped before there was a plan.').waitFor();

    stopPlanning = startPlanning();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Who is left, and why' }).waitFor();
    await reads(page.locator('.key-figures'), 'Connected by the plan 2 of 3');
    await reads(page.locator('.reasons'), '1 Nothing within reach of it can be built. 500 people');
  });

  test('why this, and why not that: answered by solving with it forced', async () => {
    await page.getByRole('link', { name: 'Settlements', exact: true }).click();
    const list = page.getByRole('listbox', { name: 'Settlements' });
    await list.getByRole('option').first().waitFor();
    await list.focus();
    for (const key of ['ArrowDown', 'Enter']) await list.press(key);
    await dialog().getByText('Why this operator, technology and quarter').waitFor();
    await expectSoon(() => new URL(page.url()).searchParams.get('place'), 'east:d');
    const words = dialog().locator('.why__words');
    await reads(words, 'South, optical fibre, Q1 2027: 157 m ₸ in all, of 2 possibilities that were weighed.');
    await reads(words, 'The next best is North, optical fibre, Q1 2027');

    await dialog().getByLabel('Operator', { exact: true }).selectOption('north');
    await button('What would it take?').click();
    await dialog().getByText('1 settlement would be connected otherwise:').waitFor();
    const answer = dialog().locator('.answer');
    await reads(answer, 'Instead: North');
    await reads(answer, 'In all, with waiting +392 m ₸');
    // 35.099 km rather than 9.968, with upkeep and the fee; no settlement more, nor longer to wait.
    await reads(answer, 'Connected by the plan 0 settlements Residents 0 people Cost +392 m ₸');
    await reads(answer, 'Before: South, optical fibre, Q1 2027 After: North, optical fibre, Q1 2027');
    // The answer is in the address: whoever comes back finds it.
    await page.reload();
    await dialog().getByText('1 settlement would be connected otherwise:').waitFor();
    await button('Close the answer').click();
  });

  test('a pin is set, its plan keeps to it, and what it costs is told', async () => {
    await button('Pin as planned').click();
    await said('1 settlement pinned');
    await dialog().getByText('South, optical fibre, Q1 2027').first().waitFor();
    await button('Take the pin back').click();
    await said('1 pin taken back');
    await page.keyboard.press('Escape');

    await page.locator('.row', { hasText: 'Ақсу' }).locator('.row__tick').click();
    await page.getByText('1 settlement, 1,000 people').waitFor();
    await button('Pin…').click();
    await dialog().getByLabel('To an operator, a technology or a quarter of my choice').check();
    await dialog().getByLabel('Finish in quarter').selectOption('2027-Q3');
    await button('Pin 1 settlement').click();
    await said('1 settlement pinned');
    await page.locator('.row', { hasText: 'Ақсу' }).getByText('pinned').waitFor();

    await page.getByRole('link', { name: 'Change and compute again…' }).click();
    await page.getByLabel('3 chosen settlements').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Second');
    await button('Compute the plan').click();
    await page.getByRole('link', { name: 'Settlements', exact: true }).click();
    const row = page.locator('.row', { hasText: 'Ақсу' });
    await row.waitFor();
    await reads(row, 'Q3 2027');
    await row.click();
    await button('What does the pin cost?').click();
    await dialog().getByText('Without the pin.').waitFor();
    await reads(dialog().locator('.answer'), 'In all, with waiting −6.1 m ₸');
    await page.keyboard.press('Escape');
  });

  test('what one more billion would bring is found by solving again', async () => {
    const poor = { name: 'Poor', quarters: 4, effort: 'quick', subsidyPerYear: 150_000_000 };
    const { id } = (await planner.send('POST', '/api/planning/scenarios', poor)).body;
    await page.goto(`/planning?scenario=${id}`);
    const limits = page.locator('.panel', { has: page.getByRole('heading', { name: 'What holds the plan back' }) });
    await limits.getByText('Subsidy of 2027').first().waitFor();
    await button('Solve again with a billion more Subsidy of 2027').click();
    await limits.getByText('Found by solving again.').waitFor();
    const answer = limits.locator('.answer');
    await reads(answer, 'With 1 bn ₸ more subsidy in 2027');
    await reads(answer, 'Connected by the plan +1 settlement Residents +2,000 people');
    await reads(answer, 'Subsidy +111 m ₸');
  });

  test('two scenarios stand side by side, with what differs between them', async () => {
    await page.getByRole('link', { name: 'All scenarios' }).click();
    for (const name of ['First', 'Second']) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByRole('link', { name: 'Side by side' }).click();
    await page.getByRole('heading', { name: '“Second” against “First”' }).waitFor();
    await expectSoon(
      () => plain(page.locator('.differences tbody tr')),
      expect.stringMatching(/Ақсу .*Q1 2027 .*Q3 2027/),
    );
    await reads(page.locator('.comparison').first(), 'Connected by the plan 2 of 3 2 of 3');
  });

  test('the network is on the map, quarter by quarter, and in a list', async () => {
    await page.goto('/planning');
    await page.getByRole('link', { name: 'Second', exact: true }).click();
    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await page.locator('.network canvas').first().waitFor();
    const until = page.getByLabel('As at the end of');
    await expectSoon(() => until.getAttribute('aria-valuetext'), 'Q4 2027');
    await until.press('Home');
    await page.locator('output', { hasText: 'Q1 2027' }).waitFor();
    await expectSoon(() => new URL(page.url()).searchParams.get('quarter'), '2027-Q1');
    await page.getByText('The same as a list').click();
    await expectSoon(
      async () => (await page.locator('details[open] tbody tr').allInnerTexts()).map((text) => text.split('\t')),
      [
        ['Q1 2027', '1', '0', '0', '0'],
        ['Q2 2027', '0', '0', '0', '0'],
        ['Q3 2027', '1', '0', '0', '0'],
        ['Q4 2027', '0', '0', '0', '0'],
      ],
    );
  });

  test('the plan becomes drafts by choice; what stands in the way is said before, and it is undone as one', async () => {
    await page.goto('/planning');
    await page.getByRole('link', { name: 'First', exact: true }).click();
    await page.getByRole('link', { name: 'Settlements', exact: true }).click();
    await button('Make drafts of all 2…').click();
    await dialog().getByLabel('Responsible officer').fill('Aigul Seitqali');
    await dialog().getByText('No conflicts.').waitFor();
    await button('Make 2 drafts').click();
    await said('2 assignments made in draft');
    await page.locator('.row', { hasText: 'assigned: draft' }).first().waitFor();
    expect(await assigned('east', 'd')).toMatchObject([
      { operatorCode: 'south', stage: 'draft', finishQuarter: '2027-Q1', responsibleOfficer: 'Aigul Seitqali' },
    ]);
    await button('Undo', page.locator('.notices__one')).click();
    await said('Undone: 2 assignments');
    expect(await assigned('east', 'd')).toEqual([]);

    // Somebody assigns one of them meanwhile.
    const commitment = {
      operatorCode: 'south',
      technology: 'fibre',
      startQuarter: '2026-Q4',
      finishQuarter: '2027-Q2',
    };
    const settlements = [{ regionCode: 'east', code: 'd' }];
    await planner.send('POST', '/api/assignments', { settlements, commitment });
    await button('Make drafts of all 2…').click();
    await dialog().getByText('The same operator is already assigned there at that time').waitFor();
    await button('Make 1, skip 1').click();
    await said('1 assignment made in draft');
    expect((await assigned('west', 'a')).map(({ stage }: { stage: string }) => stage)).toEqual(['draft']);
  });

  test('a cost is set by the ministry, with its source; a scenario is deleted', async () => {
    await page.goto('/planning?page=new');
    await page.getByText('Costs and reaches').click();
    await button('Set for all plans… Fibre: building').click();
    await dialog().getByLabel('Value, US dollars a km').fill('-5');
    await button('Put in force').click();
    await dialog().getByText('Fill this in.').waitFor();
    await reads(dialog(), 'Write a number from 0 to');
    await dialog().getByLabel('Value, US dollars a km').fill('30000');
    await dialog().getByLabel('Source').fill('Tender 7');
    await dialog().getByLabel('Year or date of the value').fill('2026');
    await button('Put in force').click();
    await said('The value is in force.');
    await page.getByText('30,000 US dollars a km. Tender 7 (2026).').waitFor();

    await page.goto('/planning');
    await page.getByRole('link', { name: 'Stopped', exact: true }).click();
    await button('Delete…').click();
    await button('Delete the scenario').click();
    await page.getByRole('link', { name: 'First', exact: true }).waitFor();
    await expectSoon(() => page.getByRole('link', { name: 'Stopped', exact: true }).count(), 0);
  });

  test('who does not plan is told who does', async () => {
    const deputy = await visit(browser!, { address: service.address, language: 'en' });
    await signIn(deputy, 'deputy', password);
    await deputy.goto('/planning');
    await deputy.getByText('With this account plans cannot be proposed.').waitFor();
    await deputy.context().close();
  });
});
