import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import type { SettlementKind } from '../../server/places/schema.ts';
import { namesOf } from './names.ts';
import { boundaryMargin } from '../../server/places/margin.ts';
import { populationOf } from './settlement-fields.ts';
import type { Source } from './source.ts';

const columns = [
  'geonameid', 'name', 'asciiname', 'alternatenames', 'latitude', 'longitude', 'feature class', 'feature code',
  'country code', 'cc2', 'admin1 code', 'admin2 code', 'admin3 code', 'admin4 code', 'population', 'elevation',
  'dem', 'timezone', 'modification date',
]; // prettier-ignore

/** Feature codes of places that are inhabited; historical, abandoned and destroyed ones and parts of cities are not. */
const kinds: Record<string, SettlementKind> = {
  PPL: 'village',
  PPLA: 'city',
  PPLA2: 'town',
  PPLA3: 'town',
  PPLA4: 'village',
  PPLA5: 'village',
  PPLC: 'city',
  PPLF: 'hamlet',
  PPLL: 'hamlet',
  PPLS: 'village',
  PPLG: 'city',
};

/** The populated places of a GeoNames dump: tab-separated, without a header. Population 0 means unknown. */
export const geonames: Source<'settlements'> = {
  kind: 'geonames',
  title: 'GeoNames dump (tab-separated)',
  target: 'settlements',
  fields: [
    ...columns.filter((name) => name !== 'asciiname').map((name) => ({ name, about: 'as GeoNames has it' })),
    { name: 'name_en', headers: ['asciiname'], about: 'as GeoNames has it' },
  ],
  needs: [['geonameid'], ['feature class'], ['feature code'], ['latitude'], ['longitude'], ['population']],
  headerlessForm: {
    columns,
    matches: (delimiter, row) =>
      delimiter === '\t' &&
      row.length === columns.length &&
      /^\d+$/.test(row[0]) &&
      /^[A-Z]?$/.test(row[6]) &&
      row.slice(4, 6).every((cell) => cell !== '' && Number.isFinite(Number(cell))),
  },
  margin: boundaryMargin,
  parse(record, reading) {
    const cells = new Cells(record, reading.columns, reading.decimalComma);
    const kind = kinds[cells.text('feature code')];
    if (cells.text('feature class') !== 'P' || kind === undefined) return { row: null, faults: [] };
    const code = cells.required('geonameid');
    if (cells.text('name') === '') cells.fault('name', 'unnamed');
    const population = populationOf(cells) || null;
    const coordinates = coordinatesOf(record, cells);
    if (coordinates === null) return { row: null, faults: cells.faults };
    return {
      row: {
        ...coordinates,
        code: `geonames-${code}`,
        regionCode: null,
        districtCode: null,
        kind,
        names: namesOf(cells),
        population,
        populationSource: population === null ? null : 'GeoNames',
        populationDate: population === null ? null : cells.date('modification date'),
      },
      faults: cells.faults,
    };
  },
};
