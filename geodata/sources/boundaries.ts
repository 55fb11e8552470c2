import { areaOfRecord, polygonsOf } from '../checks/areas.ts';
import { Cells } from '../checks/cells.ts';
import { isKato, levelOfKato, regionOfKato } from './kato-code.ts';
import { namesOf } from './names.ts';
import type { BoundaryRow, Source } from './source.ts';

/**
 * The boundaries of regions or districts, with their codes, as GeoJSON or a
 * Shapefile. Official ones cross themselves in places by a few metres: they are
 * repaired, since without them nothing can be placed.
 */
export const boundaries: Source<'boundaries'> = {
  kind: 'boundaries',
  title: 'boundaries of regions or districts (GeoJSON, Shapefile)',
  target: 'boundaries',
  fields: [
    { name: 'code', headers: ['kato', 'kato_code'], about: 'code of the region or district' },
    { name: 'level', about: 'region or district; else from the KATO code, else region' },
    { name: 'region_code', about: 'of a district, the code of its region' },
    { name: 'name', about: 'name, of no stated language' },
    { name: 'name_kk', headers: ['name:kk'], about: 'name in Kazakh' },
    { name: 'name_ru', headers: ['name:ru'], about: 'name in Russian' },
    { name: 'name_en', headers: ['name:en'], about: 'name in English' },
    { name: 'region_kk', headers: ['adm1_kk'], about: 'name in Kazakh of the region' },
    { name: 'region_ru', headers: ['adm1_ru'], about: 'name in Russian of the region' },
    { name: 'region_en', headers: ['adm1_en'], about: 'name in English of the region' },
    { name: 'district_kk', headers: ['adm2_kk'], about: 'name in Kazakh of the district' },
    { name: 'district_ru', headers: ['adm2_ru'], about: 'name in Russian of the district' },
    { name: 'district_en', headers: ['adm2_en'], about: 'name in English of the district' },
  ],
  needs: [['code']],
  repairs: true,
  looksRight: ({ format, sample }) =>
    format === 'features' && sample.some(({ geometry }) => geometry?.type.endsWith('Polygon')),
  parse(record, { columns, decimalComma }) {
    const cells = new Cells(record, columns, decimalComma);
    const code = cells.required('code');
    const stated = cells.text('level').toLowerCase();
    // The districts of a city are okrugs by their code: what is drawn below the region serves as a district.
    const isRegion = !isKato(code) || levelOfKato(code) === 'region';
    const level = stated || (isRegion ? 'region' : 'district');
    if (level !== 'region' && level !== 'district') cells.fault('level', 'bad-code');
    const area = areaOfRecord(record, cells);
    if (cells.faults.length > 0 || area === null) return { row: null, faults: cells.faults };
    const own = namesOf(cells);
    const ofLevel = (language: string) => cells.text(`${level}_${language}`);
    return {
      row: {
        code,
        level: level as BoundaryRow['level'],
        regionCode: level === 'region' ? code : cells.text('region_code') || regionOfKato(code),
        names: { kk: own.kk || ofLevel('kk'), ru: own.ru || ofLevel('ru'), en: own.en || ofLevel('en') },
        boundary: { type: 'MultiPolygon', coordinates: polygonsOf(area) },
        crosses: false,
      },
      faults: [],
    };
  },
};
