import { Cells } from '../checks/cells.ts';
import { nameFields, namesOf } from './names.ts';
import { boundaryMargin } from '../../server/places/margin.ts';
import { hasPoints, hasPolygons, settlementPlaceOf } from './settlement-place.ts';
import { populationOf, settlementKindOf } from './settlement-fields.ts';
import type { Source } from './source.ts';

/** Settlements in our own form, as CSV, XLSX or GeoJSON points or polygons, and in any other through a mapping. */
export const settlements: Source<'settlements'> = {
  kind: 'settlements',
  title: 'settlements (CSV, XLSX, GeoJSON points or polygons)',
  target: 'settlements',
  fields: [
    { name: 'code', headers: ['kato', 'settlement_code'], about: 'the code that identifies it, as text' },
    { name: 'osm_node_id', headers: ['osm_id'], about: 'where code is empty, the code is osm- and this' },
    { name: 'name', about: 'name, of no stated language' },
    ...nameFields,
    { name: 'kind', headers: ['place'], about: 'city, town, village, hamlet or other' },
    { name: 'population', about: 'residents; empty is unknown' },
    { name: 'population_date', about: 'the date of the population' },
    { name: 'population_source', about: 'where the population comes from' },
    { name: 'longitude', headers: ['lon', 'lng', 'long', 'x'], about: 'degrees, EPSG:4326' },
    { name: 'latitude', headers: ['lat', 'y'], about: 'degrees, EPSG:4326' },
    { name: 'region_code', about: 'code of its region; else by its position' },
    { name: 'district_code', headers: ['adm2_kato'], about: 'code of its district; else by its position' },
  ],
  needs: [
    ['code', 'osm_node_id'],
    ['name', 'name_kk', 'name_ru', 'name_en'],
  ],
  // Boundaries are polygons with codes and names too: those of settlements tell who lives there, or what they are.
  looksRight: (file, columns) =>
    file.format === 'features'
      ? hasPoints(file) || (hasPolygons(file) && ('population' in columns || 'kind' in columns))
      : 'longitude' in columns && 'latitude' in columns,
  margin: boundaryMargin,
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const node = cells.text('osm_node_id');
    const code = cells.text('code') || (node === '' ? '' : `osm-${node}`);
    if (code === '') cells.fault('code', 'missing');
    const names = namesOf(cells);
    if (names.kk + names.ru + names.en === '') cells.fault('name', 'unnamed');
    const population = populationOf(cells);
    const populationDate = cells.date('population_date') ?? (population === null ? null : dated);
    const place = settlementPlaceOf(record, cells);
    if (place === null) return { row: null, faults: cells.faults };
    return {
      row: {
        ...place,
        code,
        regionCode: cells.text('region_code') || null,
        districtCode: cells.text('district_code') || null,
        kind: settlementKindOf(cells.text('kind')),
        names,
        population,
        populationSource: population === null ? null : cells.text('population_source') || null,
        populationDate,
      },
      faults: cells.faults,
    };
  },
};
