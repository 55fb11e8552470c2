// npm run budgets [-- --json FILE]: what pages weigh, compressed, their code as built and their data as a running
// service of a generated country of 6,500 settlements sends it to a browser. Ends with 1 where a budget is exceeded.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildClient } from '../../client/build.ts';
import { decodeCountry, withOtherNames } from '../../client/store/country.ts';
import { startBrowser } from '../browser/browser.ts';
import { type FirstView, firstViews, newcomer } from '../browser/first-view.ts';
import { type PlannedCountry, startPlannedCountry } from '../planned-country.ts';
import { bytesOfReply, codeWeights, type Weight } from '../weight.ts';
import { measure } from './measure.ts';

/** Data of a first view, in bytes: from nothing; and of a later visit, for which the parts that never change are kept. */
const budgets: Readonly<Record<string, { cold: number; warm?: number; later?: number }>> = {
  planner: { cold: 95_000, warm: 25_000, later: 60_000 },
  operator: { cold: 10_000 },
  deputy: { cold: 20_000 },
};

/** What is asked for once the page is of use: names in the other languages, boundaries in detail, what may be undone. */
const comesLater = (path: string) => /\/names\/\w+\/others|\/boundaries\?hash=|\/actions\?/.test(path);
const isKept = (path: string) => path.includes('hash=');

/** The addresses of the API that a page asks, until it asks no more. */
async function asked(browser: Browser, country: PlannedCountry, { login, useful }: FirstView): Promise<string[]> {
  const context = await newcomer(browser, country, login);
  try {
    const page = await context.newPage();
    const paths = new Set<string>();
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      const isStream = pathname === '/api/live';
      if (request.method() === 'GET' && pathname.startsWith('/api/') && !isStream) paths.add(pathname + search);
    });
    await page.goto('/');
    await page.locator(useful).first().waitFor();
    for (let known = -1; known < paths.size;) {
      known = paths.size;
      await page.waitForTimeout(1500);
    }
    return [...paths];
  } finally {
    await context.close();
  }
}

async function dataWeights(browser: Browser, country: PlannedCountry): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (const view of firstViews) {
    const budget = budgets[view.page];
    if (view.login === null || budget === undefined) continue;
    const cookie = await country.cookieOf(view.login);
    const replies: { path: string; bytes: number }[] = [];
    for (const path of await asked(browser, country, view)) {
      replies.push({ path, bytes: await bytesOfReply(country.address + path, cookie) });
    }
    const sum = (of: (path: string) => boolean) =>
      replies.reduce((total, { path, bytes }) => (of(path) ? total + bytes : total), 0);
    const row = (kind: string, bytes: number, limit: number) => ({ page: view.page, kind, bytes, budget: limit });
    weights.push(
      row(
        'data',
        sum((path) => !comesLater(path)),
        budget.cold,
      ),
    );
    if (budget.warm !== undefined)
      weights.push(
        row(
          'data, again',
          sum((path) => !isKept(path)),
          budget.warm,
        ),
      );
    if (budget.later !== undefined) weights.push(row('data, later', sum(comesLater), budget.later));
    for (const { path, bytes } of replies) console.log(`  ${view.page} ${bytes} ${path}`);
  }
  return weights;
}

/** What a browser does with the country: parse, unpack, and unpack the other names. Milliseconds, the median of many. */
async function timeOfUnpacking({ address, cookieOf }: PlannedCountry): Promise<string> {
  const headers = { Cookie: await cookieOf('planner') };
  const text = async (path: string) => (await fetch(address + path, { headers })).text();
  const [columns, names, others] = [
    await text('/api/country'),
    await text('/api/country/names/kk'),
    await text('/api/country/names/kk/others'),
  ];
  const first = await measure(30, () => decodeCountry(JSON.parse(columns), JSON.parse(names)));
  const then = await measure(30, () => withOtherNames(first.result, JSON.parse(others)));
  const [settlements, before, after] = [first.result.size, first.elapsed.toFixed(1), then.elapsed.toFixed(1)];
  return `${settlements} settlements unpacked in ${before} ms, and the names in the other languages in ${after} ms`;
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const browser = await startBrowser();
if (browser === null)
  throw new Error('There is no browser to ask for the data: install Chrome, or name one by CHROME_PATH.');
const country = await startPlannedCountry();
const weights: Weight[] = [];
try {
  weights.push(...codeWeights(await buildClient()), ...(await dataWeights(browser, country)));
  console.log(await timeOfUnpacking(country));
} finally {
  await browser.close();
  await country.close();
}
for (const { page, kind, bytes, budget } of weights) {
  const verdict = bytes > budget ? 'OVER' : 'within';
  console.log(`${page.padEnd(12)} ${kind.padEnd(12)} ${String(bytes).padStart(7)} ${verdict.padEnd(6)} ${budget}`);
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(weights, null, 2)}\n`);
if (weights.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1;
