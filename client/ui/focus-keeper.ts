// Whoever goes by keys must not lose their place: what has the focus may vanish when its work is done.

/** Of the elements that had the focus, so many are remembered. */
const remembered = 12;

const isShown = (element: Element): boolean => element.isConnected && element.checkVisibility();
const isDisabled = (element: Element): boolean => element.matches(':disabled');

/**
 * Where an element vanishes that had the focus, gives it to the one before that is still there. One that is only
 * disabled while its work lasts gets it back itself.
 */
export function keepFocus(): void {
  let visited: HTMLElement[] = [];
  let byKeys = false;
  let waiting: HTMLElement | null = null;
  let frame = 0;

  function look(): void {
    const last = visited.at(-1);
    const active = document.activeElement ?? document.body;
    const isLost = active === document.body || !isShown(active) || isDisabled(active);
    if (!byKeys || last === undefined || !isLost) return;
    if (isShown(last)) {
      if (isDisabled(last)) waiting = last;
      // Whoever left an element by themselves wanted to.
      if (waiting !== last || isDisabled(last)) return;
    }
    waiting = null;
    visited.findLast((element) => isShown(element) && !isDisabled(element))?.focus();
  }

  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    visited = [...visited.filter((one) => one !== target && one.isConnected), target].slice(-remembered);
    byKeys = target.matches(':focus-visible');
  });
  // A finger needs no focus: a field that got it would open the keys of the telephone.
  addEventListener('pointerdown', () => void (byKeys = false), { capture: true });
  new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'disabled', 'hidden'],
  });
}
