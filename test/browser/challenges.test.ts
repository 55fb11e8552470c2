import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { buildClient } from '../../client/build.ts';
import type { Database } from '../../server/database/database.ts';
import { pdf, picture } from '../attachments/files.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { addSoutherner, startService, type TestService } from '../service.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

withPages('challenges in a browser', () => {
  let database: Database;
  let service: TestService;

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    service = await startService(database, await buildClient());
    await addSoutherner(database);
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });

  async function open(login: string, size: { width?: number; height?: number } = {}): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language: 'en', ...size });
    await signIn(page, login, password);
    return page;
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const flag = (page: Page) => page.getByText('Flagged: more than 250 people and not served');

  test('a deputy challenges a claim, the operator rebuts it, the planner upholds it: the settlement is flagged; taken back, it is served', async () => {
    const deputy = await open('deputy');
    await deputy.goto('/map?show=all&place=east:f');
    await deputy.locator('.status__badge--served').waitFor();
    await deputy.locator('.card', { hasText: 'official register' }).getByRole('link', { name: 'Challenge…' }).click();
    await deputy.getByRole('group', { name: 'Форт' }).waitFor();
    await expectSoon(() => deputy.getByLabel('Operator').inputValue(), 'south');
    await expectSoon(() => deputy.getByRole('checkbox', { name: /official register/ }).isChecked(), true);
    await deputy.getByText('Speed tests').click();
    const [first] = await deputy.locator('.speed-test').all();
    await first.getByLabel('Download').fill('2');
    await expectSoon(() => button(deputy, 'Send the challenge').isDisabled(), true);
    await first.getByLabel('Upload').fill('1');
    await first.getByLabel('Latency').fill('300');
    const photograph = { name: 'mast.jpg', mimeType: 'image/jpeg', buffer: await picture(300, 200) };
    await deputy.getByLabel('Choose photographs').setInputFiles(photograph);
    await deputy.getByText('mast.jpg').waitFor();
    await deputy.getByLabel('Why it is not so').fill('There is no fibre in the village.\nPeople use their telephones.');
    expect(await violations(deputy)).toEqual([]);
    await button(deputy, 'Send the challenge').click();
    await deputy.getByText('waits for a rebuttal').waitFor();
    await deputy.waitForURL(/\/challenges\/east\/\d+$/);
    await deputy.getByText('Why it is challenged: deputy, 22 November 2026').waitFor();

    const planner = await open('planner');
    await planner.goto('/map?show=all&place=east:f');
    await planner.locator('.status__badge--contested', { hasText: 'challenged' }).waitFor();
    await planner.locator('.card').getByRole('link', { name: 'challenged' }).click();
    await planner.getByText(/It can be decided once the operator has answered/).waitFor();
    expect(await button(planner, 'Decide').count()).toBe(0);

    const operator = await open('southerner', { width: 390, height: 780 });
    await operator.goto('/challenges');
    await operator.getByText('challenged by a deputy, 22 November 2026').waitFor();
    await operator.getByRole('link', { name: 'Форт, E one, East' }).click();
    await operator.getByText('Why it is challenged: 22 November 2026').waitFor();
    await operator.locator('.evidence img').waitFor();
    await operator.getByLabel('Why the claim holds').fill('The fibre was laid in 2025.');
    const contract = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: pdf };
    await operator.getByLabel('Add a document (PDF)').setInputFiles(contract);
    await operator.getByText('contract.pdf').waitFor();
    expect(await violations(operator)).toEqual([]);
    await button(operator, 'Send the rebuttal').click();
    await operator.getByText('Rebuttal of the operator: southerner, 22 November 2026').waitFor();
    await expectSoon(() => button(operator, 'Send the rebuttal').count(), 0);

    await planner.getByText('The fibre was laid in 2025.').waitFor();
    await planner.getByRole('link', { name: 'contract.pdf' }).waitFor();
    await planner.getByLabel('Uphold: the claim no longer counts here').check();
    await planner.getByLabel('Reasons').first().fill('The tests show no fibre.');
    await button(planner, 'Decide').click();
    await planner.getByText('Decision of the ministry: planner, 22 November 2026').waitFor();
    await deputy.getByText('The tests show no fibre.').waitFor();
    await operator.getByText('The tests show no fibre.').waitFor();

    await deputy.goto('/map?show=all&place=east:f');
    await deputy.getByRole('link', { name: 'withdrawn by a challenge: does not count here' }).waitFor();
    await expectSoon(() => deputy.locator('.status__badge--served').count(), 0);
    await flag(deputy).waitFor();

    for (const language of ['Қазақша', 'Русский']) {
      const [download] = await Promise.all([
        planner.waitForEvent('download'),
        planner.getByRole('link', { name: `PDF, ${language}` }).click(),
      ]);
      expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await planner.getByText('Take the decision back').first().click();
    await planner.getByLabel('Reasons').fill('The measurement was of another village.');
    await button(planner, 'Take it back').click();
    await planner.getByText('Decision taken back: planner, 22 November 2026').waitFor();
    await deputy.locator('.status__badge--served').waitFor();
    await expectSoon(() => flag(deputy).count(), 0);
  });

  test('the address keeps the filters of the list; the form finds settlements; a company challenges nobody', async () => {
    const page = await open('planner');
    await page.goto('/challenges?state=dismissed');
    await page.getByRole('link', { name: 'Форт, E one, East' }).waitFor();
    await page.getByLabel('State').selectOption('open');
    await page.getByText('No challenge matches the filters.').waitFor();
    await expectSoon(() => new URL(page.url()).search, '?state=open');
    await page.goBack();
    await page.getByRole('link', { name: 'Форт, E one, East' }).waitFor();
    await page.getByText('Time for a rebuttal: 10 working days').click();
    await page.getByLabel('Days to answer').fill('5');
    await button(page, 'Set').click();
    await page.getByText('Time for a rebuttal: 5 working days').waitFor();

    await page.goto('/challenges/new');
    await page.getByLabel('Region').selectOption('east');
    await page.getByLabel('Settlement').fill('фо');
    await page.getByLabel('Settlement').press('Enter');
    await button(page, 'Add Форт').click();
    await page.getByText('Which claims are not so:').waitFor();
    await expectSoon(() => new URL(page.url()).search, '?region=east&settlement=f');

    await page.getByRole('checkbox', { name: /official register/ }).check();
    await page.getByText('Speed tests').click();
    for (const [label, value] of [
      ['Download', '3'],
      ['Upload', '1'],
      ['Latency', '200'],
    ]) {
      await page.locator('.speed-test').first().getByLabel(label).fill(value);
    }
    await page.getByLabel('Why it is not so').fill('Another village was meant.');
    await button(page, 'Send the challenge').click();
    await page.getByText('Withdraw the challenge').first().click();
    await page.getByLabel('Reasons').fill('The wrong village.');
    expect(await violations(page)).toEqual([]);
    await button(page, 'Withdraw').click();
    await page.getByText('Withdrawn by whoever raised it: planner, 22 November 2026').waitFor();
    await page.goto('/map?show=all&place=east:f');
    await page.locator('.status__badge--served').waitFor();
    await page
      .locator('.card', { hasText: 'official register' })
      .getByRole('link', { name: 'What if it did not count?' })
      .click();
    await page.getByText('Форт').first().waitFor();
    await expectSoon(() => new URL(page.url()).pathname, '/what-if');
    const operator = await open('operator', { width: 390, height: 780 });
    await operator.goto('/challenges');
    await operator.getByText('Nothing that your company claims is challenged.').waitFor();
    await operator.goto('/challenges/new');
    await operator.getByText('Claims are challenged by deputies and the ministry.').waitFor();
  });
});
