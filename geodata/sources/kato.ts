import type { PlaceLevel } from '../../server/places/schema.ts';
import { Cells } from '../checks/cells.ts';
import { isKato, levelOfKato, regionOfKato } from './kato-code.ts';
import { namesOf } from './names.ts';
import type { Source } from './source.ts';

const levels: Record<string, PlaceLevel> = {
  oblast: 'region',
  region: 'region',
  district: 'district',
  sub_district: 'okrug',
  okrug: 'okrug',
  settlement: 'settlement',
};

/**
 * The classifier of administrative and territorial objects of Kazakhstan, in the
 * layout of the Bureau of National Statistics (te, ab, cd, ef, hij, k, kaz_name,
 * rus_name, nn) or with a level of its own (kato, level, type_code, name_ru, name_kk).
 * The parent of a place is found when all its codes are known.
 */
export const kato: Source<'places'> = {
  kind: 'kato',
  title: 'the KATO classifier',
  target: 'places',
  fields: [
    { name: 'code', headers: ['te', 'kato'], about: 'nine digits' },
    { name: 'level', about: 'oblast, district, sub_district or settlement; else from the code' },
    { name: 'type_code', headers: ['k'], about: 'the type; k = 2 is rural' },
    { name: 'blocks', headers: ['hij'], about: 'the last block of the code: tells the layout' },
    { name: 'name_kk', headers: ['kaz_name'], about: 'name in Kazakh' },
    { name: 'name_ru', headers: ['rus_name'], about: 'name in Russian' },
    { name: 'name_en', about: 'name in English' },
  ],
  needs: [['code'], ['type_code'], ['level', 'blocks'], ['name_kk'], ['name_ru']],
  parse(record, { columns, decimalComma }) {
    const cells = new Cells(record, columns, decimalComma);
    const code = cells.required('code').padStart(9, '0');
    if (code !== '' && !isKato(code)) cells.fault('code', 'bad-code');
    const stated = cells.text('level');
    const level = stated === '' ? levelOfKato(code) : levels[stated.toLowerCase()];
    if (level === undefined) cells.fault('level', 'bad-code');
    const names = namesOf(cells);
    if (names.kk === '' && names.ru === '') cells.fault('name_ru', 'unnamed');
    if (cells.faults.length > 0) return { row: null, faults: cells.faults };
    const regionCode = regionOfKato(code)!;
    return {
      row: { regionCode, code, level, parentCode: regionCode, typeCode: cells.text('type_code'), names },
      faults: [],
    };
  },
};
