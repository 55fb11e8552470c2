import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Database } from '../../server/database/database.ts';
import { testDatabase } from '../database.ts';
import { feignDate } from '../feigned-date.ts';
import { violations } from './accessible.ts';
import { expectSoon } from './expect-soon.ts';
import { misfits } from './fitting.ts';
import type { Screen } from './screens.ts';
import { screensCountry, type ScreensCountry } from './screens-country.ts';
import { languages } from './visit.ts';
import { Visitors } from './visitors.ts';
import { browser, withPages } from './with-browser.ts';

const wide = { width: 1280, height: 800 };
/** 1280 pixels at 400 % are as wide as 320. */
const narrow = { width: 320, height: 640 };

/**
 * Tests, of each of these screens in each language: that axe finds nothing; that all fits, wide and narrow, as it is and
 * with texts 40 % longer; then that nothing moves for who asked for less motion, and that axe finds nothing in forced
 * colours and in the dark.
 * @param makeCountry what has happened where they are seen
 */
export function proveScreens(what: string, screens: readonly Screen[], makeCountry = screensCountry): void {
  afterAll(() => browser?.close());
  withPages(what, () => {
    let database: Database;
    let country: ScreensCountry | undefined;
    let visitors: Visitors | undefined;

    beforeAll(async () => {
      database = await testDatabase();
      country = await makeCountry(database, feignDate);
      visitors = new Visitors(browser!, country, 'kk');
    });
    afterAll(async () => {
      jest.useRealTimers();
      // Neither is there where the country was not made in time.
      await visitors?.close();
      await country?.close();
    });

    test.each(screens)('$name', async (screen) => {
      const page = await visitors!.show(screen);
      const spoken = screen.speaks ? [screen.speaks] : languages;
      for (const language of spoken) {
        if (screen.speaks === undefined) await speak(page, language);
        expect([language, await page.locator('html').getAttribute('lang')]).toEqual([language, language]);
        // Another language alters no colour.
        const rules = language === spoken[0] ? undefined : 'all but colours';
        await expectSoon(async () => [language, await violations(page, rules)], [language, []]);
        await expectSoon(async () => [language, 'wide', await misfits(page)], [language, 'wide', []]);
        await page.setViewportSize(narrow);
        await expectSoon(async () => [language, 'narrow', await misfits(page)], [language, 'narrow', []]);
        await page.setViewportSize(wide);
      }
      await expectSoon(() => moving(page), []);
      // Other colours alter no name and no role.
      await page.emulateMedia({ forcedColors: 'active' });
      await expectSoon(async () => ['forced colours', await violations(page, 'colours')], ['forced colours', []]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
      await expectSoon(async () => ['dark', await violations(page, 'colours')], ['dark', []]);
      await page.emulateMedia({ colorScheme: 'light' });
      await visitors!.leave(screen, page);
    });
  });
}

/** By the page's own choice of language, which a dialog puts out of a person's reach. */
async function speak(page: Page, language: string): Promise<void> {
  await page.locator('select.language').evaluate((choice: HTMLSelectElement, code) => {
    choice.value = code;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
}

/** What is in motion. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 100) ?? ''),
  );
}
