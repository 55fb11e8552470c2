import type { ComponentChildren } from 'preact';
import { linkTo, type PlanningView, readView, view } from './address.ts';

interface Properties {
  to: Partial<PlanningView>;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}

/** Goes to another part of the page without loading it anew; opened in another window it is a link like any other. */
export function PlaceLink({ to, class: look, current = false, children }: Properties) {
  function go(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    view.value = { ...readView(''), ...to };
    scrollTo(0, 0);
  }
  return (
    <a class={look} href={linkTo(to)} aria-current={current ? 'page' : undefined} onClick={go}>
      {children}
    </a>
  );
}
