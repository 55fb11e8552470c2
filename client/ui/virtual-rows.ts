import { signal } from '@preact/signals';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { options as drawing, type RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The rows of a long list that are in view, of `rowHeight` pixels each, kept in step with its scrolling; on paper, all. */
export function useVirtualRows(list: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [, setDraws] = useState(0);
  const options = {
    count,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => setDraws((draws) => draws + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  const all = () => Array.from({ length: count }, (_, index) => ({ index, start: index * rowHeight }));
  return {
    items: printing.value ? all() : virtualizer.getVirtualItems(),
    /** Of all rows, in pixels. */
    height: virtualizer.getTotalSize(),
    scrollToIndex: (index: number) => virtualizer.scrollToIndex(index),
  };
}

/** The page is about to go on paper; a list may be made anew for that, since paper is as narrow as a phone. */
const printing = signal(false);
addEventListener('beforeprint', () => drawNow(() => (printing.value = true)));
addEventListener('afterprint', () => (printing.value = false));

/** Draws what changes before it returns: the printer does not wait for the next turn. */
function drawNow(change: () => void): void {
  const usual = drawing.debounceRendering;
  drawing.debounceRendering = (draw) => draw();
  change();
  drawing.debounceRendering = usual;
}
