import type { Page } from 'playwright-core';
import { failed } from './failed.ts';
import type { Screen } from './screens.ts';
import { plannersPage } from './visit.ts';

const row = '#settlements [role=option]';
const map = (rest: string) => `/map?show=all${rest}`;
/** Two drafts and one that nobody is assigned to. */
const chosen = map('&selected=arqa:a16,a17,a19');

const list = (page: Page) => page.locator(plannersPage);
const actions = (page: Page) => page.locator('.action-bar__actions button');

/** Fills in the assign dialog: operator, technology, start, finish. */
async function fill(page: Page, ...values: string[]): Promise<void> {
  const selects = page.locator('dialog form select');
  for (const [at, value] of values.entries()) await selects.nth(at).selectOption(value);
}

async function openAssign(page: Page): Promise<void> {
  await page.locator('.action-bar:not([hidden])').waitFor();
  await list(page).press('a');
}

let people = 2000;

/** The map with its list, its details and all that is decided there. */
export const plannerScreens: readonly Screen[] = [
  { name: 'planner', as: 'planner', at: '/map', shown: row },
  {
    name: 'planner-settlement-chosen',
    as: 'planner',
    at: map(''),
    steps: (page) => page.locator(row).nth(1).click(),
    shown: '.details section',
  },
  {
    name: 'planner-filters',
    as: 'planner',
    at: map('&region=arqa&stage=draft&from=100'),
    steps: (page) => page.locator('.filter-box > summary').click(),
    shown: '.filters button',
  },
  { name: 'planner-nothing-found', as: 'planner', at: map('&search=zzzz'), shown: '.list-panel .empty button' },
  { name: 'planner-none-in-region', as: 'planner', at: '/map?region=tau&status=unserved', shown: '.list-panel .empty' },
  { name: 'planner-details', as: 'planner', at: map('&place=arqa:a04'), shown: '.details .card' },
  { name: 'planner-details-served', as: 'planner', at: map('&place=tau:t1'), shown: '.details section' },
  {
    name: 'planner-details-tested',
    as: 'planner',
    at: map('&place=tau:t5'),
    shown: '.details .facts ~ p.muted, .details section > .cards ~ p.muted',
  },
  { name: 'planner-details-draft', as: 'planner', at: map('&place=arqa:a16'), shown: '.details .card__actions' },
  {
    name: 'planner-details-population-missing',
    as: 'planner',
    at: map('&place=tau:t4'),
    steps: (page) => page.locator('.details section .button--small').first().click(),
    shown: '.details form.inset',
  },
  { name: 'planner-details-unknown', as: 'planner', at: map('&place=arqa:zz'), shown: '.details .notice--error' },
  { name: 'planner-selection', as: 'planner', at: chosen, shown: '.action-bar:not([hidden])' },
  {
    name: 'planner-lasso',
    as: 'planner',
    at: map(''),
    steps: (page) => list(page).press('l'),
    shown: '.tools__hint',
  },
  { name: 'planner-assign', as: 'planner', at: chosen, steps: openAssign, shown: 'dialog form' },
  {
    name: 'planner-assign-free',
    as: 'planner',
    at: map('&selected=arqa:a19,a20'),
    async steps(page) {
      await openAssign(page);
      await fill(page, 'north', 'fibre', '2028-Q1', '2028-Q2');
    },
    shown: 'dialog .notice--good',
  },
  {
    name: 'planner-conflicts',
    as: 'planner',
    at: chosen,
    async steps(page) {
      await openAssign(page);
      await fill(page, 'north', 'fibre', '2028-Q1', '2028-Q2');
      await page.locator('.conflict summary').first().click();
    },
    shown: '.conflict details[open]',
  },
  {
    name: 'planner-amend',
    as: 'planner',
    at: chosen,
    steps: (page) => actions(page).nth(1).click(),
    shown: 'dialog form select',
  },
  {
    name: 'planner-withdraw',
    as: 'planner',
    at: chosen,
    steps: (page) => actions(page).nth(2).click(),
    shown: 'dialog form',
  },
  {
    name: 'planner-refused',
    as: 'planner',
    at: map('&selected=arqa:a20'),
    async steps(page, { other }) {
      // What the other planner does does not reach this page before it sends.
      await page.route('**/api/live*', (route) => route.abort());
      await page.reload();
      await openAssign(page);
      await fill(page, 'centre', 'fibre', '2028-Q1', '2028-Q2');
      const commitment = {
        operatorCode: 'centre',
        technology: 'fibre',
        startQuarter: '2028-Q1',
        finishQuarter: '2028-Q3',
      };
      const settlements = [{ regionCode: 'arqa', code: 'a20' }];
      const { body } = await other.send('POST', '/api/assignments', { settlements, commitment });
      await page.locator('dialog button[type=submit]').click();
      await page.locator('dialog tbody tr').waitFor();
      // Taken back, so that the screen can be seen again.
      const assignments = body.done.map(({ regionCode, code, number, version }: any) => ({
        regionCode,
        code,
        number,
        version,
      }));
      await other.send('POST', '/api/assignments/withdrawals', { assignments });
    },
    shown: 'dialog table',
  },
  {
    name: 'planner-theirs-and-mine',
    as: 'planner',
    at: map('&place=arqa:a19'),
    async steps(page, { other }) {
      await page.locator('.details section .button--small').first().click();
      const { body } = await other.send('GET', '/api/settlements/arqa/a19');
      people += 1;
      const edit = { population: people, populationDate: '2026-10-01', populationSource: 'Әкімдік' };
      await other.send('PATCH', '/api/settlements/arqa/a19', { version: body.settlement.version, ...edit });
      await page.locator('form.inset input[type=number]').fill('990');
      await page.locator('form.inset button[type=submit]').click();
    },
    shown: 'dialog table.compare',
  },
  {
    name: 'planner-history',
    as: 'planner',
    at: '/map',
    steps: (page) => page.locator('.top-bar__actions button:has(path[d^="M3 12a9 9"])').click(),
    shown: 'dialog .history li',
  },
  { name: 'planner-help', as: 'planner', at: '/map', steps: (page) => list(page).press('?'), shown: 'dialog kbd' },
  {
    name: 'planner-without-outlines',
    as: 'planner',
    // Where the outlines were seen before, they are kept.
    at: '/account',
    async steps(page) {
      await page.route(/\/api\/country\/boundaries/, failed);
      await page.goto('/map');
    },
    shown: '.notice--error',
    own: true,
  },
  {
    name: 'planner-failed',
    as: 'planner',
    at: '/map',
    async steps(page) {
      await page.route('**/api/country/live*', failed);
      await page.reload();
    },
    shown: '.work .notice--error',
  },
  { name: 'deputy-map', as: 'deputy', at: map('&place=arqa:b1&selected=arqa:b1'), shown: '.details .card' },
  { name: 'operator-map', as: 'operator', at: '/map', shown: row },
];
