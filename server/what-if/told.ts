import { textDistrict, textEnglish, textKazakh, textRussian, unknownPopulation } from '../country/table/row-texts.ts';
import type { SettlementTable } from '../country/table/table.ts';
import type { NameLanguage, Names } from '../places/schema.ts';
import type { Answer } from './ask.ts';
import { type ChangedRow, statusOf } from './compare.ts';
import { downloadsOf } from './rules.ts';
import type { ChangedSettlement, Supposed, WhatIfQuery, WhatIfResult } from './schema.ts';

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

/** An answer as it is told. */
export function resultOf(
  { settings, table, comparison, withdrawn }: Answer,
  { region, language, limit, evidence = [] }: Pick<WhatIfQuery, 'region' | 'language' | 'limit'> & Supposed,
  namesOf: (regionCode: string, districtCode: string | null) => Names | null,
): WhatIfResult {
  const { code, version, names } = settings.profile;
  const changed = comparison.largestFirst(region);
  return {
    profile: { code, version, names },
    downloads: downloadsOf(settings.profile),
    populationThreshold: settings.populationThreshold,
    asOf: settings.asOf,
    withdrawn: withdrawn.size,
    named: evidence.flatMap((id) => {
      const piece = withdrawn.get(id);
      if (piece === undefined) return [];
      const { kind, operatorCode, technology, observedOn, dataset } = piece;
      return [{ id, kind, operatorCode, technology, observedOn, dataset }];
    }),
    inForce: comparison.inForce,
    supposed: comparison.supposed,
    matrix: comparison.matrix,
    changed: comparison.changed,
    parts: comparison.parts(region, namesOf),
    rows: changed.slice(0, limit).map((row) => changedSettlement(table, row, language)),
    more: Math.max(0, changed.length - limit),
  };
}
