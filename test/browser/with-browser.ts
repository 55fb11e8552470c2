import type { Browser } from 'playwright-core';
import { engine } from '../database.ts';
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

/**
 * The same of what pages decide, whichever database is behind them: over the embedded one alone, so that the suite, which
 * runs over both, keeps to its time. The stories of people run over both.
 */
export const withPages = engine === 'PGlite' ? withBrowser : describe.skip;
