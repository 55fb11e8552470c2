import type { Locator, Page } from 'playwright-core';
import { expectSoon } from './expect-soon.ts';

/** What is wrong with where the focus is; empty where nothing is: it is on an element, drawn, and not hidden beneath another. */
const whatIsWrong = () => {
  const active = document.activeElement;
  if (active === null || active === document.body) return 'the focus is nowhere';
  const inside = active.getAttribute('aria-activedescendant');
  const shown = (inside && document.getElementById(inside)) || active;
  const name = `${active.tagName} ${active.id || active.className} ${active.textContent?.slice(0, 30)}`;
  const drawn = [shown, active, active.nextElementSibling, active.closest('label')].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!drawn) return `no outline: ${name}`;
  // A control that its label stands for, such as a choice drawn as a button, is where the label is.
  const place =
    shown.getBoundingClientRect().width > 4 ? shown : (active.closest('label') ?? active.nextElementSibling!);
  const { left, right, top, bottom } = place.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((x) =>
    [0.1, 0.5, 0.9].some((y) => {
      const at = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return at !== null && (place.contains(at) || at.contains(place));
    }),
  );
  return seen ? '' : `out of sight: ${name}`;
};

/** A person without a mouse. After each key the focus must be somewhere, be drawn, and lie beneath nothing. */
export function keysOf(page: Page) {
  const isAt = (target: Locator) => target.first().evaluate((element) => element === document.activeElement);

  const keys = {
    /** Waits until the focus is where it can be seen; what it was given to may be drawn a moment later. */
    sound: () => expectSoon(() => page.evaluate(whatIsWrong), ''),
    async press(...names: string[]): Promise<void> {
      for (const name of names) await page.keyboard.press(name);
      await keys.sound();
    },
    type: (text: string) => page.keyboard.type(text),
    /** Chooses of the list that has the focus, by the arrow. */
    async choose(label: string): Promise<void> {
      await page.locator(':focus option', { hasText: label }).first().waitFor({ state: 'attached' });
      const chosen = () =>
        page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent);
      for (let at = await chosen(), before = null as typeof at | null; at !== label && at !== before;) {
        before = at;
        await page.keyboard.press('ArrowDown');
        at = await chosen();
      }
      expect(await chosen()).toBe(label);
    },
    /** Goes on by the Tab key, or back, until it is there. How many tabs that took. */
    async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
      await target.first().waitFor({ state: 'attached' });
      for (let tabs = 1; tabs <= 120; tabs++) {
        await page.keyboard.press(key);
        // After the last stop of a page, or of a dialog, come those of the browser itself.
        if (await page.evaluate(() => document.activeElement === document.body)) continue;
        await keys.sound();
        if (await isAt(target)) return tabs;
      }
      throw new Error(`The keyboard does not reach ${String(target)}`);
    },
    /** Goes there and presses a key upon it. */
    async use(target: Locator, key = 'Enter', direction?: 'Tab' | 'Shift+Tab'): Promise<void> {
      if (!(await isAt(target))) await keys.tabTo(target, direction);
      await keys.press(key);
    },
    isAt,
  };
  return keys;
}
