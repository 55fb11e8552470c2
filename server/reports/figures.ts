import { Status } from '../assessment/schema.ts';
import type { KnownSettlement } from './known.ts';
import type { Count, Figures } from './schema.ts';

export const nothing = (): Count => ({ settlements: 0, residents: 0 });

export function add(count: Count, residents: number | null): void {
  count.settlements += 1;
  count.residents += residents ?? 0;
}

/** Whether a settlement is one of those that the programme is for. */
export const counts = ({ population }: { population: number | null }, threshold: number): boolean =>
  population !== null && population > threshold;

/** How far these settlements are served. */
export function figuresOf(settlements: readonly KnownSettlement[], threshold: number): Figures {
  const figures: Figures = {
    all: nothing(),
    populationMissing: 0,
    counted: nothing(),
    served: nothing(),
    flagged: nothing(),
    byStatus: Object.fromEntries(Status.options.map((status) => [status, nothing()])) as Figures['byStatus'],
    share: { settlements: null, residents: null },
  };
  for (const settlement of settlements) {
    const { population, status } = settlement;
    add(figures.all, population);
    add(figures.byStatus[status ?? 'unknown'], population);
    if (population === null) figures.populationMissing += 1;
    if (!counts(settlement, threshold)) continue;
    add(figures.counted, population);
    add(status === 'served' ? figures.served : figures.flagged, population);
  }
  const { served, counted } = figures;
  if (counted.settlements > 0) {
    figures.share = {
      settlements: served.settlements / counted.settlements,
      residents: served.residents / counted.residents,
    };
  }
  return figures;
}
