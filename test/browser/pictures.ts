// Keeps a picture of every screen in each language, to be looked at; of those alone whose names begin as one says:
// node --import tsx test/browser/pictures.ts [language…] [beginning…]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/database.ts';
import { migrate } from '../../server/database/migrate.ts';
import { startBrowser } from './browser.ts';
import { proposingCountry } from './proposing-country.ts';
import { othersScreens, planningScreens, type Screen } from './screens.ts';
import { proposingScreens } from './screens-proposing.ts';
import { screensCountry, type ScreensCountry } from './screens-country.ts';
import { type Language, languages } from './visit.ts';
import { Visitors } from './visitors.ts';

const folder = join(import.meta.dirname, 'pictures');
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** From now on it is ten o'clock of this date in this process. */
function itIs(date: string): void {
  const ahead = new RealDate(`${date}T10:00:00`).getTime() - RealDate.now();
  const now = () => RealDate.now() + ahead;
  globalThis.Date = class extends RealDate {
    static override now = now;
    constructor(...given: [] | [number]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
  } as DateConstructor;
}
const RealDate = Date;

const browser = await startBrowser();
if (browser === null) throw new Error('There is no browser: install Chrome, or name one by CHROME_PATH.');
await mkdir(folder, { recursive: true });
const said = process.argv.slice(2);
const asked = languages.filter((language) => said.includes(language));
const beginnings = said.filter((word) => !asked.includes(word as Language));
const isAsked = ({ name }: Screen) => beginnings.length === 0 || beginnings.some((one) => name.startsWith(one));
const countries = [
  { screens: [...planningScreens, ...othersScreens], make: screensCountry },
  { screens: proposingScreens, make: proposingCountry },
];
try {
  for (const language of asked.length > 0 ? asked : languages) {
    for (const { screens: all, make } of countries) {
      const screens = all.filter(isAsked);
      if (screens.length === 0) continue;
      const database = await openDatabase();
      await migrate(database);
      // What some screens show happens once: each language has a country of its own.
      const country = await make(database, itIs);
      try {
        await keep(screens, country, language);
      } finally {
        await country.close();
      }
    }
  }
} finally {
  await browser.close();
}

async function keep(screens: readonly Screen[], country: ScreensCountry, language: Language): Promise<void> {
  const visitors = new Visitors(browser!, country, language);
  for (const screen of screens) {
    const page = await visitors.show(screen);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const size of sizes) {
        await page.setViewportSize(size);
        // Symbols fade in with the map, the rest is still by request.
        await page.waitForTimeout(150);
        const path = join(folder, `${language}-${screen.name}-${size.width}-${colorScheme}.png`);
        await page.screenshot({ path });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await visitors.leave(screen, page);
  }
  await visitors.close();
  console.log(`${language}: ${screens.length} screens in ${folder}`);
}
