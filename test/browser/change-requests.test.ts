import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { startService, type TestService } from '../service.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';

withPages('changes of what is agreed, in a browser', () => {
  let database: Database;
  let service: TestService;

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    service = await startService(database, await builtClient());
    const [planner, operator] = [await service.as('planner'), await service.as('operator')];
    const settlements = ['a', 'b', 'c'].map((code) => ({ regionCode: 'west', code }));
    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q3',
    };
    await planner.send('POST', '/api/assignments', { settlements, commitment });
    const sent = await planner.send('POST', '/api/schedules/north/versions', { responsibleOfficer: 'Aigul Seitqali' });
    const assignments = sent.body.done.map(({ regionCode, code, number, version }: Assignment) => {
      return { regionCode, code, number, version };
    });
    await operator.send('POST', '/api/assignments/steps', { step: 'accept', assignments });
    const { status } = await planner.send('POST', '/api/schedules/north/approval', { version: 1 });
    expect(status).toBe(200);
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
  const said = (page: Page, text: string) => page.locator('.notices__one', { hasText: text }).waitFor();

  test('an operator asks for a later finish, the ministry accepts one and refuses the other', async () => {
    const operator = await open('operator', { width: 390, height: 780 });
    await operator.getByLabel('Ақсу', { exact: true }).check();
    await operator.getByLabel('Бұлақ', { exact: true }).check();
    await button(operator, 'Ask to change 2…').click();
    await operator.getByLabel('Finish').selectOption('2028-Q1');
    expect(await operator.getByLabel('Operator', { exact: true }).count()).toBe(0);
    await operator.getByLabel('Reason').selectOption('power');
    await operator.getByLabel('In words').fill('No line of 10 kV before 2028');
    await button(operator, 'Ask for the change of 2 settlements').click();
    await said(operator, 'Change asked for: 2 settlements');
    const first = operator.locator('.commitment', { hasText: 'Ақсу' });
    await first.getByText('A change was asked for and waits for the ministry’s decision').waitFor();
    await expectSoon(() => first.locator('tbody tr').allInnerTexts(), ['Finish\tQ3 2027\tQ1 2028']);

    const planner = await open('planner');
    await planner.goto('/schedules?operator=north');
    const panel = planner.locator('#change-requests');
    await panel.getByLabel('Ақсу').check();
    await button(planner, 'Accept 1…').click();
    await planner.locator('dialog').getByText('frozen as a new signed baseline').waitFor();
    await button(planner, 'Accept 1 change').click();
    await said(planner, '1 change accepted, a new baseline is frozen');
    await planner.getByRole('link', { name: 'Download baseline 2' }).waitFor();
    await panel.getByLabel('Бұлақ').check();
    await button(planner, 'Refuse 1…').click();
    await expectSoon(() => button(planner, 'Refuse 1 change').isDisabled(), true);
    await planner.getByLabel('In words').fill('The line is being built');
    await button(planner, 'Refuse 1 change').click();
    await said(planner, '1 change refused');
    await panel.waitFor({ state: 'detached' });
    await first.getByText('Q1 2027 – Q1 2028').waitFor();

    await first.getByRole('link', { name: 'Work and reports' }).click();
    const decided = operator.locator('#changes-asked');
    await decided.getByText('Accepted by the ministry').waitFor();
    await expectSoon(() => decided.locator('.facts').allInnerTexts(), ['Finish\nQ1 2028']);
    await decided.getByRole('link', { name: 'Ask for a change…' }).click();
    await button(operator, 'Ask to change 1…').waitFor();
  });

  test('the ministry asks to cancel, in words for what that does, and decides', async () => {
    const planner = await open('planner');
    await planner.goto('/schedules?operator=north');
    await planner.getByLabel('Шағын', { exact: true }).check();
    await button(planner, 'Ask to change 1…').waitFor();
    expect(await button(planner, 'Cancel 1…').count()).toBe(0);
    await button(planner, 'Ask to change 1…').click();
    await planner.getByLabel('Operator', { exact: true }).selectOption('south');
    await planner.getByText('become drafts of the other').waitFor();
    await planner.getByLabel('Cancel instead').check();
    await planner.getByText('cancelled and left out of the next baseline').waitFor();
    await planner.getByLabel('Reason').selectOption('wrong-data');
    await planner.getByLabel('In words').fill('Too few people live there');
    await button(planner, 'Ask for the change of 1 settlement').click();
    await planner.locator('#change-requests').getByText('To be cancelled.').waitFor();
    await planner.locator('#change-requests').getByLabel('Шағын').check();
    await button(planner, 'Accept 1…').click();
    await button(planner, 'Accept 1 change').click();
    await planner.locator('#cancelled', { hasText: '1' }).waitFor();
    await planner.getByRole('link', { name: 'Download baseline 3' }).waitFor();
  });

  test('the time to answer is set', async () => {
    const planner = await open('planner');
    await planner.goto('/schedules');
    await planner.getByText('Time to answer for operators: 7 days').click();
    await planner.getByLabel('Days to answer').fill('10');
    await planner.getByLabel('Which days count').selectOption('working');
    await button(planner, 'Set').click();
    await planner.getByText('Time to answer for operators: 10 working days').waitFor();
    const { body } = await (await service.as('planner')).send('GET', '/api/approval-clock');
    expect(body).toEqual({ days: 10, kind: 'working' });
  });
});
