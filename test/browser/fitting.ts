import type { Page } from 'playwright-core';

/**
 * What does not fit on the page as it stands, and what would not if every text were 40 % longer, as a translation may
 * be: `how: what`. What stands out of the window to either side, what is cut off, what lies over something else.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(lookInPage);
}

/** Runs in the page, in one go: each way there takes longer than the looking. */
function lookInPage(): string[] {
  /** Of what scrolls or hides what is wider, its edges; by element, for as long as nothing moves. */
  let clips = new Map<Element, { left: number; right: number; top: number; bottom: number }>();

  /** What lies in a part that scrolls by itself may be wider than that. */
  const scrolls = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));

  /** Out of sight to either side, or only to be scrolled to: `element`. */
  function outside(): string[] {
    const isHidden = (element: Element) =>
      element.closest('.visually-hidden, [hidden], [popover]:not(:popover-open)') !== null ||
      getComputedStyle(element).visibility === 'hidden';
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > window.innerWidth + 1 || left < -1;
      })
      .filter((element) => !isHidden(element) && !scrolls(element.parentElement))
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
  }

  /** Texts that are cut off, or stand out of the control or the cell that they are in: `element: text`. */
  function cutOff(): string[] {
    const framed = 'button, .button, summary, th, td, .segments span, .state, .badge, .clock, select, .banner, .tabs *';
    return (
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(({ clientWidth, clientHeight, scrollWidth, scrollHeight }) => {
          return clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2);
        })
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // Of a place in the list the name may end in dots, of a question only the beginning is meant to be there.
        .filter((element) => !element.matches('.row__name, .row__place, .inquiry__beginning'))
        .filter((element) => element.closest('.visually-hidden, .leaflet-container, .bell, input, svg') === null)
        .filter((element) => {
          const { overflowX, overflowY, display } = getComputedStyle(element);
          if (display === 'inline') return false;
          const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          const tooWide = element.scrollWidth > element.clientWidth + 1;
          const tooHigh = element.scrollHeight > element.clientHeight + 2;
          const isFrame = element.matches(framed) && overflowX === 'visible';
          return (tooWide && (hides(overflowX) || isFrame)) || (tooHigh && hides(overflowY));
        })
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent!.trim().slice(0, 60)}`)
    );
  }

  /** Where anything in this element can be seen at all. */
  function clipOf(element: Element | null): { left: number; right: number; top: number; bottom: number } {
    if (element === null) return { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    const known = clips.get(element);
    if (known !== undefined) return known;
    const clip = { ...clipOf(element.parentElement) };
    if (getComputedStyle(element).overflowX !== 'visible') {
      const edge = element.getBoundingClientRect();
      clip.left = Math.max(clip.left, edge.left);
      clip.right = Math.min(clip.right, edge.right);
      clip.top = Math.max(clip.top, edge.top);
      clip.bottom = Math.min(clip.bottom, edge.bottom);
    }
    clips.set(element, clip);
    return clip;
  }

  /** Texts that lie over each other: `text × text`. */
  function overlapping(): string[] {
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
    clips = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (node.textContent!.trim() === '' || element.closest('script, style, option, .visually-hidden, svg') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(node);
      const clip = clipOf(element);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const box = {
          left: Math.max(left, clip.left),
          right: Math.min(right, clip.right),
          top: Math.max(top, clip.top),
          bottom: Math.min(bottom, clip.bottom),
        };
        if (box.right - box.left < 2 || box.bottom - box.top < 2) continue;
        pieces.push({ text: node.textContent!.trim().slice(0, 40), element, layer: element.closest(layers), box });
      }
    }
    const found = new Set<string>();
    pieces.sort((one, other) => one.box.top - other.box.top);
    for (const [i, one] of pieces.entries()) {
      for (let next = i + 1; next < pieces.length && pieces[next].box.top < one.box.bottom; next++) {
        const other = pieces[next];
        if (one.layer !== other.layer || one.element === other.element) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const along = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
        // Boxes of lines are higher than their letters.
        if (across > 2 && along > height * 0.35) found.add(`${one.text} × ${other.text}`);
      }
    }
    return [...found];
  }

  /**
   * Makes every text 40 % longer: its beginning is said once more at its end, so that a word grows with the text it
   * stands in. Numbers, and what people have written into fields, stay. Gives the way back.
   */
  function lengthen(): () => void {
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
    return () => before.forEach(([node, text]) => (node.data = text));
  }

  const look = (how: string) => [
    ...outside().map((what) => `${how}outside: ${what}`),
    ...cutOff().map((what) => `${how}cut off: ${what}`),
    ...overlapping().map((what) => `${how}overlapping: ${what}`),
  ];
  const found = look('');
  const shorten = lengthen();
  found.push(...look('longer, '));
  shorten();
  return found;
}
