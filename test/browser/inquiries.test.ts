import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { type Person, startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

withPages('inquiries in a browser', () => {
  let database: Database;
  let service: TestService;
  let planner: Person;

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    service = await startService(database, await builtClient());
    planner = await service.as('planner');
    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q3',
    };
    const settlements = [{ regionCode: 'west', code: 'a' }];
    const { body } = await planner.send('POST', '/api/assignments', { settlements, commitment });
    expect(body.refused).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });

  async function open(login: string, size: { width?: number; height?: number } = {}) {
    const page = await visit(browser!, { address: service.address, language: 'en', ...size });
    await signIn(page, login, password);
    return page;
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('a deputy asks from a place, the operator answers, the deputy closes it and prints it', async () => {
    const deputy = await open('deputy');
    await deputy.goto('/map?show=all&place=west:a');
    const card = deputy.locator('.card', { hasText: 'North' });
    await card.getByRole('link', { name: 'Ask about this…' }).click();
    await deputy.getByLabel('Question').fill('When will Aqsu be connected?\nWho answers for it?');
    await deputy.getByLabel('Commitment').locator('option', { hasText: 'North' }).waitFor({ state: 'attached' });
    const chosen = ['Region', 'District', 'Settlement', 'Commitment', 'Addressee', 'Which operator'];
    await expectSoon(
      () => Promise.all(chosen.map((label) => deputy.getByLabel(label, { exact: true }).inputValue())),
      ['west', 'w1', 'a', '1', 'operator', 'north'],
    );
    await button(deputy, 'Send the inquiry').click();
    await deputy.getByText('30 days left').waitFor();
    await deputy.waitForURL(/\/inquiries\/west\/\d+$/);
    const path = new URL(deputy.url()).pathname;

    const operator = await open('operator', { width: 390, height: 780 });
    await operator.goto('/inquiries');
    await operator.getByRole('link', { name: 'Ақсу, W one, West' }).click();
    await operator.getByLabel('Answer', { exact: true }).fill('In the third quarter of 2027.');
    const seen = (await planner.send('GET', `/api${path}`)).body;
    const answer = { version: seen.version, text: 'The land is allotted.', forOperator: true };
    expect((await planner.send('POST', `/api${path}/answers`, answer)).status).toBe(200);
    await button(operator, 'Send the answer').click();
    const alert = operator.getByRole('alert');
    await alert.getByText('Nothing was sent: somebody wrote to this inquiry after you saw it.').waitFor();
    await alert.getByText('Answer of the ministry: planner, 22 November 2026').waitFor();
    await expectSoon(
      () => operator.getByLabel('Answer', { exact: true }).inputValue(),
      'In the third quarter of 2027.',
    );
    await button(operator, 'Send the answer').click();
    await operator.getByText('Answer of the operator: operator, 22 November 2026').waitFor();

    await deputy.getByText('In the third quarter of 2027.').waitFor();
    await expectSoon(
      () => deputy.getByRole('list', { name: 'Answers' }).getByRole('heading').allInnerTexts(),
      ['Answer of the ministry: planner, 22 November 2026', 'Answer of the operator: operator, 22 November 2026'],
    );
    await deputy.getByLabel('Outcome').selectOption('satisfied');
    await deputy.getByLabel('In words, if needed').fill('Agreed with the village');
    await button(deputy, 'Close the inquiry').click();
    await deputy.getByRole('heading', { name: 'Outcome: The answer satisfies' }).waitFor();
    await expectSoon(() => button(deputy, 'Close the inquiry').count(), 0);
    await operator.getByRole('heading', { name: 'Outcome: The answer satisfies' }).waitFor();
    await expectSoon(() => button(operator, 'Send the answer').count(), 0);

    for (const language of ['Қазақша', 'Русский']) {
      const [download] = await Promise.all([
        deputy.waitForEvent('download'),
        deputy.getByRole('link', { name: `PDF, ${language}` }).click(),
      ]);
      expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  test('nobody leaves by mistake what they have written: the browser asks, until it is sent', async () => {
    const page = await open('deputy');
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    const coverage = page.getByRole('link', { name: 'Coverage', exact: true });
    await page.goto('/inquiries/new?region=west');
    const question = page.getByLabel('Question');
    await question.pressSequentially('When?');
    await coverage.click();
    await expectSoon(() => asked, ['beforeunload']);
    expect(await question.inputValue()).toBe('When?');
    await button(page, 'Send the inquiry').click();
    await page.waitForURL(/\/inquiries\/west\/\d+$/);
    await page.getByRole('heading', { name: /^No\./ }).waitFor();
    await coverage.click();
    await page.waitForURL('**/coverage');
    expect(asked).toEqual(['beforeunload']);
  });

  test('the address keeps the filters of the list; nobody else than a deputy asks', async () => {
    const page = await open('planner');
    await page.goto('/inquiries?state=closed');
    await page.getByRole('link', { name: 'Ақсу, W one, West' }).waitFor();
    await page.getByLabel('State').selectOption('overdue');
    await page.getByText('No inquiry matches the filters.').waitFor();
    await expectSoon(() => new URL(page.url()).search, '?state=overdue');
    await page.goBack();
    await page.getByRole('link', { name: 'Ақсу, W one, West' }).waitFor();
    await expectSoon(() => page.getByLabel('State').inputValue(), 'closed');
    await page.goto('/inquiries/new');
    await page.getByText('Inquiries are asked by deputies.').waitFor();
  });
});
