import type { Filters } from './filters.ts';

/** The address of a file with exactly the settlements that these filters show. */
export function exportAddress(format: 'csv' | 'geojson', filters: Filters): string {
  const { show, query, ...rest } = filters;
  const asked = new URLSearchParams();
  if (show === 'flagged') asked.set('flagged', 'true');
  if (show === 'population-missing') asked.set('populationMissing', 'true');
  if (query.trim() !== '') asked.set('query', query.trim());
  for (const [name, value] of Object.entries(rest)) if (value !== '' && value !== null) asked.set(name, String(value));
  return `/api/exports/settlements.${format}?${asked}`;
}
