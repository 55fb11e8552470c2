import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ofColours = 'color-contrast';
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/**
 * What breaks WCAG 2.2 AA on the page as it stands, as far as a machine can tell: `rule: where, why`.
 * @param only the colours, or all but them, where nothing else can have another outcome than before
 */
export async function violations(page: Page, only?: 'colours' | 'all but colours'): Promise<string[]> {
  // By the protocol, since the page itself may not run what it did not load.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  // What is preloaded, sheets of other origins and films, no page of ours has.
  const options = {
    runOnly: only === 'colours' ? [ofColours] : standard,
    rules: only === 'all but colours' ? { [ofColours]: { enabled: false } } : {},
    resultTypes: ['violations'],
    preload: false,
  };
  const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as Found;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}, ${failureSummary}`),
  );
}
