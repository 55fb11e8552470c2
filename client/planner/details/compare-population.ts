import type { SettlementDetail } from '../../../server/country/schema.ts';
import type { Settlement } from '../../../server/places/schema.ts';
import { date, nameOf, t } from '../../i18n/index.ts';
import type { Comparison } from '../compare/comparison.ts';
import { people } from '../words.ts';

export type Population = Pick<Settlement, 'population' | 'populationDate' | 'populationSource'>;

export function populationOf({ population, populationDate, populationSource }: Population): Population {
  return { population, populationDate, populationSource };
}

const fields = ['population', 'populationDate', 'populationSource'] as const;

function inWords({ population, populationDate, populationSource }: Population) {
  return {
    population: people(population),
    populationDate: populationDate === null ? t('common.none') : date(populationDate),
    populationSource: populationSource ?? t('common.none'),
  };
}

/** Theirs and mine of a population that both changed; saving writes over nothing but what was chosen. */
export function comparePopulation(
  present: SettlementDetail['settlement'],
  mine: Population,
  write: (values: Population, version: number) => Promise<void>,
): Comparison {
  const differing = fields.filter((field) => present[field] !== mine[field]);
  const theirWords = inWords(present);
  const myWords = inWords(mine);
  const labels = {
    population: 'population.count',
    populationDate: 'population.date',
    populationSource: 'population.source',
  } as const;
  return {
    title: nameOf(present.names),
    fields: differing.map((field) => ({
      label: t(labels[field]),
      theirs: theirWords[field],
      mine: myWords[field],
    })),
    save(chosen) {
      const wanted = Object.fromEntries(differing.filter((_, i) => chosen[i]).map((field) => [field, mine[field]]));
      return write({ ...populationOf(present), ...wanted }, present.version);
    },
  };
}
