import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

/** What would be otherwise, and where to inspect next. */
export const uncertainScreens: readonly Screen[] = [
  { name: 'what-if', as: 'planner', at: '/what-if', shown: '.what-if__answer .empty' },
  {
    name: 'what-if-changes',
    as: 'deputy',
    at: '/what-if?fixed=200&threshold=1200&operators=north&datasets=register',
    shown: '.plain-map canvas',
  },
  { name: 'what-if-region', as: 'planner', at: '/what-if?datasets=register&region=tau', shown: '.panel__head .button' },
  {
    name: 'what-if-moves',
    as: 'deputy',
    at: '/what-if?profile=us-bead',
    steps: (page) => page.locator('.what-if__answer details > summary').first().click(),
    shown: '.what-if__answer details[open] tbody',
  },
  { name: 'what-if-saved', as: 'deputy', at: '{whatIf}', shown: '.what-if > .notice' },
  {
    name: 'what-if-failed',
    as: 'planner',
    at: '/what-if?profile=mars',
    shown: '.notice--error',
  },
  {
    name: 'what-if-unknown',
    as: 'deputy',
    at: '/what-if/00000000-0000-4000-8000-00000000ffff',
    shown: '.notice--error',
  },
  { name: 'what-if-forbidden', as: 'operator', at: '/what-if', shown: '.notice--error' },
  { name: 'inspections', as: 'planner', at: '/inspections', shown: '.team select' },
  {
    name: 'inspections-no-start',
    as: 'planner',
    at: '/inspections',
    steps: (page) => page.locator('.what-if__form button[type=submit]').click(),
    shown: '.what-if__form .notice--error',
  },
  {
    name: 'inspections-routes',
    as: 'planner',
    at: '/inspections?teams=arqa:a01;51/75.2&days=2',
    shown: '.route__stops',
  },
  {
    name: 'inspections-method',
    as: 'planner',
    at: '/inspections',
    steps: (page) => page.locator('.what-if__side details > summary').click(),
    shown: '.what-if__side details[open] p',
  },
  { name: 'inspections-nothing', as: 'planner', at: '/inspections?teams=10/10', shown: '.what-if__columns > .empty' },
  {
    name: 'inspections-failed',
    as: 'planner',
    at: '/inspections?teams=arqa:a01',
    async steps(page) {
      await page.route('**/api/inspections/routes?*', failed);
      await page.reload();
    },
    shown: '.notice--error',
  },
  { name: 'inspections-forbidden', as: 'deputy', at: '/inspections', shown: '.notice--error' },
];
