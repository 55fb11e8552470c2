// npm run under-the-hand [-- --json FILE]: how long the browser is held up by what a planner does, in a generated country
// of 6,500 settlements of which 1,500 are assigned; in milliseconds, medians of several runs. Ends with 1 where a task
// takes 50 or more of the processor's time: on a machine that has other work, what elapses is longer by the waiting. An
// empty page is measured before and after.
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../browser/browser.ts';
import { newcomer } from '../browser/first-view.ts';
import { type PlannedCountry, startPlannedCountry } from '../planned-country.ts';
import { median } from './measure.ts';

interface Row {
  action: string;
  /** The longest stretch for which the page could answer nothing: time of the processor, and what elapsed. */
  longestTaskMs: number;
  elapsedMs: number;
  /** From the hand's last doing to the picture that shows it, as the browser has it; null where no hand did it. */
  interactionMs: number | null;
}

const limit = 50;
const runs = 5;
/** Until all has come that an action brings about: animation, labels, address. Milliseconds. */
const settled = 900;

/** Something done, and how it is taken back; that is not measured. */
interface Action {
  name: string;
  act(page: Page): Promise<void>;
  back?(page: Page): Promise<void>;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds that elapsed, and those of the processor. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** The longest task of the page's main thread, from the browser's own trace; milliseconds. */
function longestTask(trace: Buffer): { computed: number; elapsed: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`));
  return {
    computed: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
    elapsed: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}

/** Has the page remember its interactions. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept: number[] = [];
    Object.assign(globalThis, { interactions: kept });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId > 0) kept.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

const takeInteractions = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { interactions: number[] }).interactions.splice(0));

async function measureAction(browser: Browser, page: Page, { name, act, back }: Action): Promise<Row> {
  const tasks: ReturnType<typeof longestTask>[] = [];
  const interactions: number[] = [];
  for (let run = 0; run < runs; run++) {
    await takeInteractions(page);
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
    await act(page);
    await page.waitForTimeout(settled);
    tasks.push(longestTask(await browser.stopTracing()));
    const told = await takeInteractions(page);
    if (told.length > 0) interactions.push(Math.max(...told));
    await back?.(page);
    await page.waitForTimeout(settled);
  }
  const rounded = (values: number[]) => Math.round(median(values) * 10) / 10;
  return {
    action: name,
    longestTaskMs: rounded(tasks.map(({ computed }) => computed)),
    elapsedMs: rounded(tasks.map(({ elapsed }) => elapsed)),
    interactionMs: interactions.length === 0 ? null : rounded(interactions),
  };
}

/** The middle of the map, pixels. */
async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.leaflet-container').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const { x, y } = await middle(page);
  await page.mouse.move(x + points[0][0], y + points[0][1]);
  await page.mouse.down();
  for (const [dx, dy] of points.slice(1)) await page.mouse.move(x + dx, y + dy, { steps: 12 });
  await page.mouse.up();
}

async function zoom(page: Page, by: number): Promise<void> {
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, by);
}

const selectAll = '.list-head__row button';
const clear = (page: Page) => page.locator('.action-bar__actions button').last().click();

/** One settlement's population, told anew by another planner. */
async function changeByAnother({ address, cookieOf }: PlannedCountry): Promise<() => Promise<void>> {
  const headers = { Cookie: await cookieOf('planner'), 'Content-Type': 'application/json' };
  const ask = async (method: string, path: string, body?: object) => {
    const reply = await fetch(address + path, { method, headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const { rows } = await ask('GET', '/api/settlements?flagged=true&limit=1');
  const path = `/api/settlements/${rows[0].regionCode}/${rows[0].code}`;
  return async () => {
    const { settlement } = await ask('GET', path);
    const { version, population } = settlement;
    const told = { populationDate: '2026-01-01', populationSource: 'census' };
    await ask('PATCH', path, { version, population: population + 1, ...told });
  };
}

async function actions(country: PlannedCountry): Promise<Action[]> {
  const change = await changeByAnother(country);
  return [
    { name: 'pan', act: (page) => drag(page, [[0, 0], [180, 90]]), back: (page) => drag(page, [[180, 90], [0, 0]]) },
    { name: 'zoom in', act: (page) => zoom(page, -240), back: (page) => zoom(page, 240) },
    { name: 'zoom out', act: (page) => zoom(page, 240), back: (page) => zoom(page, -240) },
    { name: 'select all', act: (page) => page.locator(selectAll).click(), back: clear },
    {
      name: 'lasso',
      async act(page) {
        await page.locator('.leaflet-container').focus();
        await page.keyboard.press('l');
        await drag(page, [[-150, -100], [150, -100], [150, 100], [-150, 100], [-150, -95]]);
      },
      async back(page) {
        await page.keyboard.press('Escape');
        await clear(page);
      },
    },
    {
      name: 'filter',
      act: async (page) => void (await page.locator('.filters select').nth(2).selectOption({ index: 2 })),
      back: async (page) => void (await page.locator('.filters select').nth(2).selectOption({ index: 0 })),
    },
    {
      name: 'search',
      act: (page) => page.locator('#search').pressSequentially('ақкөл', { delay: 60 }),
      back: (page) => page.locator('#search').fill(''),
    },
    {
      name: 'sort',
      act: async (page) => void (await page.locator('.list-head__sort select').selectOption('name')),
      back: async (page) => void (await page.locator('.list-head__sort select').selectOption('population')),
    },
    { name: 'open details', act: (page) => page.locator('#settlements [role=option]').nth(3).click(), back: clear },
    { name: 'live change', act: change },
  ]; // prettier-ignore
}

/** What the browser itself takes, with nothing to do. */
async function measureEmpty(browser: Browser, country: PlannedCountry): Promise<Row> {
  const context = await newcomer(browser, country, null);
  try {
    const page = await context.newPage();
    await page.setContent('<button>Nothing</button>');
    await watch(page);
    return await measureAction(browser, page, { name: 'an empty page', act: () => page.locator('button').click() });
  } finally {
    await context.close();
  }
}

async function measurePlanner(browser: Browser, country: PlannedCountry): Promise<Row[]> {
  const context = await newcomer(browser, country, 'planner');
  try {
    const page = await context.newPage();
    await page.goto('/map?show=all');
    await page.locator('#settlements [role=option]').first().waitFor();
    await page.locator('.filter-box summary').click();
    await page.waitForTimeout(3000);
    await watch(page);
    const rows: Row[] = [];
    for (const action of await actions(country)) {
      console.error(action.name);
      rows.push(await measureAction(browser, page, action));
    }
    return rows;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const browser = await startBrowser();
if (browser === null) throw new Error('There is no browser: install Chrome, or name one by CHROME_PATH.');
const country = await startPlannedCountry();
try {
  console.log(`load of the machine ${loadavg()[0].toFixed(1)}`);
  const rows = [
    await measureEmpty(browser, country),
    ...(await measurePlanner(browser, country)),
    await measureEmpty(browser, country),
  ];
  for (const { action, longestTaskMs, elapsedMs, interactionMs } of rows) {
    const task = `longest task ${longestTaskMs} ms of the processor, ${elapsedMs} elapsed`;
    console.log(`${action}: ${task}; to the next picture ${interactionMs ?? '–'} ms`);
  }
  console.log(`load of the machine ${loadavg()[0].toFixed(1)}`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (rows.some(({ longestTaskMs }) => longestTaskMs >= limit)) process.exitCode = 1;
} finally {
  await browser.close();
  await country.close();
}
