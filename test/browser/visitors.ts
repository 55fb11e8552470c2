import type { Browser, Page } from 'playwright-core';
import { type ScreensCountry, today, type Token } from './screens-country.ts';
import type { Screen } from './screens.ts';
import type { Language } from './visit.ts';

const password = 'correct horse battery';

/** The cookie of somebody who is signed in. */
interface Session {
  name: string;
  value: string;
}

/** The people who see the screens, each with a device of their own whose date is the country's. */
export class Visitors {
  private readonly pages = new Map<Screen['as'], Page>();
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(
    private readonly browser: Browser,
    private readonly country: ScreensCountry,
    private readonly language: Language,
  ) {}

  /** Comes to a screen as whoever sees it, and waits until it is there. */
  async show(screen: Screen): Promise<Page> {
    const page = screen.own ? await this.arrive(screen.as) : await this.pageOf(screen.as);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(screen.at.replace(/\{(\w+)\}/g, (_, token: Token) => this.country.tokens[token]!));
    await screen.steps?.(page, this.country);
    await page.locator(screen.shown).first().waitFor();
    return page;
  }

  /** Leaves a screen that has a device of its own. */
  async leave(screen: Screen, page: Page): Promise<void> {
    if (screen.own) await page.context().close();
  }

  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.context().close();
    this.pages.clear();
  }

  private async pageOf(as: Screen['as']): Promise<Page> {
    const known = this.pages.get(as);
    if (known !== undefined) return known;
    const page = await this.arrive(as);
    this.pages.set(as, page);
    return page;
  }

  private sessionOf(login: string): Promise<Session> {
    const session = this.sessions.get(login) ?? signIn(this.country.service.address, login);
    this.sessions.set(login, session);
    return session;
  }

  private async arrive(as: Screen['as']): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' }[this.language],
      baseURL: this.country.service.address,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(Number(process.env.SLOW ?? 30_000));
    if (as !== null) {
      // The session's cookie is kept whatever the browser's own date is.
      const { name, value } = await this.sessionOf(as);
      await context.addCookies([{ name, value, url: this.country.service.address }]);
    }
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${today}T10:00:00`));
    return page;
  }
}

/** Signs in without the form. */
async function signIn(address: string, login: string): Promise<Session> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ login, password });
  const reply = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
  if (!reply.ok) throw new Error(`${login} could not sign in: ${await reply.text()}`);
  await reply.text();
  const [, name, value] = /^(\w+)=([^;]+)/.exec(reply.headers.get('Set-Cookie')!)!;
  return { name, value };
}
