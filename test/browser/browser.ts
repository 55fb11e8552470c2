import { existsSync } from 'node:fs';
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

interface Executable {
  path: string;
  arguments: string[];
}

/** An installed Chrome or Chromium: the one that CHROME_PATH names, else one where they usually are. */
function installed(): Executable | null {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROME_PATH: there is no file ${named}`);
  const path = named ?? installedPaths.find(existsSync);
  return path === undefined ? null : { path, arguments: [] };
}

/** The browser that an npm package carries in itself; its libraries unpack only where it believes to be in a function. */
async function packaged(): Promise<Executable | null> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return { path: await carried.executablePath(), arguments: carried.args };
  } catch {
    return null;
  }
}

/** Starts a browser without a window; null where none can be had. */
export async function startBrowser(): Promise<Browser | null> {
  const executable = installed() ?? (await packaged());
  if (executable === null) return null;
  return chromium.launch({
    executablePath: executable.path,
    args: [...executable.arguments, '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}
