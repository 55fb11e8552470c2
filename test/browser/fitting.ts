import type { Page } from 'playwright-core';

/**
 * Makes every text of the page 40 % longer, as a translation may: its beginning is said once more at its end, so
 * that a word grows with the text it stands in. Numbers, and what people have written into fields, stay.
 * Gives the way back.
 */
export async function lengthen(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const longer = (text: string) => {
      const said = text.trim();
      if (!/\p{L}{2}/u.test(said)) return text;
      const more = said.slice(0, Math.ceil(said.length * 0.4));
      return text.replace(said, `${said}${said.includes(' ') ? ' ' : ''}${more}`);
    };
    const before: [Text, string][] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      // What is data has no translation: codes, hashes, the names of places in the list and on the map.
      if (node.parentElement!.closest('script, style, code, kbd, svg, .leaflet-pane, .row__name, .row__place') !== null)
        continue;
      before.push([node, node.data]);
    }
    for (const [node, text] of before) node.data = longer(text);
    Object.assign(window, { shorten: () => before.forEach(([node, text]) => (node.data = text)) });
  });
  return () => page.evaluate('shorten()');
}

/** Texts that are cut off, or stand out of the control or the cell that they are in: `element: text`. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const framed = 'button, .button, summary, th, td, .segments span, .state, .badge, .clock, select, .banner, .tabs *';
    return (
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // Of a place in the list the name may end in dots, of a question only the beginning is meant to be there.
        .filter((element) => !element.matches('.row__name, .row__place, .inquiry__beginning'))
        .filter((element) => element.closest('.visually-hidden, .leaflet-container, .bell, input, svg') === null)
        .filter((element) => {
          const { overflowX, overflowY, display } = getComputedStyle(element);
          if (display === 'inline' || element.clientWidth === 0) return false;
          const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          const tooWide = element.scrollWidth > element.clientWidth + 1;
          const tooHigh = element.scrollHeight > element.clientHeight + 2;
          const isFrame = element.matches(framed) && overflowX === 'visible';
          return (tooWide && (hides(overflowX) || isFrame)) || (tooHigh && hides(overflowY));
        })
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent!.trim().slice(0, 60)}`)
    );
  });
}

/** Texts that lie over each other: `text × text`. */
export function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Piece {
      text: string;
      element: Element;
      layer: Element | null;
      box: { left: number; right: number; top: number; bottom: number };
    }
    // Of what lies above the page on purpose, only what lies there with it is compared.
    const layers =
      'dialog, [popover], .dialog__foot, .action-bar, .notices, .leaflet-control, .legend, .tools, .leaflet-pane, thead, header, .skip';
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || element.closest('script, style, option, .visually-hidden, svg') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const box = { left, right, top, bottom };
        // Only what is not scrolled out of a part that scrolls.
        for (let around: Element | null = element; around; around = around.parentElement) {
          if (getComputedStyle(around).overflowX === 'visible') continue;
          const edge = around.getBoundingClientRect();
          box.left = Math.max(box.left, edge.left);
          box.right = Math.min(box.right, edge.right);
          box.top = Math.max(box.top, edge.top);
          box.bottom = Math.min(box.bottom, edge.bottom);
        }
        if (box.right - box.left < 2 || box.bottom - box.top < 2) continue;
        pieces.push({ text: node.textContent!.trim().slice(0, 40), element, layer: element.closest(layers), box });
      }
    }
    const found = new Set<string>();
    for (const [i, one] of pieces.entries()) {
      for (const other of pieces.slice(i + 1)) {
        if (one.layer !== other.layer || one.element === other.element) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const along = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
        // Boxes of lines are higher than their letters.
        if (across > 2 && along > height * 0.35) found.add(`${one.text} × ${other.text}`);
      }
    }
    return [...found];
  });
}
