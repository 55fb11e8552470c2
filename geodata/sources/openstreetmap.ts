import { Cells } from '../checks/cells.ts';
import { nameFields, namesOf } from './names.ts';
import { hasPoints, hasPolygons, settlementPlaceOf } from './settlement-place.ts';
import { populationOf, settlementKindOf } from './settlement-fields.ts';
import type { Source } from './source.ts';

const places = new Set(['city', 'town', 'village', 'hamlet', 'isolated_dwelling', 'farm']);

/**
 * Populated places of OpenStreetMap as GeoJSON. `name` is what a place is called
 * there; one without it is unnamed. An export is cut by a box and holds
 * neighbours of the country, which only the boundary itself keeps out: no margin.
 */
export const openstreetmap: Source<'settlements'> = {
  kind: 'openstreetmap',
  title: 'OpenStreetMap populated places (GeoJSON)',
  target: 'settlements',
  fields: [
    { name: 'place', about: 'city, town, village, hamlet, isolated_dwelling' },
    { name: 'osm_id', headers: ['@id', 'id', 'full_id'], about: 'the code is osm- and this' },
    { name: 'kato', headers: ['ref:kato', 'kato:ref'], about: 'the code, where the place has it' },
    { name: 'name', about: 'the name on the spot' },
    ...nameFields,
    { name: 'population', about: 'residents; empty is unknown' },
    { name: 'population_date', headers: ['population:date'], about: 'the date of the population' },
  ],
  needs: [['place'], ['osm_id'], ['name']],
  looksRight: (file) => file.format === 'features' && (hasPoints(file) || hasPolygons(file)),
  margin: 0,
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const place = cells.text('place');
    if (!places.has(place)) return { row: null, faults: [] };
    const id = cells.required('osm_id').replace(/^\D+/, '');
    cells.required('name', 'unnamed');
    const population = populationOf(cells);
    const populationDate = cells.date('population_date') ?? (population === null ? null : dated);
    const at = settlementPlaceOf(record, cells);
    if (at === null) return { row: null, faults: cells.faults };
    return {
      row: {
        ...at,
        code: cells.text('kato') || `osm-${id}`,
        regionCode: null,
        districtCode: null,
        kind: settlementKindOf(place),
        names: namesOf(cells),
        population,
        populationSource: population === null ? null : 'OpenStreetMap',
        populationDate,
      },
      faults: cells.faults,
    };
  },
};
