import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import { claimedService, serviceFields } from './evidence.ts';
import type { Source } from './source.ts';

const manyTests = 2_000_000_000;

/**
 * Speed tests in our own form, as CSV, XLSX or GeoJSON points: one a row, or many with their mean or median. Of several
 * tests the speeds are taken for means where the file does not say what they are.
 */
export const speedTests: Source<'evidence'> = {
  kind: 'speed-tests',
  title: 'speed tests (CSV, XLSX, GeoJSON points)',
  target: 'evidence',
  fields: [
    ...serviceFields,
    { name: 'longitude', headers: ['lon', 'lng', 'long', 'x'], about: 'degrees, EPSG:4326' },
    { name: 'latitude', headers: ['lat', 'y'], about: 'degrees, EPSG:4326' },
    { name: 'tests', about: 'number of tests; else one' },
    { name: 'devices', about: 'number of devices; else one' },
    { name: 'summary', about: 'of several tests, whether the speeds are their mean or median' },
    { name: 'spread', about: 'coefficient of variation of the download of the tests' },
    { name: 'accuracy', headers: ['accuracy_m'], about: 'metres within which the place is known' },
    { name: 'id', headers: ['test_id'], about: 'what tells one test from another' },
  ],
  needs: [['download'], ['tests', 'devices', 'summary', 'accuracy', 'date', 'id']],
  looksRight: ({ format, sample }, columns) =>
    format === 'features'
      ? sample.some(({ geometry }) => geometry?.type === 'Point')
      : 'longitude' in columns && 'latitude' in columns,
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    cells.required('download');
    const service = claimedService(cells, dated);
    const tests = cells.integer('tests', { maximum: manyTests }) ?? 1;
    const devices = cells.integer('devices', { maximum: manyTests }) ?? 1;
    const summary = cells.text('summary').toLowerCase();
    if (summary !== '' && summary !== 'mean' && summary !== 'median') cells.fault('summary', 'bad-code');
    const spread = cells.number('spread', { maximum: 100 });
    const accuracy = cells.number('accuracy', { maximum: 20_000_000 });
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null) return { row: null, faults: cells.faults };
    const isSaid = summary !== '' || spread !== null || accuracy !== null;
    const said = summary === '' ? null : (summary as 'mean' | 'median');
    return {
      row: {
        ...service,
        kind: 'measurement',
        tests,
        devices,
        ...(isSaid && { sampling: { summary: said, spread, accuracy } }),
        identity: cells.text('id') || null,
        where: { type: 'point', ...coordinates },
      },
      faults: [],
    };
  },
};
