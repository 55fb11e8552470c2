import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { picture } from '../attachments/files.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { run } from '../process.ts';
import { startService, type TestService } from '../service.ts';
import { countryOfThirty } from '../thirty-villages.ts';
import { signIn, visit } from './visit.ts';
import { browser, withBrowser } from './with-browser.ts';

const password = 'correct horse battery';

let day = '';
function itIs(date: string): void {
  day = date;
  feignDate(date);
}

withBrowser('from proposal to verified service: a planner, an operator and a deputy side by side', () => {
  let database: Database;
  let service: TestService;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baylanys-story-'));
    database = await testDatabase();
    itIs('2026-11-20');
    await countryOfThirty(database, day);
    itIs('2026-11-23');
    service = await startService(database, await builtClient(), () => day);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await browser?.close();
    await service.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** Signs in with a device whose date is the service's. */
  async function open(login: string, size: { width?: number; height?: number } = {}) {
    const page = await visit(browser!, { address: service.address, language: 'en', ...size });
    await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
    await signIn(page, login, password);
    return page;
  }

  const button = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true });
  const said = (page: Page, text: string) => page.locator('.notices__one', { hasText: text }).waitFor();
  const counted = (page: Page, section: string, count: number) =>
    page
      .locator(`#${section}`, { has: page.locator('.schedule-section__count', { hasText: String(count) }) })
      .waitFor();

  /** Finds rows by name in the operator's list, and ticks all of them. */
  async function choose(page: Page, search: string, count: number) {
    await page.getByRole('searchbox').fill(search);
    await page.getByLabel(`Select all ${count}`).first().check();
  }

  /** Answers a dialog that asks for a reason. */
  async function because(page: Page, code: string, words: string) {
    await page.getByLabel('Reason').selectOption(code);
    await page.getByLabel('In words').fill(words);
  }

  test('thirty villages are assigned, sent, answered, settled and approved; the baseline is verified offline', async () => {
    const planner = await open('planner');
    const deputy = await open('deputy');
    const operator = await open('operator', { width: 390, height: 780 });

    await planner.getByText('30 of 33 settlements').waitFor();
    await button(planner, 'Select all').click();
    await planner.getByText('30 settlements, 33,300 people, 1 district').waitFor();
    await button(planner, 'Assign…').click();
    const assign = planner.locator('dialog');
    for (const [at, value] of ['north', 'fibre', '2026-Q4', '2027-Q1'].entries()) {
      await assign.locator('form select').nth(at).selectOption(value);
    }
    await button(assign, 'Assign 30').click();
    await said(planner, '30 settlements assigned');

    await planner.getByRole('link', { name: 'Work schedules' }).click();
    await planner.getByRole('link', { name: 'North' }).click();
    await button(planner, 'Send 30 settlements to North…').click();
    await planner.getByLabel('Responsible officer').fill('Aigul Seitqali');
    await button(planner, 'Send 30 settlements to North').click();
    await said(planner, '30 settlements sent, the clock runs');

    await counted(operator, 'answer', 30);
    await choose(operator, 'Акбулак', 20);
    await button(operator, 'Accept 20').click();
    await said(operator, '20 settlements accepted');
    await choose(operator, 'Бесагаш', 6);
    await button(operator, 'Decline 6…').click();
    await because(operator, 'power', 'No line of 10 kV before 2029');
    await button(operator, 'Decline 6 settlements').click();
    await said(operator, '6 settlements declined');
    await choose(operator, 'Карасу', 4);
    await button(operator, 'Other terms for 4…').click();
    await operator.getByLabel('Finish').selectOption('2027-Q4');
    await because(operator, 'backhaul', 'The ring is closed in the summer');
    await button(operator, 'Ask for other terms for 4 settlements').click();
    await said(operator, 'Other terms asked for: 4 settlements');

    await counted(planner, 'declined', 6);
    await counted(planner, 'countered', 4);
    await planner.locator('#countered').getByLabel('Select all 4').check();
    await button(planner, 'Take the operator’s terms for 4').click();
    await said(planner, 'Operator’s terms taken: 4 settlements');
    await button(planner, 'Approve 24 settlements of North…').click();
    await button(planner, 'Approve 24 settlements of North').click();
    await said(planner, 'Approved: 24 settlements.');

    await deputy.goto('/schedules?operator=north');
    await counted(deputy, 'agreed', 24);
    const [download] = await Promise.all([
      deputy.waitForEvent('download'),
      deputy.getByRole('link', { name: 'Download baseline 1' }).click(),
    ]);
    const baseline = await readFile(await download.path(), 'utf8');
    const verify = async (text: string) => {
      const file = join(folder, 'baseline.json');
      await writeFile(file, text);
      const running = run(['verify', file], { DATABASE_URL: '', DATA_DIR: folder });
      return [await running.ended, running.output().trim()];
    };
    const { hash } = JSON.parse(baseline);
    expect(await verify(baseline)).toEqual([
      0,
      `Whole: baseline 1 of north, made on 2026-11-23, 24 assignments, hash ${hash}.`,
    ]);
    expect(await verify(baseline.replace('"2027-Q1"', '"2027-Q2"'))).toEqual([
      1,
      'Altered: the assignment arqa/a01/1 (Ақбұлақ 1).',
    ]);
  });

  const worksReport = async (page: Page, photographed: Buffer) => {
    await page.getByLabel('The service works').check();
    await page.getByLabel('Choose photographs').setInputFiles({
      name: 'mast.jpg',
      mimeType: 'image/jpeg',
      buffer: photographed,
    });
    await page.getByRole('button', { name: 'Take out mast.jpg' }).waitFor();
    await fillTests(page, [[140, 110, 8], [120, 105, 9], [130, 108, 7]]); // prettier-ignore
    await page.getByText('It is enough.').waitFor();
    await button(page, 'Send the report').click();
  };

  async function fillTests(page: Page, tests: readonly (readonly number[])[]) {
    for (const [at, [download, upload, latency]] of tests.entries()) {
      const test = page.getByRole('group', { name: `Test ${at + 1}` });
      await test.getByLabel('Download').fill(String(download));
      await test.getByLabel('Upload').fill(String(upload));
      await test.getByLabel('Latency').fill(String(latency));
    }
  }

  const villages = ['a01', 'a02', 'a03', 'a04', 'a05'];

  test('five are built and reported with photographs, the first of them without a line', async () => {
    itIs('2027-01-25');
    const photographed = await picture(1600, 1200);
    const operator = await open('operator', { width: 390, height: 780 });
    for (const code of villages) {
      await operator.goto(`/commitments/arqa/${code}/1`);
      await operator.getByLabel('Building has begun').waitFor();
      const isOffline = code === 'a01';
      await operator.context().setOffline(isOffline);
      await operator.getByLabel('Building has begun').check();
      await button(operator, 'Send the report').click();
      await worksReport(operator, photographed);
      if (isOffline) {
        await operator.getByText('2 waiting').waitFor();
        expect(await stagesOf(['a01'])).toEqual(['approved']);
        await operator.context().setOffline(false);
      }
      await operator.getByText('operational', { exact: true }).waitFor();
      await operator.getByText('waiting').waitFor({ state: 'hidden' });
    }
    expect(await stagesOf(villages)).toEqual(villages.map(() => 'operational'));
  });

  test('they are inspected: four are verified; the fifth is returned, with the reason, and flagged again', async () => {
    itIs('2027-02-10');
    const planner = await open('planner');
    for (const code of villages) {
      const fails = code === 'a05';
      await planner.goto(`/commitments/arqa/${code}/1`);
      await planner.getByLabel('Inspector').fill('Marat Ospanov');
      await planner.locator('#inspection').getByLabel('Date of the inspection').fill('2027-02-10');
      await fillTests(planner, fails ? [[12, 4, 60], [15, 5, 55], [9, 3, 70]] : [[118, 99, 8], [121, 104, 9], [125, 101, 7]]); // prettier-ignore
      if (fails) {
        await planner.getByText('It does not pass: the commitment is returned').waitFor();
        await because(planner, 'backhaul', 'The ring is not closed yet');
      }
      await button(planner, fails ? 'Send: return to the operator' : 'Send: verify').click();
      await planner.getByText(fails ? 'Did not pass' : 'Passed', { exact: true }).waitFor();
    }
    expect(await stagesOf(villages)).toEqual(['verified', 'verified', 'verified', 'verified', 'returned']);
    await planner.goto('/map?place=arqa:a05');
    await planner.getByText('26 of 33 settlements').waitFor();
    await planner.locator('.details .status__flag').waitFor();
  });

  test('the deputy sees what was known before and after, asks about the fifth, and is answered', async () => {
    const deputy = await open('deputy');
    const figures = (served: string) => deputy.getByText(`${served} of 33,300`, { exact: true }).waitFor();
    await deputy.goto('/coverage?region=arqa');
    await figures('4,060');
    await deputy.getByText('12.1%').first().waitFor();
    for (const [knownOn, words, served] of [
      ['2027-01-24', '24 January 2027', '0'],
      ['2027-01-25', '25 January 2027', '5,100'],
    ]) {
      await deputy.getByLabel('As known on').fill(knownOn);
      await button(deputy, 'Show').click();
      await deputy.getByText(`As known on ${words}.`).waitFor();
      await figures(served);
    }
    await deputy.getByRole('link', { name: 'Back to today' }).click();
    await figures('4,060');

    await deputy.goto('/map?place=arqa:a05');
    await deputy.locator('.details').getByRole('link', { name: 'Ask about this…' }).last().click();
    await deputy.getByLabel('Addressee').selectOption('operator');
    await deputy.getByLabel('Which operator').selectOption('north');
    await deputy.getByLabel('Question').fill('Why has the village still no internet?');
    await button(deputy, 'Send the inquiry').click();
    await deputy.getByText('waits for an answer').waitFor();

    const operator = await open('operator', { width: 390, height: 780 });
    await operator.goto('/inquiries');
    await operator.getByRole('list', { name: 'Inquiries' }).getByRole('link').click();
    await operator.getByRole('textbox', { name: 'Answer' }).fill('The ring is closed in May.');
    await button(operator, 'Send the answer').click();

    await deputy.getByText('The ring is closed in May.').waitFor();
    await deputy.getByLabel('Outcome').selectOption('not-satisfied');
    await button(deputy, 'Close the inquiry').click();
    await deputy.getByText('The answer does not satisfy').first().waitFor();
  });

  /** The stages of the first commitments of these villages, as the service has them. */
  async function stagesOf(codes: readonly string[]): Promise<string[]> {
    const planner = await service.as('planner');
    const settlements = codes.map((code) => ({ regionCode: 'arqa', code }));
    const { body } = await planner.send('POST', '/api/country/rows', { settlements });
    return body.rows.flatMap((row: any) => row.assignments.map(({ stage }: any) => stage));
  }
});
