import type { Page } from 'playwright-core';
import { failed } from './failed.ts';
import type { Screen } from './screens.ts';

const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const faulty = csv(
  'ауылдар-2026.csv',
  `code,name,population,longitude,latitude,source
900000001,Жаңа ауыл,1200,71.4,51.1,
900000002,Көкөзек,-15,71.5,51.2,
900000003,Аққайың,abc,71.6,51.2,
900000004,Сарыарқа,310,51.3,71.2,
900000005,Достық,420,0,0,
900000006,,500,71.7,51.3,
900000001,Жаңа ауыл,1200,71.4,51.1,
`,
);
const otherHeaders = csv('халық-саны.csv', 'Коды;Елді мекен;Тұрғындар\n900000001;Жаңа ауыл;1200\n');
const counted = () => csv('populations.csv', `code,population\nt3,${2000 + Math.floor(Math.random() * 1e6)}\n`);

const choose = (page: Page, ...files: ReturnType<typeof csv>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const submit = (page: Page) => page.locator('.file-card form button[type=submit]').click();

/** The page of data files, in each state of a file. */
export const importScreens: readonly Screen[] = [
  { name: 'imports', as: 'planner', at: '/imports', shown: '.loaded__table' },
  {
    name: 'imports-none-yet',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      await page.route('**/api/imports', (route) => route.fulfill({ json: { rows: [] } }));
      await page.reload();
    },
    shown: '.guide[open] li',
  },
  {
    name: 'imports-chosen',
    as: 'planner',
    at: '/imports',
    steps: (page) => choose(page, faulty, otherHeaders, csv('coverage-claims-of-all-operators-2026.csv', 'a,b\n1,2\n')),
    shown: '.waiting__files button',
  },
  {
    name: 'imports-refused',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      await choose(page, otherHeaders);
      await submit(page);
      await page.locator('.file-card .notice--error').waitFor();
      await page.locator('.file-card select').first().selectOption('populations');
    },
    shown: '.columns select',
  },
  {
    name: 'imports-sending',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      // No answer comes.
      await page.route('**/api/imports?*', () => {});
      await choose(page, faulty);
      await submit(page);
    },
    shown: '.sending progress',
  },
  {
    name: 'imports-checked',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      await choose(page, faulty);
      await submit(page);
      await page.locator('.preview').waitFor();
      await page.locator('.file-card details.more > summary').first().click();
    },
    shown: '.rejects tbody tr',
  },
  {
    name: 'imports-loaded',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      await choose(page, counted());
      await submit(page);
      await page.locator('.preview .button--main').click();
    },
    shown: '.notice--good',
  },
  {
    name: 'imports-list-failed',
    as: 'planner',
    at: '/imports',
    async steps(page) {
      await page.route('**/api/imports', failed);
      await page.reload();
    },
    shown: '.loaded .notice--error',
  },
  { name: 'imports-forbidden', as: 'deputy', at: '/imports', shown: '.notice--error' },
];
