import { setImmediate } from 'node:timers/promises';
import { textDistrict, textEnglish, textKazakh, textRussian, unknownPopulation } from '../country/table/row-texts.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { NameLanguage, Names } from '../places/schema.ts';
import type { Answer } from './ask.ts';
import { type ChangedRow, statusOf } from './compare.ts';
import { downloadsOf } from './rules.ts';
import type { ChangedSettlement, WhatIfQuery, WhatIfResult } from './schema.ts';

/** Rows that are told without a pause. */
const rowsAtOnce = 1000;

const inLanguage = { kk: textKazakh, ru: textRussian, en: textEnglish };

export function changedSettlement(
  table: SettlementTable,
  { row, to, isFlagged }: ChangedRow,
  language: NameLanguage,
): ChangedSettlement {
  const text = (which: number) => table.texts.at(table.text[row] + which);
  return {
    ...table.keyOf(row),
    districtCode: text(textDistrict),
    name: text(inLanguage[language]) || text(textKazakh) || text(textRussian) || text(textEnglish),
    population: table.population[row] === unknownPopulation ? null : table.population[row],
    longitude: table.longitude[row],
    latitude: table.latitude[row],
    from: statusOf(table.status[row]),
    to,
    wasFlagged: table.flagged[row] === 1,
    isFlagged,
  };
}

/** An answer as it is told. Other requests are let in between its rows. */
export async function resultOf(
  { settings, table, comparison, withdrawn }: Answer,
  { region, language, limit }: Pick<WhatIfQuery, 'region' | 'language' | 'limit'>,
  namesOf: (regionCode: string, districtCode: string | null) => Names | null,
): Promise<WhatIfResult> {
  const { code, version, names } = settings.profile;
  const { rows, more } = comparison.largestFirst(region, limit);
  const told: ChangedSettlement[] = [];
  for (const row of rows) {
    told.push(changedSettlement(table, row, language));
    if (told.length % rowsAtOnce === 0) await setImmediate();
  }
  return {
    profile: { code, version, names },
    downloads: downloadsOf(settings.profile),
    populationThreshold: settings.populationThreshold,
    asOf: settings.asOf,
    withdrawn: withdrawn.count,
    named: withdrawn.named.map(({ id, kind, operatorCode, technology, observedOn, dataset }) => {
      return { id, kind, operatorCode, technology, observedOn, dataset };
    }),
    inForce: comparison.inForce,
    supposed: comparison.supposed,
    matrix: comparison.matrix,
    changed: comparison.changed,
    parts: comparison.parts(region, namesOf),
    rows: told,
    more,
  };
}
