import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import type { Source } from './source.ts';

/** Metres, where a test does not say how well its place is known. */
const unknownAccuracy = 100_000;

/**
 * Tests of M-Lab's unified views, as CSV. They are placed by the address of the network, to a radius that each states:
 * too coarse for a village, so they are shown as context and never count, by themselves or beside others.
 */
export const mlab: Source<'evidence'> = {
  kind: 'mlab',
  title: 'M-Lab tests (CSV of the unified views)',
  target: 'evidence',
  fields: [
    { name: 'id', headers: ['a.uuid'], about: 'the test' },
    { name: 'date', about: 'when it was made' },
    { name: 'throughput', headers: ['a.MeanThroughputMbps', 'MeanThroughputMbps'], about: 'Mbit/s' },
    { name: 'latency', headers: ['a.MinRTT', 'MinRTT'], about: 'ms' },
    { name: 'longitude', headers: ['client.Geo.Longitude', 'client.Geo.longitude'], about: 'degrees' },
    { name: 'latitude', headers: ['client.Geo.Latitude', 'client.Geo.latitude'], about: 'degrees' },
    { name: 'accuracy', headers: ['client.Geo.AccuracyRadiusKm'], about: 'kilometres within which the place is known' },
  ],
  needs: [['throughput'], ['longitude'], ['latitude']],
  looksRight: ({ format, columns }) => format === 'table' && columns.some((name) => /MeanThroughputMbps/i.test(name)),
  parse(record, { columns, decimalComma, dated, fileName }) {
    const cells = new Cells(record, columns, decimalComma);
    cells.required('throughput');
    const speed = cells.number('throughput', { maximum: 1_000_000 });
    const kilometres = cells.number('accuracy', { maximum: 20_000 });
    const isUpload = /upload/i.test(fileName);
    const row = {
      kind: 'measurement' as const,
      operator: null,
      technology: null,
      download: isUpload ? null : speed,
      upload: isUpload ? speed : null,
      latency: cells.number('latency', { maximum: 100_000 }),
      tests: 1,
      devices: 1,
      sampling: { summary: null, spread: null, accuracy: kilometres === null ? unknownAccuracy : 1000 * kilometres },
      observedOn: cells.date('date') ?? dated,
      identity: cells.text('id') || null,
    };
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null) return { row: null, faults: cells.faults };
    return { row: { ...row, where: { type: 'point', ...coordinates } }, faults: [] };
  },
};
