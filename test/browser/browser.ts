import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installedPaths = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** An installed Chrome or Chromium: the one that CHROME_PATH names, else one where they usually are. */
function installed(): string | null {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROME_PATH: there is no file ${named}`);
  return named ?? installedPaths.find((path) => existsSync(path)) ?? null;
}

/** The browser that an npm package carries in itself; its libraries unpack only where it believes to be in a function. */
async function packaged(): Promise<string | null> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return await carried.executablePath();
  } catch {
    return null;
  }
}

/** Starts a browser without a window; null where none can be had. */
export async function startBrowser(): Promise<Browser | null> {
  const executablePath = installed() ?? (await packaged());
  if (executablePath === null) return null;
  return chromium.launch({
    executablePath,
    env: { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
    // The package's own arguments put all into one process, in which two people's sessions get mixed up.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}
