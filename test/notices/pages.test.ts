import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { builtClient } from '../built-client.ts';
import { visit } from '../browser/visit.ts';
import { browser } from '../browser/with-browser.ts';
import { smallCountry, today } from '../country.ts';
import { testDatabase } from '../database.ts';
import { follow } from '../../server/notices/give.ts';
import { leavingToken, unsubscribeKey } from '../../server/notices/unsubscribe.ts';
import type { Database } from '../../server/database/database.ts';
import { startService, type TestService } from '../service.ts';

const openId = {
  issuer: 'https://login.example.kz',
  clientId: 'baylanys',
  clientSecret: 'secret',
  name: 'eGov',
  publicUrl: 'https://baylanys.example.kz',
};
let database: Database;
let service: TestService;

beforeAll(async () => {
  database = await testDatabase();
  await smallCountry(database);
  const more = { sendsMail: true, openId };
  service = await startService(database, await builtClient(), () => today, more);
  const giving = { now: new Date(`${today}T09:30`), sendsMail: true };
  await follow(database, giving);
  const planner = await service.as('planner');
  const commitment = { operatorCode: 'north', technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q3' };
  for (const code of ['1001', '1002']) {
    const settlements = [{ regionCode: '10', code }];
    await planner.send('POST', '/api/assignments', { settlements, commitment });
    await planner.send('POST', '/api/schedules/north/versions', { responsibleOfficer: 'А. Сәрсенов' });
  }
  await follow(database, giving);
});
afterAll(async () => {
  await browser?.close();
  await service.close();
  await database.close();
});

const inBrowser = (what: string, run: (browser: Browser) => Promise<void>) =>
  (browser === null ? test.skip : test)(what, () => run(browser!));

async function signedIn(to: Browser): Promise<Page> {
  const page = await visit(to, { address: service.address, language: 'en' });
  await page.goto('/account');
  await page.locator('input[autocomplete=username]').fill('operator');
  await page.locator('input[type=password]').fill('correct horse battery');
  await page.locator('button[type=submit]').click();
  await page.locator('.account__kinds').waitFor();
  return page;
}

inBrowser('the bell counts, opens by the keyboard, leads to where one acts, and what was read is read', async (to) => {
  const page = await signedIn(to);
  const bell = page.getByRole('button', { name: 'Notices: 2 unread' });
  await bell.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: 'Notices' });
  expect(await list.getByRole('link', { name: /^A work schedule was sent to you/ }).count()).toBe(0);
  const links = list.locator('.notice-list a');
  await links.first().waitFor();
  expect((await links.allTextContents()).toSorted()).toEqual([
    'A work schedule was sent to you: Аксу. Answer by 30 November 2026.',
    'A work schedule was sent to you: Кокозек. Answer by 30 November 2026.',
  ]);
  await page.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
  await bell.click();
  await links.first().click();
  await page.waitForURL(`${service.address}/`);
  await page.getByRole('button', { name: 'Notices: 1 unread' }).click();
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
  await page.context().close();
});

inBrowser('what is chosen on the account page is kept, and the page then speaks that language', async (to) => {
  const page = await signedIn(to);
  await page.getByLabel('Mail address').fill('office@north.example');
  await page.getByLabel('A work schedule is approved: By mail').uncheck();
  await page.getByLabel('A work schedule is approved: Here').uncheck();
  await page.getByLabel('Everything else in one digest each morning').uncheck();
  await page.getByLabel('My language').selectOption('ru');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Сохранено.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Адрес электронной почты').inputValue()).toBe('office@north.example');
  expect(await page.getByLabel('График работ утверждён: По почте').isChecked()).toBe(false);
  expect(await page.getByLabel('График работ утверждён: Здесь').isChecked()).toBe(false);
  expect(await page.getByLabel('Назначения отменены: По почте').isChecked()).toBe(true);
  expect(await page.getByLabel('Всё остальное одной сводкой каждое утро').isChecked()).toBe(false);
  await page.context().close();
});

inBrowser('the sign-in page offers the service, and says once what came of it', async (to) => {
  const page = await visit(to, { address: service.address, language: 'ru', width: 320 });
  await page.goto('/schedules?operator=north&sign-in=openid-no-account');
  const button = page.getByRole('link', { name: 'Войти через «eGov»' });
  expect(await button.getAttribute('href')).toBe('/api/session/openid?to=%2Fschedules%3Foperator%3Dnorth');
  expect(await page.getByRole('alert').textContent()).toMatch(/^Ни одна учётная запись не связана/);
  await page.reload();
  await button.waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});

inBrowser('the page behind a mail’s link asks, and says what was done', async (to) => {
  const token = leavingToken({ login: 'operator', mailing: 'urgent' }, await unsubscribeKey(database));
  await database.query(`update account set language = 'kk' where login = 'operator'`);
  const page = await visit(to, { address: service.address, language: 'kk', width: 320 });
  await page.goto(`/api/unsubscribe/${token}`);
  await page.getByRole('button', { name: 'Енді жіберілмесін' }).click();
  await page.getByText('Шұғыл хабарламалар сізге поштамен енді жіберілмейді.').waitFor();
  await page.context().close();
});
