import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

/** Claims that tests contradict, and service that nobody claims. */
export const contradictionScreens: readonly Screen[] = [
  {
    name: 'contradictions',
    as: 'deputy',
    at: '/contradictions',
    async steps(page) {
      await page.locator('#contradiction-rows tbody tr').first().waitFor();
      for (const more of await page.locator('#contradictions details.more > summary').all()) await more.click();
    },
    shown: '#contradictions details[open] td',
  },
  {
    name: 'contradictions-of-operator',
    as: 'southerner',
    at: '/contradictions',
    shown: '#contradiction-rows tbody tr',
  },
  {
    name: 'contradictions-none',
    as: 'planner',
    at: '/contradictions?region=arqa&by=measurement',
    shown: '.panel .empty',
  },
  { name: 'unclaimed', as: 'planner', at: '/contradictions?side=unclaimed', shown: '#unclaimed-rows tbody tr' },
  {
    name: 'contradictions-failed',
    as: 'deputy',
    at: '/contradictions',
    async steps(page) {
      await page.route('**/api/contradictions*', failed);
      await page.reload();
    },
    shown: '.notice--error',
  },
];
