import { Cells } from '../checks/cells.ts';
import { technologyIn } from './evidence.ts';
import type { EvidenceRow, Source } from './source.ts';

const zoom = 16;

/**
 * Tiles of Ookla's open data, as CSV: a measurement at the centre of each tile.
 * The speeds are means of the tests, in kbit/s. The quarter stands in the name
 * of the file (2024-01-01_performance_mobile_tiles); the operator nowhere.
 */
export const ookla: Source<'evidence'> = {
  kind: 'ookla',
  title: 'Ookla speed test tiles (CSV)',
  target: 'evidence',
  fields: [
    { name: 'quadkey', about: 'the tile, at zoom 16' },
    { name: 'avg_d_kbps', about: 'mean download' },
    { name: 'avg_u_kbps', about: 'mean upload' },
    { name: 'avg_lat_ms', about: 'mean latency' },
    { name: 'tests', about: 'number of tests' },
    { name: 'devices', about: 'number of devices' },
    { name: 'operator', about: 'not published by Ookla; read where a file has it' },
    { name: 'technology', about: 'not published by Ookla; read where a file has it' },
    { name: 'date', about: 'else from the name of the file' },
  ],
  needs: [['quadkey'], ['avg_d_kbps'], ['avg_u_kbps'], ['tests'], ['devices']],
  looksRight: ({ format }) => format === 'table',
  parse(record, { columns, decimalComma, dated, fileName }) {
    const cells = new Cells(record, columns, decimalComma);
    const quadkey = cells.required('quadkey').padStart(zoom, '0');
    if (!/^[0-3]{16}$/.test(quadkey)) cells.fault('quadkey', 'bad-code');
    const speed = (field: string) => {
      cells.required(field);
      const kilobits = cells.number(field, { maximum: 1_000_000_000 });
      return kilobits === null ? null : kilobits / 1000;
    };
    const count = (field: string) => cells.integer(field, { maximum: 2_000_000_000 });
    const row: EvidenceRow = {
      kind: 'measurement',
      operator: cells.text('operator') || null,
      technology: technologyIn(cells),
      download: speed('avg_d_kbps'),
      upload: speed('avg_u_kbps'),
      latency: cells.number('avg_lat_ms', { maximum: 100_000 }),
      tests: count('tests'),
      devices: count('devices'),
      observedOn: cells.date('date') ?? dated ?? /(\d{4}-\d{2}-\d{2})_performance/.exec(fileName)?.[1] ?? null,
      identity: quadkey,
      where: { type: 'point', ...centreOfTile(quadkey) },
    };
    return { row: cells.faults.length > 0 ? null : row, faults: cells.faults };
  },
};

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** The middle of a tile of the web Mercator pyramid, in degrees rounded to a millionth. */
function centreOfTile(quadkey: string): { longitude: number; latitude: number } {
  let [x, y] = [0, 0];
  for (const digit of quadkey) {
    x = x * 2 + (Number(digit) & 1);
    y = y * 2 + (Number(digit) >> 1);
  }
  const tiles = 2 ** zoom;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / tiles))) * 180) / Math.PI;
  return { longitude: rounded(((x + 0.5) / tiles) * 360 - 180), latitude: rounded(latitude) };
}
