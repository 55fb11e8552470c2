import type { Page } from 'playwright-core';
import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

const north = '/schedules?operator=north';
const selecting = (...codes: string[]) => `${north}&selected=${codes.map((code) => `arqa:${code}:1`).join(',')}`;
const offered = (at: number) => async (page: Page) => {
  await page.locator('.action-bar__actions:has(.button--main) button').nth(at).click();
};
const main = (page: Page) => page.locator('#schedule .panel__actions > .button--main').first().click();

/** Chooses the first change that is asked for, and begins to decide it: accept, then refuse. */
const decide = (at: number) => async (page: Page) => {
  const panel = page.locator('#change-requests');
  await panel.locator('.commitments input[type=checkbox]').first().check();
  await panel.locator('.panel__actions button').nth(at).click();
};

/** Work schedules: what planners do with them, and what deputies read. */
export const scheduleScreens: readonly Screen[] = [
  {
    name: 'schedules',
    as: 'planner',
    at: '/schedules',
    steps: (page) => page.locator('details.panel > summary').click(),
    shown: '.unanswered__table',
  },
  { name: 'schedules-of-deputy', as: 'deputy', at: '/schedules', shown: '.schedule-cards' },
  { name: 'schedules-forbidden', as: 'operator', at: '/schedules', shown: '.notice--error' },
  {
    name: 'schedules-failed',
    as: 'deputy',
    at: '/schedules',
    async steps(page) {
      await page.route('**/api/schedules', failed);
      await page.reload();
    },
    shown: '.notice--error',
  },
  { name: 'schedule', as: 'planner', at: north, shown: '#agreed .commitment' },
  {
    name: 'schedule-particulars',
    as: 'planner',
    at: `${north}&search=%D0%B0%D2%9B%D0%B1%D2%B1%D0%BB%D0%B0%D2%9B`,
    async steps(page) {
      await page.locator('#cancelled > summary').click();
      for (const one of (await page.locator('.commitment details > summary').all()).slice(0, 3)) await one.click();
    },
    shown: '#cancelled[open] .commitment',
  },
  { name: 'schedule-of-deputy', as: 'deputy', at: north, shown: '#agreed .commitment' },
  { name: 'schedule-unknown', as: 'planner', at: '/schedules?operator=nobody', shown: '.empty' },
  { name: 'schedule-nothing-found', as: 'planner', at: `${north}&search=zzzz`, shown: '.empty' },
  { name: 'schedule-timeline', as: 'planner', at: `${north}&view=timeline`, shown: '.timeline tbody tr' },
  { name: 'baselines-compared', as: 'planner', at: `${north}&compare=2-3`, shown: '.panel table.terms td' },
  {
    name: 'schedule-selection',
    as: 'planner',
    at: selecting('a11', 'a12', 'a16', 'a06'),
    shown: '.action-bar--sticky',
  },
  { name: 'send-dialog', as: 'planner', at: north, steps: main, shown: 'dialog form input' },
  { name: 'approve-dialog', as: 'planner', at: '/schedules?operator=south', steps: main, shown: 'dialog form' },
  { name: 'cancel-dialog', as: 'planner', at: selecting('a12'), steps: offered(0), shown: 'dialog textarea' },
  { name: 'propose-again-dialog', as: 'planner', at: selecting('a11'), steps: offered(1), shown: 'dialog form select' },
  { name: 'redraft-dialog', as: 'planner', at: selecting('a10'), steps: offered(0), shown: 'dialog form' },
  {
    name: 'change-dialog',
    as: 'planner',
    at: selecting('a06'),
    async steps(page) {
      await offered(0)(page);
      await page.locator('dialog select').first().selectOption('south');
    },
    shown: 'dialog textarea',
  },
  { name: 'change-accept-dialog', as: 'planner', at: north, steps: decide(0), shown: 'dialog form' },
  { name: 'change-refuse-dialog', as: 'planner', at: north, steps: decide(1), shown: 'dialog textarea' },
];
