import type { Filters } from './filters.ts';

/** What the service is asked for to get exactly the settlements that these filters show. */
export function settlementsQuery(filters: Filters): URLSearchParams {
  const { show, query, ...rest } = filters;
  const asked = new URLSearchParams();
  if (show === 'flagged') asked.set('flagged', 'true');
  if (show === 'population-missing') asked.set('populationMissing', 'true');
  if (query.trim() !== '') asked.set('query', query.trim());
  for (const [name, value] of Object.entries(rest)) if (value !== '' && value !== null) asked.set(name, String(value));
  return asked;
}

/** The address of a file with exactly the settlements that these filters show. */
export const exportAddress = (format: 'csv' | 'xlsx' | 'geojson', filters: Filters): string =>
  `/api/exports/settlements.${format}?${settlementsQuery(filters)}`;
