import type { Page } from 'playwright-core';
import type { Screen } from './screens.ts';
import { today } from './screens-country.ts';

const selecting = (code: string) => `/?selected=arqa:${code}:1`;
const offered = (at: number) => (page: Page) =>
  page.locator('.action-bar__actions:has(.button--main) button').nth(at).click();
const of = (code: string) => `/commitments/arqa/${code}/1`;
const there = '.milestones';
const submit = (page: Page) => page.locator('#report button[type=submit]').click();

/** The operator's own list, and its answers. */
export const operatorScreens: readonly Screen[] = [
  {
    name: 'operator',
    as: 'operator',
    at: '/',
    steps: (page) => page.locator('#done > summary').click(),
    shown: '#done[open] .commitment',
  },
  { name: 'operator-selection', as: 'operator', at: selecting('a12'), shown: '.action-bar--sticky:not([hidden])' },
  { name: 'operator-timeline', as: 'operator', at: '/?view=timeline', shown: '.timeline tbody tr' },
  { name: 'operator-nothing-found', as: 'operator', at: '/?search=zzzz', shown: '.empty' },
  { name: 'operator-all-answered', as: 'southerner', at: '/', shown: '#answer' },
  { name: 'decline-dialog', as: 'operator', at: selecting('a12'), steps: offered(1), shown: 'dialog textarea' },
  { name: 'counter-dialog', as: 'operator', at: selecting('a12'), steps: offered(2), shown: 'dialog textarea' },
  {
    name: 'answer-refused',
    as: 'operator',
    at: selecting('c1'),
    async steps(page, { colleague }) {
      await page.locator('.action-bar--sticky:not([hidden])').waitFor();
      // What the colleague answers does not reach this page before it answers otherwise.
      await page.route('**/api/commitments*', (route) => route.abort());
      const { body } = await colleague.send('GET', '/api/progress/arqa/c1/1');
      const { regionCode, code, number, version, counter } = body.assignment;
      const assignments = [{ regionCode, code, number, version }];
      const reason = { code: 'land', text: 'Жер учаскесі бөлінбеген' };
      const finishQuarter = counter?.finishQuarter === '2028-Q1' ? '2028-Q2' : '2028-Q1';
      const answer = { step: 'counter', assignments, reason, counter: { finishQuarter } };
      await colleague.send('POST', '/api/assignments/steps', answer);
      await offered(0)(page);
    },
    shown: 'dialog tbody tr',
  },
  {
    name: 'operator-calendar',
    as: 'operator',
    at: '/',
    async steps(page) {
      await page.locator('.calendar > summary').click();
      await page.locator('.calendar .panel__actions button').first().click();
    },
    shown: '.calendar input',
  },
];

/** A commitment's page, for each who reads or tells of it. */
export const commitmentScreens: readonly Screen[] = [
  {
    name: 'commitment',
    as: 'operator',
    at: of('a06'),
    async steps(page) {
      await page.locator('#report form').waitFor();
      for (const summary of await page.locator('.report-form .more > summary').all()) await summary.click();
      await page.locator('.report-form details:last-of-type .button').first().click();
    },
    shown: '.report-form fieldset textarea, .report-form details textarea',
    own: true,
  },
  {
    name: 'commitment-says-nothing',
    as: 'operator',
    at: of('a02'),
    async steps(page) {
      await page.locator('#report form').waitFor();
      await page.locator('#report input[type=radio]').last().check();
      await submit(page);
    },
    shown: '#report .notice--error',
    own: true,
  },
  {
    name: 'outbox-waiting',
    as: 'operator',
    at: of('a06'),
    async steps(page) {
      await page.route('**/api/progress-reports', (route) => route.abort());
      await page.locator('#report textarea').first().fill('Мачта орнатылды');
      await submit(page);
      await page.locator('.outbox summary').click();
    },
    shown: '.outbox .commitment',
    own: true,
  },
  {
    name: 'outbox-refused',
    as: 'operator',
    at: of('a06'),
    async steps(page) {
      await page.locator('.report-form .more > summary').nth(1).click();
      await page.locator('.milestone-fields input[type=date]').nth(1).fill('2026-12-30');
      await submit(page);
      await page.locator('.outbox summary').click();
    },
    shown: '.outbox__why',
    own: true,
  },
  {
    name: 'outbox-discard',
    as: 'operator',
    at: of('a06'),
    async steps(page) {
      await page.locator('.report-form .more > summary').nth(1).click();
      await page.locator('.milestone-fields input[type=date]').nth(1).fill('2026-12-30');
      await submit(page);
      await page.locator('.outbox summary').click();
      await page.locator('.outbox .panel__actions button').nth(2).click();
    },
    shown: 'dialog .dialog__foot',
    own: true,
  },
  {
    name: 'outbox-changed-since',
    as: 'operator',
    at: of('a06'),
    async steps(page) {
      // As if it had been written long ago, before what has happened since.
      await page.route('**/api/progress-reports', async (route) => {
        const body = route.request().postDataJSON();
        await route.continue({ postData: JSON.stringify({ ...body, version: 1 }) });
      });
      await page.locator('#report textarea').first().fill('Мачта орнатылды');
      await submit(page);
      await page.locator('.outbox summary').click();
    },
    shown: '.outbox__why',
    own: true,
  },
  { name: 'commitment-changed', as: 'operator', at: of('a07'), shown: '#changes-asked dd', own: true },
  { name: 'commitment-overdue', as: 'operator', at: of('b1'), shown: there, own: true },
  { name: 'commitment-blocker', as: 'planner', at: of('a02'), shown: `${there}`, own: true },
  {
    name: 'commitment-inspection',
    as: 'planner',
    at: of('a03'),
    async steps(page) {
      await page.locator('.evidence img').first().waitFor();
      const tests = page.locator('#inspection input[type=number], #inspection input[inputmode]');
      for (const [at, value] of [9, 2, 80, 8, 1, 90, 20, 3, 70].entries()) await tests.nth(at).fill(String(value));
      await page.locator('#inspection input[type=date]').first().fill(today);
    },
    shown: '#inspection .median',
    own: true,
  },
  { name: 'commitment-returned', as: 'operator', at: of('a04'), shown: there, own: true },
  { name: 'commitment-verified', as: 'deputy', at: of('a05'), shown: '.evidence img' },
  { name: 'commitment-unknown', as: 'operator', at: of('c2'), shown: '.notice--error' },
];
