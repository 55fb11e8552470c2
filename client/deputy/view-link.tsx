import type { ComponentChildren } from 'preact';
import type { CoverageView, Way } from './address.ts';

interface Properties {
  way: Way;
  to: Partial<CoverageView>;
  class?: string;
  current?: 'page' | 'true';
  children: ComponentChildren;
}

/** A link to another view: a click shows it in place, and with a modifier or another button in another tab. */
export function ViewLink({ way, to, class: className, current, children }: Properties) {
  function follow(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    way.go(to);
  }
  if (way.link === null) return <>{children}</>;
  return (
    <a class={className} href={way.link(to)} aria-current={current} onClick={follow}>
      {children}
    </a>
  );
}
