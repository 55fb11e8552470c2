import { LinkTechnology, NetworkStatus } from '../../server/network/schema.ts';
import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import { linksFromFibre, statusIn } from './ofds.ts';
import type { Source } from './source.ts';
import { technologyOf } from './technologies.ts';

/** Nodes of operators' networks in the product's own form. CSV or XLSX. */
export const networkNodes: Source<'network'> = {
  kind: 'network-nodes',
  title: 'nodes of networks (CSV, XLSX)',
  target: 'network',
  fields: [
    { name: 'operator', headers: ['provider', 'network_provider'], about: 'whose it is' },
    { name: 'longitude', headers: ['lon', 'lng', 'x'], about: 'degrees, EPSG:4326' },
    { name: 'latitude', headers: ['lat', 'y'], about: 'degrees, EPSG:4326' },
    { name: 'name', about: 'what it is called; with the operator it tells nodes apart' },
    { name: 'status', about: NetworkStatus.options.join(', ') },
    {
      name: 'ready_on',
      headers: ['readyForServiceDate'],
      about: 'when what is under construction shall be in service',
    },
    {
      name: 'technologies',
      headers: ['links'],
      about: `what links that begin there can be: ${LinkTechnology.options.join(', ')}; empty is all but satellite`,
    },
  ],
  needs: [['operator'], ['longitude'], ['latitude'], ['name'], ['status']],
  looksRight: ({ format }) => format === 'table',
  parse(record, { columns, decimalComma }) {
    const cells = new Cells(record, columns, decimalComma);
    const operator = cells.required('operator');
    const name = cells.required('name', 'unnamed');
    cells.required('status');
    const status = statusIn(cells);
    const readyOn = cells.date('ready_on');
    const technologies = technologiesIn(cells);
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null) return { row: null, faults: cells.faults };
    const identity = `${operator.toLowerCase()} ${name}`;
    return {
      row: { type: 'node', identity, operator, name, status, readyOn, ...coordinates, technologies },
      faults: [],
    };
  },
};

function technologiesIn(cells: Cells): LinkTechnology[] {
  const words = cells
    .text('technologies')
    .split(/[\s,;|+]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [...linksFromFibre];
  const known = words.map((word) => LinkTechnology.safeParse(technologyOf(word)).data);
  if (known.includes(undefined)) cells.fault('technologies', 'unknown-technology');
  return LinkTechnology.options.filter((technology) => known.includes(technology));
}
