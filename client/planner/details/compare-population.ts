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

/** What this person changed and another has left different from that. */
export function differing(seen: Population, present: Population, mine: Population) {
  return fields.filter((field) => mine[field] !== seen[field] && mine[field] !== present[field]);
}

/**
 * Theirs and mine of a population that both changed; saving writes over nothing but what was chosen.
 * @param seen the population as this person saw it when beginning to change it
 */
export function comparePopulation(
  seen: Population,
  present: SettlementDetail['settlement'],
  mine: Population,
  write: (values: Population, version: number) => Promise<void>,
): Comparison {
  const asked = differing(seen, present, mine);
  const theirWords = inWords(present);
  const myWords = inWords(mine);
  const labels = {
    population: 'population.count',
    populationDate: 'population.date',
    populationSource: 'population.source',
  } as const;
  return {
    title: nameOf(present.names),
    fields: asked.map((field) => ({
      label: t(labels[field]),
      theirs: theirWords[field],
      mine: myWords[field],
    })),
    save(chosen) {
      const wanted = Object.fromEntries(asked.filter((_, i) => chosen[i]).map((field) => [field, mine[field]]));
      return write({ ...populationOf(present), ...wanted }, present.version);
    },
  };
}
