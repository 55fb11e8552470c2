import sharp from 'sharp';
import type { BrowserContext, Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import { addDays } from '../../server/calendar/days.ts';
import { dateOf } from '../../server/calendar/moments.ts';
import { quarterAt, quarterNumber, quarterOf } from '../../server/calendar/quarters.ts';
import { identifier } from '../../server/changes/identifier.ts';
import type { Progress } from '../../server/construction/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { picture } from '../attachments/files.ts';
import { testDatabase } from '../database.ts';
import { type Person, startService, type TestService } from '../service.ts';
import { countryOfThirty } from '../thirty-villages.ts';
import { expectSoon } from './expect-soon.ts';
import { signIn, visit } from './visit.ts';
import { browser, withPages } from './with-browser.ts';

const password = 'correct horse battery';
const phone = { width: 390, height: 780 };

/** A telephone tells the time by its own clock: the service has the same day. */
const today = dateOf(new Date());

withPages('an operator reports from a telephone, the ministry inspects', () => {
  let database: Database;
  let service: TestService;
  let planner: Person;
  let north: Person;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await countryOfThirty(database, addDays(today, -2));
    service = await startService(database, await builtClient(), () => today);
    planner = await service.as('planner');
    north = await service.as('operator');
    await approve(['a01', 'a02', 'a03', 'a04', 'a05', 'a06']);
  });
  afterAll(async () => {
    await browser?.close();
    await service.close();
    await database.close();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  async function ask<Reply = any>(by: Person, method: string, path: string, body?: unknown): Promise<Reply> {
    const reply = await by.send(method, path, body);
    expect([path, reply.status, reply.status === 200 ? '' : reply.body]).toEqual([path, 200, '']);
    return reply.body as Reply;
  }
  const seen = ({ regionCode, code, number, version }: Assignment) => ({ regionCode, code, number, version });

  async function approve(codes: string[]): Promise<void> {
    const quarter = quarterNumber(quarterOf(today));
    const quarters = { startQuarter: quarterAt(quarter), finishQuarter: quarterAt(quarter + 3) };
    const commitment = { operatorCode: 'north', technology: 'fibre', ...quarters };
    const settlements = codes.map((code) => ({ regionCode: 'arqa', code }));
    await ask(planner, 'POST', '/api/assignments', { settlements, commitment });
    const sent = await ask(planner, 'POST', '/api/schedules/north/versions', { responsibleOfficer: 'A. Seitqali' });
    const assignments = sent.done.map(seen);
    await ask(north, 'POST', '/api/assignments/steps', { step: 'accept', assignments });
    await ask(planner, 'POST', '/api/schedules/north/approval', { version: sent.schedule.version });
  }
  const progress = (code: string): Promise<Progress> => ask(planner, 'GET', `/api/progress/arqa/${code}/1`);
  const report = async (code: string, told: object) =>
    ask(north, 'POST', '/api/progress-reports', {
      ...seen((await progress(code)).assignment),
      id: identifier(),
      writtenAt: new Date().toISOString(),
      ...told,
    });

  async function open(login: string, code: string, size: { width?: number; height?: number } = phone): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language: 'en', ...size });
    contexts.push(page.context());
    await signIn(page, login, password);
    return show(page, code);
  }
  async function show(page: Page, code: string): Promise<Page> {
    await page.goto(`/commitments/arqa/${code}/1`);
    await page.locator('.milestones').waitFor();
    return page;
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const status = (page: Page) => page.locator('.outbox summary');
  const says = (page: Page, text: string | RegExp) => status(page).filter({ hasText: text }).waitFor();
  const isEmpty = (page: Page) => page.locator('.outbox:not([hidden])').waitFor({ state: 'detached' });

  async function fillTests(page: Page, tests: number[][]): Promise<void> {
    for (const [at, values] of tests.entries()) {
      const inputs = page.getByRole('group', { name: `Test ${at + 1}` }).locator('input');
      for (const [i, value] of values.entries()) await inputs.nth(i).fill(String(value));
    }
  }

  /** A photograph of 3000 × 2000 that was taken with the telephone upright: it is to be turned. */
  const upright = async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, i) => (i * 7919) % 251));
    const wide = sharp(noise, { raw: { width: 300, height: 200, channels: 3 } }).resize(3000, 2000);
    const buffer = await wide.jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
    return { name: 'mast.jpg', mimeType: 'image/jpeg', buffer };
  };

  test('what is reported without a line outlives the page, and arrives once when the line is back', async () => {
    const page = await open('operator', 'a01');
    const context = page.context();
    for (const summary of await page.locator('.report-form .more > summary').all()) await summary.click();
    await button(page, 'Report an obstacle').click();
    await button(page, 'Take out this obstacle').click();

    await context.setOffline(true);
    await page.getByLabel('Building has begun').check();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('The mast stands');
    await page.getByLabel('Take a photograph').setInputFiles(await upright());
    await page.locator('.files__list img').waitFor();
    await page
      .getByLabel('Add a document')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no') });
    await page.getByText('plan.pdf is not a PDF.').waitFor();
    await fillTests(page, [[120, 60, 20], [90, 50, 30], [110, 70, 10]]); // prettier-ignore
    await expectSoon(
      async () => (await page.locator('.report-form .median').innerText()).replaceAll('\u00a0', ' '),
      'Median of 3 tests: 110 / 60 Mbit/s, 20 ms. Wanted: at least 100 Mbit/s down. It is enough.',
    );
    await button(page, 'Send the report').click();
    await says(page, '1 waiting');
    // What builds on it can be written before it has arrived.
    await page.getByLabel('The service works').waitFor();
    expect((await progress('a01')).reports).toEqual([]);
    await page.close();

    await context.setOffline(false);
    const [first, second] = [await context.newPage(), await context.newPage()];
    const posts: string[] = [];
    context.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    await Promise.all([first.goto('/'), second.goto('/')]);
    await expectSoon(async () => (await progress('a01')).reports.map(({ note }) => note), ['The mast stands']);
    await Promise.all([isEmpty(first), isEmpty(second)]);
    expect(posts).toEqual([`${service.address}/api/progress-reports`]);
    const { assignment, attachments, reports } = await progress('a01');
    expect(assignment.stage).toBe('under_construction');
    expect(reports[0]).toMatchObject({ step: 'start-construction', attachments: [attachments[0].id] });
    // Shrunk and turned on the device: less than half of what was taken.
    expect(attachments).toMatchObject([{ fileName: 'mast.jpg', width: 1365, height: 2048 }]);
    await show(first, 'a01');
    await first.locator('.evidence img').waitFor();
  });

  test('what is half written is there again after the page was closed', async () => {
    const page = await open('operator', 'a02');
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Half a sen');
    await page.getByLabel('Choose photographs').setInputFiles([await upright()]);
    await page.locator('.files__list img').waitFor();
    const again = await page.context().newPage();
    await page.close();
    await show(again, 'a02');
    await again.locator('.files__list img').waitFor();
    await expectSoon(() => again.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), 'Half a sen');
    await isEmpty(again);
    await button(again, 'Delete the draft').click();
    await again.locator('.files__list img').waitFor({ state: 'detached' });
    await expectSoon(() => again.getByRole('textbox', { name: 'Note', exact: true }).inputValue(), '');
  });

  test('what is refused is kept with its reason, corrected and sent; what was changed is shown side by side', async () => {
    const page = await open('operator', 'a03');
    await page.locator('.report-form .more', { hasText: 'Dates of the work' }).locator('> summary').click();
    const survey = page.getByRole('group', { name: 'Survey' });
    await survey.getByLabel('Done on').fill(addDays(today, 1));
    await button(page, 'Send the report').click();
    await says(page, '1 refused: Survey: this day is yet to come; give it as a forecast');
    await status(page).click();
    await button(page, 'Correct').waitFor();
    await button(page, 'Delete').click();
    await page.getByRole('dialog').waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Correct').click();
    await isEmpty(page);
    await survey.getByLabel('Done on').fill(today);
    await button(page, 'Send the report').click();
    await page.locator('.notices__one', { hasText: 'Arrived: Ақбұлақ 3' }).waitFor();
    expect((await progress('a03')).milestones[0]).toMatchObject({ kind: 'survey', actual: today });

    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Written before');
    await button(page, 'Send the report').click();
    await says(page, '1 waiting');
    await report('a03', { step: 'start-construction' });
    await page.context().setOffline(false);
    await says(page, '1 refused: somebody changed the commitment after you saw it');
    await expectSoon(
      () => page.locator('.outbox .terms tbody tr').allInnerTexts(),
      ['Stage\tapproved\tunder construction'],
    );
    await button(page, 'Send it for the commitment as it is now').click();
    await isEmpty(page);
    expect((await progress('a03')).reports.map(({ note }) => note)).toEqual(['Written before', '', '']);
  });

  test('without a session nothing is lost, and nobody else sends it', async () => {
    const page = await open('operator', 'a04');
    const context = page.context();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Kept');
    await context.clearCookies();
    await button(page, 'Send the report').click();
    await page.locator('input[autocomplete=username]').waitFor();
    expect((await progress('a04')).reports).toEqual([]);

    const shared = await context.newPage();
    await shared.goto('/');
    await signIn(shared, 'planner', password);
    await shared.goto('/schedules');
    await shared.getByRole('link', { name: 'North' }).waitFor();
    await isEmpty(shared);
    expect((await progress('a04')).reports).toEqual([]);
    await context.clearCookies();
    await shared.goto('/');
    await signIn(shared, 'operator', password);
    await expectSoon(async () => (await progress('a04')).reports.map(({ note }) => note), ['Kept']);
  });

  test('the ministry decides a blocker and inspects: what fails is returned; a deputy reads', async () => {
    const blocker = { id: identifier(), cause: 'power', owedBy: 'ministry', since: today, text: 'No line of 10 kV' };
    await report('a05', { step: 'start-construction', blockers: [blocker] });
    const page = await open('planner', 'a05', { width: 1280, height: 900 });
    await page.getByLabel('Grounds of the decision').fill('Works of the grid company');
    await button(page, 'Confirm: the state owes it').click();
    await page.getByText('The operator’s clock stands still since').waitFor();
    expect((await progress('a05')).blockers).toMatchObject([
      { decision: 'confirmed', decisionText: 'Works of the grid company' },
    ]);
    await page.locator('.report-form .more', { hasText: 'Dates of the work' }).locator('> summary').click();
    const owed = page.locator('.milestone-fields legend');
    await expectSoon(() => owed.allInnerTexts(), ['Land', 'Power supply', 'Permits']);
    expect(await page.getByText('How far is it?').count()).toBe(0);

    const photograph = identifier();
    const query = new URLSearchParams({
      region: 'arqa',
      code: 'a05',
      number: '1',
      kind: 'photograph',
      fileName: 'a.jpg',
    });
    const bytes = (await picture(40, 20)) as BodyInit;
    await north.fetch(`/api/attachments/${photograph}?${query}`, { method: 'PUT', body: bytes });
    const tests = [1, 2, 3].map(() => ({ download: 120, upload: 60, latency: 20 }));
    await report('a05', { step: 'report-operational', attachments: [photograph], tests });
    await page.getByRole('heading', { name: 'Inspection on the spot' }).waitFor();
    await expectSoon(() => page.locator('#report').count(), 0);
    await page.getByLabel('Inspector').fill('D. Akhmetov');
    await page.getByLabel('Date of the inspection').fill(today);
    await fillTests(page, [[9, 2, 80], [8, 1, 90], [200, 3, 70]]); // prettier-ignore
    await page.getByText('It does not pass: the commitment is returned to the operator').waitFor();
    await page.getByLabel('Reason').selectOption('backhaul');
    await page.getByLabel('In words').fill('The ring is cut');
    await button(page, 'Send: return to the operator').click();
    await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
    const after = await progress('a05');
    expect([after.assignment.stage, after.inspections.length]).toEqual(['returned', 1]);

    const deputy = await open('deputy', 'a05');
    expect(await deputy.locator('#commitment form, #commitment textarea').count()).toBe(0);
    expect(await deputy.locator('.outbox').count()).toBe(0);
    const other = await show(await visitAs('operator'), 'a06');
    await other.goto('/commitments/arqa/c1/1');
    await other.getByText('There is no such commitment, or it is not yours.').waitFor();
  });

  test('an operator makes the address of its calendar, and withdraws it', async () => {
    const page = await visitAs('operator');
    await page.locator('.calendar > summary').click();
    await button(page, 'Make the address').click();
    const address = await page.getByLabel('Address of the calendar').inputValue();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/calendar\/[\w-]{43}\.ics\?language=en$/);
    const calendar = async () => (await fetch(address)).text();
    expect(await calendar()).toContain('SUMMARY:');
    await page.reload();
    await page.locator('.calendar > summary').click();
    await page.getByText('It is not shown again; a new one closes it.').waitFor();
    await button(page, 'Withdraw the address').click();
    await button(page, 'Make the address').waitFor();
    expect(await calendar()).not.toContain('SUMMARY:');
  });

  async function visitAs(login: string): Promise<Page> {
    const page = await visit(browser!, { address: service.address, language: 'en', ...phone });
    contexts.push(page.context());
    await signIn(page, login, password);
    return page;
  }
});
