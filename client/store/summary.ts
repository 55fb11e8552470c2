import type { Country } from './country.ts';
import type { Live } from './live.ts';

/** What a selection amounts to. */
export interface Summary {
  settlements: number;
  /** Residents of those whose population is known. */
  people: number;
  populationMissing: number;
  districts: number;
}

export function summarise(country: Country | null, live: Live | null, rows: ReadonlySet<number>): Summary {
  const summary: Summary = { settlements: 0, people: 0, populationMissing: 0, districts: 0 };
  if (country === null || live === null) return summary;
  const districts = new Set<number>();
  for (const row of rows) {
    const population = live.population[row];
    if (population === null) summary.populationMissing += 1;
    else summary.people += population;
    if (country.district[row] >= 0) districts.add(country.district[row]);
  }
  return { ...summary, settlements: rows.size, districts: districts.size };
}
