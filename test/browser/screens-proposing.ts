import type { Page } from 'playwright-core';
import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

const scenario = (rest: string) => `/planning?scenario={scenario}${rest}`;
const settlements = scenario('&tab=settlements');
const rows = '#plan-rows [role=option]';

/** What lies beneath pictures and figures is laid out only when it is opened. */
async function openAll(page: Page): Promise<void> {
  await page.locator('#planning h3').first().waitFor();
  await page.locator('details:not([open]) > summary').evaluateAll((summaries) => {
    for (const summary of summaries as HTMLElement[]) summary.click();
  });
}

/** The scenario as another would have it: what no computation of a small country leaves behind. */
async function feigning(page: Page, changes: object): Promise<void> {
  await page.route('**/api/planning/scenarios/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...changes } });
  });
  await page.reload();
}

const point = (done: number) => ({
  phase: 'plan',
  done,
  seconds: 4 + 40 * done,
  bound: 4.1e9,
  cost: 4.2e9 + 5e8 * (1 - done),
  gapPercent: 12 - 9 * done,
});

/** Plans that are proposed; in a country of their own, that of proposing-country.ts. */
export const proposingScreens: readonly Screen[] = [
  { name: 'scenarios', as: 'planner', at: '/planning', shown: '.scenario-table tbody tr' },
  {
    name: 'scenarios-compared',
    as: 'planner',
    at: '/planning?compare={scenario}',
    steps: (page) => page.locator('.scenario-table input:not(:checked)').first().check(),
    shown: '.action-bar a.button--main',
  },
  {
    name: 'scenarios-none',
    as: 'planner',
    at: '/planning',
    async steps(page) {
      await page.route('**/api/planning/scenarios*', (route) => route.fulfill({ json: { rows: [] } }));
      await page.route('**/api/planning/network*', (route) => route.fulfill({ json: { nodes: [], spans: [] } }));
      await page.reload();
    },
    shown: '.panel .notice a.button',
  },
  {
    name: 'scenarios-failed',
    as: 'planner',
    at: '/planning',
    async steps(page) {
      await page.route('**/api/planning/scenarios*', failed);
      await page.reload();
    },
    shown: '.notice--error',
  },
  { name: 'scenarios-forbidden', as: 'deputy', at: '/planning', shown: '.notice--error' },
  {
    name: 'scenario-new',
    as: 'planner',
    at: '/planning?page=new&region=arqa',
    async steps(page) {
      await page.locator('.propose__aside dd').first().waitFor();
      await openAll(page);
    },
    shown: '.costs__one',
  },
  {
    name: 'scenario-new-impossible',
    as: 'planner',
    at: '/planning?page=new&settlements=arqa:a20,t1',
    async steps(page) {
      const boxes = page.locator('.crews__one input[type=checkbox]');
      await boxes.first().waitFor();
      for (const box of await boxes.all()) await box.uncheck();
    },
    shown: '.propose__form .wrong__line--error',
  },
  {
    name: 'scenario-new-wrong',
    as: 'planner',
    at: '/planning?page=new',
    steps: (page) => page.locator('.crews__one input[inputmode]').first().fill('abc'),
    shown: '[aria-invalid=true]',
  },
  {
    name: 'scenario-cost',
    as: 'planner',
    at: '/planning?page=new',
    async steps(page) {
      await page.locator('.propose__form details.panel > summary').click();
      await page.locator('.costs__one button').first().click();
      await page.locator('dialog button[type=submit]').click();
    },
    shown: 'dialog .wrong__line',
  },
  { name: 'scenario-queued', as: 'planner', at: '/planning?scenario={queued}', shown: 'progress' },
  {
    name: 'scenario-running',
    as: 'planner',
    at: scenario(''),
    async steps(page) {
      await feigning(page, { state: 'running', summary: null, progress: [0, 0.2, 0.4, 0.6].map(point) });
      await openAll(page);
    },
    shown: '.chart',
  },
  {
    name: 'scenario-without-plan',
    as: 'planner',
    at: scenario(''),
    steps: (page) => feigning(page, { state: 'failed', summary: null, failure: 'Error: out of memory' }),
    shown: '.panel code',
  },
  { name: 'scenario-figures', as: 'planner', at: scenario(''), steps: openAll, shown: '.chart' },
  {
    name: 'scenario-more',
    as: 'planner',
    at: scenario('&question={more}'),
    steps: openAll,
    shown: '.limits ~ .answer .facts',
  },
  {
    name: 'scenario-settlements',
    as: 'planner',
    at: `${settlements}&show=planned&selected=all`,
    shown: `.action-bar:not([hidden])`,
  },
  { name: 'scenario-unserved', as: 'planner', at: `${settlements}&show=unserved`, shown: rows },
  { name: 'scenario-nothing-found', as: 'planner', at: `${settlements}&search=zzzz`, shown: '.panel .empty' },
  {
    name: 'scenario-why',
    as: 'planner',
    at: `${settlements}&place=arqa:a20`,
    async steps(page) {
      await page.locator('dialog .why__words').waitFor();
      await openAll(page);
    },
    shown: '.weighed__one',
  },
  {
    name: 'scenario-why-unserved',
    as: 'planner',
    at: `${settlements}&show=unserved`,
    async steps(page) {
      await page.locator(rows).first().click();
      await page.locator('dialog .why__words').waitFor();
    },
    shown: 'dialog .notice--error',
  },
  {
    name: 'scenario-answer',
    as: 'planner',
    at: `${settlements}&place=arqa:a20&question={question}`,
    shown: '.answer .facts',
  },
  {
    name: 'scenario-pin',
    as: 'planner',
    at: `${settlements}&selected=arqa:a20`,
    async steps(page) {
      await page.locator('.action-bar .button').nth(1).click();
      await page.locator('dialog input[type=radio]').nth(1).check();
    },
    shown: 'dialog select',
  },
  {
    name: 'scenario-drafts',
    as: 'planner',
    at: settlements,
    async steps(page) {
      await page.locator('.plan-list .panel__head .button--main').click();
      await page.locator('dialog form').waitFor();
    },
    shown: 'dialog form',
  },
  {
    name: 'scenario-network',
    as: 'planner',
    at: scenario('&tab=map&quarter=2027-Q2'),
    async steps(page) {
      await page.locator('.network canvas').first().waitFor();
      await openAll(page);
    },
    shown: 'details[open] td',
  },
  { name: 'scenario-conditions', as: 'planner', at: scenario('&tab=conditions'), steps: openAll, shown: 'code' },
  {
    name: 'scenario-delete',
    as: 'planner',
    at: scenario(''),
    steps: (page) => page.locator('.scenario-head button').click(),
    shown: 'dialog .dialog__foot',
  },
  {
    name: 'scenarios-side-by-side',
    as: 'planner',
    at: '/planning?page=comparison&compare={scenario},{cheaper}',
    steps: openAll,
    shown: '.differences td',
  },
];
