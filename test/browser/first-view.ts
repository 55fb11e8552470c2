import type { Browser, BrowserContext } from 'playwright-core';

/** What a person comes to first, and by what it is seen to be of use. */
export interface FirstView {
  page: string;
  /** Who comes; null is nobody. */
  login: string | null;
  useful: string;
}

export const firstViews: readonly FirstView[] = [
  { page: 'sign-in', login: null, useful: 'input[autocomplete=username]' },
  { page: 'planner', login: 'planner', useful: '#settlements [role=option]' },
  { page: 'operator', login: 'operator', useful: '#schedule[aria-busy=false] .commitment' },
  { page: 'deputy', login: 'deputy', useful: 'main table tbody tr' },
];

/** A browser that has nothing of the service yet but the cookie of whoever is signed in. */
export async function newcomer(
  browser: Browser,
  { address, cookieOf }: { address: string; cookieOf(login: string): Promise<string> },
  login: string | null,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, locale: 'kk-KZ' });
  context.setDefaultTimeout(60_000);
  if (login !== null) {
    const [name, value] = (await cookieOf(login)).split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  return context;
}
