import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import type { Source } from './source.ts';

/**
 * Where in a settlement its people live: points with residents, as CSV, XLSX or GeoJSON: cells of a population grid
 * (as Meta's High Resolution Settlement Layer and WorldPop are published), streets, blocks or houses.
 */
export const populationPoints: Source<'residents'> = {
  kind: 'population-points',
  title: 'residents by points (CSV, XLSX, GeoJSON points)',
  target: 'residents',
  fields: [
    { name: 'longitude', headers: ['lon', 'lng', 'long', 'x'], about: 'degrees, EPSG:4326' },
    { name: 'latitude', headers: ['lat', 'y'], about: 'degrees, EPSG:4326' },
    { name: 'residents', headers: ['population', 'pop', 'z'], about: 'people who live there, in parts too' },
  ],
  needs: [['residents']],
  looksRight: ({ format, sample }, columns) =>
    format === 'features'
      ? sample.some(({ geometry }) => geometry?.type === 'Point')
      : 'longitude' in columns && 'latitude' in columns,
  parse(record, { columns, decimalComma }) {
    const cells = new Cells(record, columns, decimalComma);
    cells.required('residents');
    const residents = cells.number('residents', { maximum: 1_000_000 });
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null || residents === null)
      return { row: null, faults: cells.faults };
    return { row: { ...coordinates, residents }, faults: [] };
  },
};
