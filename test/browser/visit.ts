import type { Browser, Page } from 'playwright-core';

export type Language = 'kk' | 'ru' | 'en';
export const languages: readonly Language[] = ['kk', 'ru', 'en'];

const locales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

interface Visit {
  address: string;
  language: Language;
  width?: number;
  height?: number;
  colours?: 'light' | 'dark';
  /** Whether the device keeps the page, by a worker: what that asks for no test can catch on its way. */
  keeps?: boolean;
}

/** A page of its own, with nothing remembered, at the service's address. */
export async function visit(
  browser: Browser,
  { address, language, width = 1280, height = 800, colours, keeps = false }: Visit,
) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: locales[language],
    colorScheme: colours ?? 'light',
    baseURL: address,
    reducedMotion: 'reduce',
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  // Asks and waits for what shall be there; a shared machine may be slow.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto('/');
  await page.locator('input[autocomplete=username]').waitFor();
  return page;
}

/** What is there once the planner's page listens to its keys, which it does from when its map is drawn. */
export const plannersPage = '.work:has(#map.leaflet-container) #settlements';

/** Signs in by the form, and waits until what the person begins with is there: the list of the map, an operator's own, a deputy's figures. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page
    .locator(`${plannersPage} [role=option], #schedule[aria-busy=false], #coverage[aria-busy=false]`)
    .first()
    .waitFor();
}
