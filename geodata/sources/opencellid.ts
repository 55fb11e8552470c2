import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import type { Source } from './source.ts';
import { technologyIn } from './evidence.ts';

/** Metres: no cell of any technology reaches farther. */
const farthestRange = 120_000;

/**
 * Cells of OpenCelliD, as CSV: where a network was received, a circle of the
 * estimated range. The operator is the network's code, mcc-net.
 */
export const opencellid: Source<'evidence'> = {
  kind: 'opencellid',
  title: 'OpenCelliD cells (CSV)',
  target: 'evidence',
  fields: [
    { name: 'radio', about: 'GSM, UMTS, CDMA, LTE or NR' },
    { name: 'mcc', about: 'country of the network; 401 is Kazakhstan' },
    { name: 'net', headers: ['mnc'], about: 'network within the country' },
    { name: 'area', headers: ['lac', 'tac'], about: 'area of the network' },
    { name: 'cell', headers: ['cid', 'cellid'], about: 'cell of the area' },
    { name: 'longitude', headers: ['lon'], about: 'degrees' },
    { name: 'latitude', headers: ['lat'], about: 'degrees' },
    { name: 'range', about: 'metres' },
    { name: 'updated', about: 'Unix seconds of the last observation' },
    { name: 'operator', about: 'name of the network, where a file has it' },
  ],
  needs: [['radio'], ['mcc'], ['net'], ['area'], ['cell'], ['longitude'], ['latitude'], ['range']],
  looksRight: ({ format }) => format === 'table',
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const network = `${cells.required('mcc')}-${cells.required('net').padStart(2, '0')}`;
    const technology = technologyIn(cells, 'radio');
    if (cells.text('radio') === '') cells.fault('radio', 'missing');
    cells.required('range');
    const radius = cells.number('range', { maximum: farthestRange });
    if (radius === 0) cells.fault('range', 'absurd');
    const observedOn = cells.unixDate('updated') ?? dated;
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null || radius === null) return { row: null, faults: cells.faults };
    return {
      row: {
        kind: 'claim',
        operator: cells.text('operator') || network,
        technology,
        download: null,
        upload: null,
        latency: null,
        tests: null,
        devices: null,
        observedOn,
        identity: [network, cells.text('area'), cells.text('cell')].join('-'),
        where: { type: 'circle', ...coordinates, radius },
      },
      faults: [],
    };
  },
};
