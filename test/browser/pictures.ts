// Keeps a picture of every screen in each language, to be looked at: node --import tsx test/browser/pictures.ts [language…]
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startProcess } from '../process.ts';
import { startBrowser } from './browser.ts';
import { type Language, languages, signIn, visit } from './visit.ts';

const folder = join(import.meta.dirname, 'pictures');
const password = 'baylanys-demo';

const faulty = `code,name,population,longitude,latitude,source
900000001,Жаңа ауыл,1200,71.4,51.1,
900000002,Көкөзек,-15,71.5,51.2,
900000003,Аққайың,abc,71.6,51.2,
900000004,Сарыарқа,310,51.3,71.2,
900000005,Достық,420,0,0,
900000006,,500,71.7,51.3,
900000001,Жаңа ауыл,1200,71.4,51.1,
`;
const otherHeaders = 'Коды;Елді мекен;Тұрғындар\n900000001;Жаңа ауыл;1200\n';

const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Draws a lasso around the middle of the map. */
async function lasso(page: Page): Promise<void> {
  await page.locator('#settlements').press('l');
  const box = (await page.locator('.leaflet-container').boundingBox())!;
  const corners = [
    [0.42, 0.3],
    [0.6, 0.25],
    [0.68, 0.42],
    [0.58, 0.58],
    [0.4, 0.5],
  ].map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
  await page.mouse.move(corners[0][0], corners[0][1]);
  await page.mouse.down();
  for (const [x, y] of [...corners, corners[0]]) await page.mouse.move(x, y, { steps: 6 });
  await page.mouse.up();
  await page.locator('.action-bar').waitFor();
}

async function planner(page: Page, keep: (name: string) => Promise<void>): Promise<void> {
  await keep('planner');
  await page.locator('#settlements [role=option]').nth(2).click();
  await page.locator('.details section').first().waitFor();
  await keep('planner-details');
  await lasso(page);
  await keep('planner-lasso');
  await page.locator('#settlements').press('a');
  const dialog = page.locator('dialog');
  await dialog.locator('select').nth(0).selectOption({ index: 1 });
  await dialog.locator('select').nth(1).selectOption({ index: 1 });
  await dialog.locator('select').nth(2).selectOption({ index: 3 });
  await dialog.locator('select').nth(3).selectOption({ index: 5 });
  await keep('planner-assign');
  await page.keyboard.press('Escape');
  await page.locator('#settlements').press('?');
  await keep('planner-help');
  await page.keyboard.press('Escape');
  await page.locator('details.more summary').first().click();
  await keep('planner-filters');
}

async function imports(page: Page, keep: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/imports');
  await page.locator('.loaded__table').waitFor();
  await keep('imports');
  await page.locator('.guide summary').click();
  await keep('imports-guide');
  const choose = (...files: ReturnType<typeof csv>[]) => page.locator('input[type=file]').setInputFiles(files);
  await choose(csv('халық.csv', otherHeaders), csv('ауылдар.csv', faulty), csv('third.csv', otherHeaders));
  await keep('imports-chosen');
  await page.locator('.file-card form button[type=submit]').click();
  await page.locator('.file-card .notice--error').waitFor();
  await page.locator('.file-card select').first().selectOption('populations');
  await keep('imports-refused');
  await page.locator('.file-card__actions button').nth(1).click();
  await page.locator('.file-card form button[type=submit]').click();
  await page.locator('.preview').waitFor();
  await keep('imports-preview');
  await page.locator('.file-card details.more summary').click();
  await keep('imports-again');
}

async function others(address: string, language: Language, keep: (page: Page, name: string) => Promise<void>) {
  for (const role of ['operator', 'deputy']) {
    const page = await visit(browser!, { address, language });
    await signIn(page, role, password);
    await keep(page, role);
    await page.goto('/imports');
    await page.locator('.notice--error').waitFor();
    await keep(page, `${role}-imports`);
    await page.context().close();
  }
}

const browser = await startBrowser();
if (browser === null) throw new Error('There is no browser: install Chrome, or name one by CHROME_PATH.');
await mkdir(folder, { recursive: true });
const service = await startProcess({ DATA_DIR: join(tmpdir(), 'baylanys-pictures') });
try {
  const asked = process.argv.slice(2) as Language[];
  for (const language of asked.length > 0 ? asked : languages) {
    const keep = async (page: Page, name: string, whole = false) => {
      // Symbols fade in with the map, the rest is still by request.
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, `${language}-${name}.png`), fullPage: whole });
    };
    const page = await visit(browser, { address: service.address, language });
    await keep(page, 'sign-in');
    await signIn(page, 'planner', password);
    await planner(page, (name) => keep(page, name));
    await imports(page, (name) => keep(page, name, true));
    await page.context().close();

    const phone = await visit(browser, { address: service.address, language, width: 320, height: 640 });
    await keep(phone, 'phone-sign-in');
    await signIn(phone, 'planner', password);
    await keep(phone, 'phone-list');
    await phone.locator('.tabs button').nth(1).click();
    await keep(phone, 'phone-map');
    await phone.locator('.tabs button').nth(2).click();
    await keep(phone, 'phone-details');
    await imports(phone, (name) => keep(phone, `phone-${name}`, true));
    await phone.context().close();

    const dark = await visit(browser, { address: service.address, language, colours: 'dark' });
    await signIn(dark, 'planner', password);
    await lasso(dark);
    await keep(dark, 'dark-planner');
    await imports(dark, (name) => keep(dark, `dark-${name}`, true));
    await dark.context().close();

    await others(service.address, language, keep);
    console.log(`${language}: ${folder}`);
  }
} finally {
  await browser.close();
  service.child.kill('SIGTERM');
  await service.ended;
}
