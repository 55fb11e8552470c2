import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** What breaks WCAG 2.2 AA on the page as it stands, as far as a machine can tell: `rule: where, why`. */
export async function violations(page: Page): Promise<string[]> {
  // By the protocol, since the page itself may not run what it did not load.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  // What has just changed gets its colours with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const found = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(standard)} })`)) as Found;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}, ${failureSummary}`),
  );
}

/** What stands out to the right of a narrow window, and would have to be scrolled to. */
export async function wider(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .map((element) => `${element.tagName}.${element.className}`),
  );
}
