import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { smallCountry } from '../country.ts';
import { testDatabase } from '../database.ts';
import { startService, type TestService } from '../service.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';
const phone = { width: 320, height: 640 };

withPages('a schedule between planner and operator, in a browser', () => {
  let database: Database;
  let service: TestService;
  const pages: Page[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await smallCountry(database);
    service = await startService(database, await builtClient());
    await assign('north', '10', ['1001', '1002']);
    await assign('north', '11', ['1101']);
    await assign('south', '10', ['1003']);
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function assign(operatorCode: string, regionCode: string, codes: string[], year = 2027) {
    const planner = await service.as('planner2');
    const quarters = { startQuarter: `${year}-Q1`, finishQuarter: `${year}-Q4` };
    const commitment = { operatorCode, technology: 'fibre', ...quarters };
    const reply = await planner.send('POST', '/api/assignments', {
      settlements: codes.map((code) => ({ regionCode, code })),
      commitment: { ...commitment, costTenge: 12_000_000, subsidyTenge: null, responsibleOfficer: 'Officer' },
    });
    expect(reply.body.refused).toEqual([]);
  }

  async function open(login: string, size: { width?: number; height?: number } = {}) {
    const page = await visit(browser!, { address: service.address, language: 'en', ...size });
    pages.push(page);
    await signIn(page, login, password);
    return page;
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).check();
  const said = (page: Page, text: string) => page.locator('.notices__one', { hasText: text }).waitFor();
  const names = (page: Page, section: string) =>
    page.locator(`#${section} .commitment .commitment__choice strong`).allTextContents();
  async function section(page: Page, id: string, ...listed: string[]) {
    const count = page.locator('.schedule-section__count', { hasText: String(listed.length) });
    await page.locator(`#${id}`, { has: count }).waitFor();
    await expectSoon(async () => (await names(page, id)).toSorted(), listed.toSorted());
  }

  test('sent, answered on a phone, settled and approved; the baseline is downloaded', async () => {
    const operator = await open('operator', phone);
    await operator.getByText('The ministry has not sent you a schedule yet.').waitFor();
    expect(await violations(operator)).toEqual([]);

    const planner = await open('planner');
    await planner.getByRole('link', { name: 'Work schedules' }).click();
    await planner.getByRole('link', { name: 'North' }).waitFor();
    await planner.getByRole('link', { name: 'North' }).click();
    await section(planner, 'drafts', 'Аксу', 'Кокозек', 'Кызылжар');
    await button(planner, 'Send 3 settlements to North…').click();
    await planner.getByLabel('Responsible officer').fill('Aigul Seitqali');
    await expectSoon(() => planner.getByLabel('Days to answer').inputValue(), '7');
    await button(planner, 'Send 3 settlements to North').click();
    await said(planner, '3 settlements sent, the clock runs');
    await section(planner, 'waiting', 'Аксу', 'Кокозек', 'Кызылжар');

    // It arrives by itself; another company's assignment is not there.
    await section(operator, 'answer', 'Аксу', 'Кокозек', 'Кызылжар');
    await expectSoon(() => operator.locator('.clock').first().innerText(), '8 days left (6 working)');
    await tick(operator, 'Аксу');
    await expectSoon(() => new URL(operator.url()).search, '?selected=10:1001:1');
    await button(operator, 'Accept 1').click();
    await said(operator, '1 settlement accepted');

    await tick(operator, 'Кокозек');
    await button(operator, 'Decline 1…').click();
    const decline = button(operator, 'Decline 1 settlement');
    await expectSoon(() => decline.isDisabled(), true);
    await operator.getByLabel('Reason').selectOption('power');
    await operator.getByLabel('In words').fill('No line of 35 kV there');
    await operator.locator('dialog button[type=submit]:enabled').waitFor();
    await decline.click();
    await said(operator, '1 settlement declined');

    await tick(operator, 'Кызылжар');
    await button(operator, 'Other terms for 1…').click();
    await operator.getByLabel('Finish').selectOption('2028-Q2');
    await operator.getByLabel('Reason').selectOption('backhaul');
    await operator.getByLabel('In words').fill('The backhaul comes in 2028');
    await operator.locator('dialog button[type=submit]:enabled').waitFor();
    await button(operator, 'Ask for other terms for 1 settlement').click();
    await said(operator, 'Other terms asked for: 1 settlement');
    await operator.getByText('Nothing waits for your answer.').waitFor();
    await section(operator, 'later', 'Аксу', 'Кызылжар');
    await section(operator, 'done', 'Кокозек');
    await operator.getByRole('radio', { name: 'Timeline' }).check();
    const line = operator.locator('.timeline tr', { hasText: 'Кызылжар' });
    await expectSoon(() => line.locator('td').allInnerTexts(), ['', 'start', 'work', 'work', 'finish']);

    await section(planner, 'countered', 'Кызылжар');
    await section(planner, 'declined', 'Кокозек');
    await expectSoon(
      () => planner.locator('#declined .commitment__reason').innerText(),
      'power supply: No line of 35 kV there',
    );
    await expectSoon(() => planner.locator('#countered .terms tbody tr').allInnerTexts(), ['Finish\tQ4 2027\tQ2 2028']);
    await planner.getByText('It cannot be approved yet: 1 waits for your decision').waitFor();
    await tick(planner, 'Кызылжар');
    await button(planner, 'Take the operator’s terms for 1').click();
    await said(planner, 'Operator’s terms taken: 1 settlement');
    await button(planner, 'Approve 2 settlements of North…').click();
    await button(planner, 'Approve 2 settlements of North').click();
    await said(planner, 'Approved: 2 settlements.');
    await section(planner, 'agreed', 'Аксу', 'Кызылжар');

    const [download] = await Promise.all([
      planner.waitForEvent('download'),
      planner.getByRole('link', { name: 'Download baseline 1' }).click(),
    ]);
    const baseline = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(baseline.head).toMatchObject({
      version: 1,
      operator: { code: 'north' },
      responsibleOfficer: 'Aigul Seitqali',
    });
    expect(baseline.assignments.map((row: Record<string, unknown>) => [row.code, row.finishQuarter])).toEqual([
      ['1001', '2027-Q4'],
      ['1101', '2028-Q2'],
    ]);
    const [document] = await Promise.all([
      planner.waitForEvent('download'),
      planner.getByRole('link', { name: 'PDF, Қазақша' }).first().click(),
    ]);
    expect((await readFile(await document.path())).subarray(0, 5).toString()).toBe('%PDF-');

    // What is changed after approval makes a second baseline, which is compared with the first.
    const other = await service.as('planner2');
    const { rows } = (await other.send('GET', '/api/settlements?operator=north&stage=approved&region=11')).body;
    const { regionCode, code, number, version } = rows[0].assignments[0];
    const asked = await other.send('POST', '/api/change-requests', {
      assignments: [{ regionCode, code, number, version }],
      changes: { finishQuarter: '2028-Q4' },
      reason: { code: 'weather', text: 'The river' },
    });
    await other.send('POST', '/api/change-requests/decisions', {
      requests: asked.body.requests.map((one: { id: string; version: number }) => ({
        regionCode,
        id: one.id,
        version: one.version,
      })),
      decision: 'accept',
    });
    await button(planner, 'Show side by side').click();
    const compared = planner.locator('table', { has: planner.getByRole('columnheader', { name: 'version 2' }) });
    await compared.waitFor();
    await expectSoon(
      () => compared.locator('tbody tr').allInnerTexts(),
      ['Кызылжар\tFinish: Q2 2028\tFinish: Q4 2028'],
    );
    await expectSoon(() => new URL(planner.url()).searchParams.get('compare'), '1-2');
  });

  test('an answer to what was changed meanwhile is refused, and shows theirs beside mine', async () => {
    const planner = await service.as('planner2');
    await assign('north', '10', ['1004'], 2029);
    const sent = await planner.send('POST', '/api/schedules/north/versions', { responsibleOfficer: 'Officer' });
    expect(sent.status).toBe(200);
    const row = sent.body.done.find((one: { code: string }) => one.code === '1004');
    const operator = await open('operator', phone);
    await operator.locator('#answer', { hasText: 'Белгисиз' }).waitFor();
    await tick(operator, 'Белгисиз');
    // The page can fetch nothing of what happens from here on.
    await operator.route('**/api/commitments?*', (route) => route.abort());
    const { regionCode, code, number, version } = row;
    const cancelled = await planner.send('POST', '/api/assignments/steps', {
      step: 'cancel',
      assignments: [{ regionCode, code, number, version }],
      reason: { code: 'wrong-data', text: 'The village has moved' },
    });
    expect(cancelled.body.refused).toEqual([]);
    await button(operator, 'Accept 1').click();
    const dialog = operator.locator('dialog');
    await dialog.getByText('Changed by somebody else since you saw it').waitFor();
    await expectSoon(
      () => dialog.locator('tbody tr').allInnerTexts(),
      ['Stage\tproposed to the operator\tcancelled', 'Reason\t\twrong data: The village has moved'],
    );
    await dialog.getByText('Close', { exact: true }).click();
    await expectSoon(() => names(operator, 'done'), expect.arrayContaining(['Белгисиз']));
  });

  test('what cannot be loaded says so and can be tried again; a deputy reads and does nothing', async () => {
    const deputy = await open('deputy');
    await deputy.route('**/api/schedules', (route) => route.fulfill({ status: 500, json: { title: 'Error' } }));
    await deputy.goto('/schedules');
    await deputy.getByText('The schedule could not be loaded. Nothing is lost.').waitFor();
    await deputy.unroute('**/api/schedules');
    await button(deputy, 'Try again').click();
    await deputy.getByRole('link', { name: 'South' }).click();
    await section(deputy, 'drafts', 'Шагын');
    expect(await deputy.getByRole('checkbox').count()).toBe(0);
    expect(await deputy.getByRole('button', { name: /Send|Approve/ }).count()).toBe(0);
  });

  test('an operator is told that the schedules of all are not for it', async () => {
    const operator = await open('operator');
    await operator.goto('/schedules');
    await operator.getByText('The schedules of all operators cannot be read with this account.').waitFor();
  });
});
