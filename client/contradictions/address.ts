// The address is the state of this page: a link shows another person the same thing.
import type { Size } from '../../server/contradictions/schema.ts';

/** Claims that are contradicted, or service that nobody claims. */
export const sides = ['contradicted', 'unclaimed'] as const;
export type Side = (typeof sides)[number];

/** Held against the wire's schema by a test. */
export const sizes: readonly Size[] = ['to-250', 'to-500', 'to-1000', 'to-5000', 'above-5000', 'unknown'];
export const kinds = ['measurement', 'inspection'] as const;
export const confidences = ['0.95', '0.99'] as const;

/** What is listed; empty asks nothing. */
export interface View {
  side: Side;
  region: string;
  operator: string;
  size: Size | '';
  by: (typeof kinds)[number] | '';
  confidence: (typeof confidences)[number] | '';
}

/** No filter is set. */
export const unasked = { region: '', operator: '', size: '', by: '', confidence: '' } as const;

export const path = '/contradictions';

const oneOf = <Word extends string>(words: readonly Word[], text: string | null): Word | '' =>
  words.find((word) => word === text) ?? '';

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readView(query: string): View {
  const asked = new URLSearchParams(query);
  return {
    side: oneOf(sides, asked.get('side')) || 'contradicted',
    region: asked.get('region') ?? '',
    operator: asked.get('operator') ?? '',
    size: oneOf(sizes, asked.get('size')),
    by: oneOf(kinds, asked.get('by')),
    confidence: oneOf(confidences, asked.get('confidence')),
  };
}

/** The filters as the service takes them: of what nobody claims there is neither operator nor inspection. */
export function filtersOf({ side, region, operator, size, by, confidence }: View): URLSearchParams {
  const ofClaims = side === 'contradicted' ? { operator, by } : {};
  const asked = { region, ...ofClaims, size, confidence };
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
}

/** The address that says this; what is as usual is left out. */
export function writeView(view: View): string {
  const said = filtersOf(view);
  if (view.side !== 'contradicted') said.set('side', view.side);
  return said.size === 0 ? path : `${path}?${said}`;
}

/** How a part of the page leads to another view. */
export interface Way {
  at: View;
  go(changes: Partial<View>): void;
}
