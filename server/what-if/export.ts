import type { TableRow } from '../documents/table-file.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { textEnglish, textRussian } from '../country/table/row-texts.ts';
import type { ChangedRow } from './compare.ts';
import { directionOf } from './rules.ts';
import { changedSettlement } from './told.ts';

export const changedColumns = [
  'code',
  'name_kk',
  'name_ru',
  'name_en',
  'region_code',
  'district_code',
  'population',
  'longitude',
  'latitude',
  'status_now',
  'status_supposed',
  'flagged_now',
  'flagged_supposed',
  'direction',
] as const;

/** A settlement that would be assessed otherwise as a row of a file. */
export function changedTableRow(
  table: SettlementTable,
  changed: ChangedRow,
): TableRow<(typeof changedColumns)[number]> {
  const settlement = changedSettlement(table, changed, 'kk');
  const text = (which: number) => table.texts.at(table.text[changed.row] + which);
  return {
    cells: {
      code: settlement.code,
      name_kk: settlement.name,
      name_ru: text(textRussian),
      name_en: text(textEnglish),
      region_code: settlement.regionCode,
      district_code: settlement.districtCode,
      population: settlement.population,
      longitude: settlement.longitude,
      latitude: settlement.latitude,
      status_now: settlement.from,
      status_supposed: settlement.to,
      flagged_now: settlement.wasFlagged,
      flagged_supposed: settlement.isFlagged,
      direction: directionOf(settlement.from, settlement.to),
    },
    geometry: { type: 'Point', coordinates: [settlement.longitude, settlement.latitude] },
  };
}
