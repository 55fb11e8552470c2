import { t } from '../i18n/index.ts';
import type { Summary } from '../store/summary.ts';

/** "37 settlements, 12,400 people, 3 districts" */
export function summaryText({ settlements, people, populationMissing, districts }: Summary): string {
  const parts = [
    t('count.settlements', { count: settlements }),
    t('population.people', { count: people }),
    t('count.districts', { count: districts }),
  ];
  if (populationMissing > 0) parts.push(t('count.population-missing', { count: populationMissing }));
  return parts.join(', ');
}
