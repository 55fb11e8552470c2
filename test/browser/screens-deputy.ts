import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

const view = (name: string, query: string, shown: string): Screen => ({
  name: `coverage-${name}`,
  as: 'deputy',
  at: `/coverage${query}`,
  shown,
});

/** How far the promise is kept. */
export const deputyScreens: readonly Screen[] = [
  {
    name: 'coverage',
    as: 'deputy',
    at: '/coverage',
    async steps(page) {
      await page.locator('.choropleth__place').first().waitFor();
      for (const more of await page.locator('#coverage details.more > summary').all()) await more.click();
    },
    shown: '.curve ~ details[open] td',
  },
  view('settlements-counted', '?by=settlements&sort=-share', '#parts tbody tr'),
  view('region', '?region=arqa', '.choropleth__place'),
  view('district', '?region=arqa&district=arqa1', '.choropleth__mark'),
  view('overdue', '?tab=overdue', '#overdue-rows tbody tr'),
  view('overdue-none', '?tab=overdue&region=tau', '.panel p.muted'),
  view('changes', '?tab=changes', '.panel h3'),
  view('settlements', '?tab=settlements', '#settlement-rows tbody tr'),
  view('population-missing', '?tab=settlements&show=population-missing', '#settlement-rows tbody tr'),
  view('past', '?known-on=2026-09-15', '.past-banner ~ * .choropleth__place, .past-banner ~ .headline'),
  view('nothing-known', '?known-on=2026-05-01', '.empty'),
  {
    name: 'coverage-failed',
    as: 'deputy',
    at: '/coverage',
    async steps(page) {
      await page.route('**/api/reports/coverage*', failed);
      await page.reload();
    },
    shown: '.notice--error',
  },
  { name: 'coverage-forbidden', as: 'operator', at: '/coverage', shown: '.notice--error' },
  { name: 'coverage-of-planner', as: 'planner', at: '/coverage', shown: '.choropleth__place' },
];
