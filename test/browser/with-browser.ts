import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';

/** The browser of this file's tests; null where none can be had. Whoever takes it closes it. */
export const browser: Browser | null = await startBrowser();

if (browser === null) {
  process.stderr.write(
    '\nNO BROWSER: install Chrome, or name one by CHROME_PATH. The tests in a browser are SKIPPED.\n\n',
  );
}

/** Describes tests that need the browser: skipped, as was said aloud, without one. */
export const withBrowser = browser === null ? describe.skip : describe;
