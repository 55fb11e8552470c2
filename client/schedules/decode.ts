import type { Commitments } from '../../server/commitments/schema.ts';
import type { Names } from '../../server/places/schema.ts';
import type { Row } from './rows.ts';

/** A name that is empty is the same as the one before it: English as Russian, Russian as Kazakh. */
function namesOf(kk: string, nameRu: string, nameEn: string): Names {
  const ru = nameRu || kk;
  return { kk, ru, en: nameEn || ru };
}

/** The rows of a list that came as columns. */
export function decodeCommitments({ operatorCode, regions, places, columns }: Commitments): Row[] {
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return columns.code.map((_, i) => {
    const { place, nameKk, nameRu, nameEn, ...row } = Object.fromEntries(
      names.map((name) => [name, columns[name][i]]),
    ) as { [Name in keyof typeof columns]: (typeof columns)[Name][number] };
    const region = regions[places[place].region];
    return {
      ...row,
      operatorCode,
      regionCode: region.code,
      region: region.names,
      district: places[place].names,
      names: namesOf(nameKk, nameRu, nameEn),
    };
  });
}
