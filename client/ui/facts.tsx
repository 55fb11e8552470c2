import type { ComponentChildren } from 'preact';

/** What something is called, and what it is; null is left out. */
export type Fact = readonly [term: string, value: ComponentChildren] | null;

/** What there is to know of something. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
