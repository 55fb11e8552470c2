// What the service offers of contradictions. The shapes are the server's own.
import { filtersOf, type View } from './address.ts';

/** Where the report of a view is read, its first rows so many. */
export function reportAddress(view: View, limit: number): string {
  const query = filtersOf(view);
  query.set('limit', String(limit));
  return `/api/contradictions${view.side === 'unclaimed' ? '/unclaimed' : ''}?${query}`;
}

export const fileFormats = ['csv', 'xlsx', 'geojson'] as const;

/** Where the rows of a view are had as a file. */
export function fileAddress(view: View, format: (typeof fileFormats)[number]): string {
  const query = filtersOf(view);
  const name = view.side === 'unclaimed' ? 'unclaimed' : 'contradictions';
  return `/api/exports/${name}.${format}${query.size === 0 ? '' : `?${query}`}`;
}
