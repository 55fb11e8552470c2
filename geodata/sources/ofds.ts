import type { LineString } from 'geojson';
import { NetworkStatus } from '../../server/network/schema.ts';
import { Cells } from '../checks/cells.ts';
import { coordinatesOf } from '../checks/coordinates.ts';
import type { FileRecord } from '../files/record.ts';
import type { Source } from './source.ts';

/** What a link can be that begins where there is fibre. */
export const linksFromFibre = ['fibre', 'fixed-wireless', '4g'] as const;

const sevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/**
 * Nodes and spans of networks by the Open Fibre Data Standard 0.3 (https://open-fibre-data-standard.readthedocs.io):
 * a JSON network package, or GeoJSON of nodes, of spans or of both. The operator is the first of `networkProviders`,
 * else the `physicalInfrastructureProvider`. Members of records are objects, so that they are not mapped by headers.
 */
export const ofds: Source<'network'> = {
  kind: 'ofds',
  title: 'networks by the Open Fibre Data Standard 0.3 (JSON network package, GeoJSON)',
  target: 'network',
  fields: [
    { name: 'id', about: 'the id within the network' },
    { name: 'network', about: 'the network, with its id' },
    { name: 'status', about: NetworkStatus.options.join(', ') },
    { name: 'readyForServiceDate', about: 'when a span shall be in service' },
    { name: 'networkProviders', about: 'who provides service over it' },
    { name: 'physicalInfrastructureProvider', about: 'who owns it' },
  ],
  needs: [['id'], ['network'], ['networkProviders', 'physicalInfrastructureProvider', 'featureType']],
  looksRight: ({ format }) => format === 'features',
  parse(record) {
    const { cells: said } = record;
    const cells = new Cells(record, Object.fromEntries(Object.keys(said).map((name) => [name, name])), false);
    const network = said.network as { id?: unknown } | null | undefined;
    const identityOf = (id: unknown) => `${textOf(network?.id)} ${textOf(id)}`;
    const id = cells.required('id');
    const providers = Array.isArray(said.networkProviders) ? (said.networkProviders as unknown[]) : [];
    const operator = nameOf(providers[0]) ?? nameOf(said.physicalInfrastructureProvider);
    if (operator === null) cells.fault('networkProviders', 'missing', null);
    const part = {
      identity: identityOf(id),
      operator: operator ?? '',
      name: cells.text('name'),
      status: statusIn(cells),
      readyOn: cells.date('readyForServiceDate'),
    };
    if (isSpan(record)) {
      const route = routeOf(record, cells);
      if (cells.faults.length > 0 || route === null) return { row: null, faults: cells.faults };
      const end = (name: 'start' | 'end') => {
        const node = idOf(said[name]);
        return node === '' ? null : `node ${identityOf(node)}`;
      };
      return { row: { type: 'span', ...part, start: end('start'), end: end('end'), route }, faults: [] };
    }
    const coordinates = coordinatesOf(record, cells);
    if (cells.faults.length > 0 || coordinates === null) return { row: null, faults: cells.faults };
    return { row: { type: 'node', ...part, ...coordinates, technologies: [...linksFromFibre] }, faults: [] };
  },
};

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** GeoJSON has whole nodes where the package has their ids. */
const idOf = (end: unknown) =>
  typeof end === 'object' && end !== null ? textOf((end as { id?: unknown }).id) : textOf(end);

/** The name of an organisation that is referred to; its id where it has none. */
function nameOf(organisation: unknown): string | null {
  if (typeof organisation !== 'object' || organisation === null) return null;
  const { id, name } = organisation as { id?: unknown; name?: unknown };
  return textOf(name) || textOf(id) || null;
}

/** The status of a record; null where it is empty, or not known and noted. */
export function statusIn(cells: Cells): NetworkStatus | null {
  const text = cells.text('status');
  if (text === '') return null;
  const status = NetworkStatus.safeParse(text);
  if (status.success) return status.data;
  cells.fault('status', 'bad-code');
  return null;
}

const isSpan = ({ cells, geometry }: FileRecord) =>
  cells.featureType === undefined ? (geometry?.type.endsWith('LineString') ?? false) : cells.featureType === 'span';

function routeOf(record: FileRecord, cells: Cells): [number, number][] | null {
  const { geometry } = record;
  if (geometry === null || geometry === undefined) {
    cells.fault(null, 'no-geometry');
    return null;
  }
  const positions = (geometry as Partial<LineString>).coordinates;
  if (geometry.type !== 'LineString' || !Array.isArray(positions) || positions.length < 2) {
    cells.fault(null, 'wrong-geometry', geometry.type);
    return null;
  }
  const route: [number, number][] = [];
  for (const position of positions) {
    const at = coordinatesOf({ ...record, geometry: { type: 'Point', coordinates: position } }, cells);
    if (at === null) return null;
    route.push([sevenDecimals(at.longitude), sevenDecimals(at.latitude)]);
  }
  return route;
}
