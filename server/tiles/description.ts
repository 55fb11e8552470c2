// What other programs need to show the tiles: TileJSON 3.0 (QGIS, MapLibre) and a MapLibre style.
import type { Stage } from '../assignments/schema.ts';
import type { TileDescription } from './schema.ts';
import { deepestZoom } from './schema.ts';
import { groupKeys } from './cells.ts';
import { settlementKeys, settlementsFrom } from './settlements-layer.ts';

const kinds: Partial<Record<string, string>> = {
  population: 'Number',
  flagged: 'Boolean',
  overdue: 'Boolean',
  assignments: 'Number',
};

/** `base` is what the tiles lie below, such as `https://baylanys.example/api`; bounds in degrees. */
export function tileJsonOf(base: string, [west, south, east, north]: readonly number[]): TileDescription {
  return {
    tilejson: '3.0.0',
    name: 'Baylanys',
    tiles: [`${base}/tiles/{z}/{x}/{y}.mvt`],
    minzoom: 0,
    maxzoom: deepestZoom,
    bounds: [west, south, east, north],
    attribution: 'Baylanys',
    vector_layers: [
      {
        id: 'groups',
        description: 'Settlements of a cell together, in the middle of them',
        minzoom: 0,
        maxzoom: settlementsFrom - 1,
        fields: Object.fromEntries(groupKeys.map((key) => [key, 'Number'])),
      },
      {
        id: 'settlements',
        description: 'Settlements one by one, each with the assignment that stands for it',
        minzoom: settlementsFrom,
        maxzoom: deepestZoom,
        fields: Object.fromEntries(settlementKeys.map((key) => [key, kinds[key] ?? 'String'])),
      },
    ],
  };
}

/** The colours of the map's symbols. */
const colour = {
  other: '#dddddd',
  flagged: '#868686',
  proposed: '#8e26af',
  accepted: '#4e8fff',
  construction: '#000033',
  operational: '#09533f',
  overdue: '#f35a00',
};

type Filter = unknown[];

const is = (key: string): Filter => ['==', ['get', key], true];
const has = (key: string): Filter => ['has', key];
const not = (filter: Filter): Filter => ['!', filter];
const above = (key: string, value: number): Filter => ['>', ['get', key], value];
const atMost = (key: string, value: number): Filter => ['<=', ['get', key], value];
const all = (...filters: Filter[]): Filter => ['all', ...filters];
const stage = (...stages: Stage[]): Filter => ['match', ['get', 'stage'], stages, true, false];

const unassigned: Filter = ['any', not(has('stage')), stage('declined', 'cancelled')];

/** What tells groups apart; the worst is drawn last. */
const groupColours: readonly [string, string, Filter][] = [
  ['served', colour.operational, all(atMost('flagged', 0), atMost('overdue', 0))],
  ['flagged', colour.flagged, all(above('flagged', 0), atMost('overdue', 0))],
  ['overdue', colour.overdue, above('overdue', 0)],
];

/** Of more than so many settlements and of at most so many, pixels. */
const groupRadii: readonly [number, number, number][] = [
  [0, 3, 2.5],
  [3, 10, 4],
  [10, 30, 5.5],
  [30, 100, 7.5],
  [100, 1000, 10.5],
  [1000, 1e9, 14],
];

/** What tells settlements apart; the worst is drawn last. */
const settlementColours: readonly [string, string, Filter][] = [
  ['other', colour.other, all(unassigned, not(is('flagged')))],
  ['flagged', colour.flagged, all(unassigned, is('flagged'))],
  ['proposed', colour.proposed, stage('draft', 'proposed', 'countered', 'returned')],
  ['accepted', colour.accepted, stage('accepted', 'approved')],
  ['construction', colour.construction, stage('under_construction')],
  ['operational', colour.operational, stage('operational', 'verified')],
  ['overdue', colour.overdue, is('overdue')],
];

/**
 * Circles in the colours of the map; no glyphs and no sprite are loaded from anywhere. A layer for each colour and size,
 * told by its filter: the converter of QGIS knows filters, and neither cases nor arithmetic in a colour or a radius.
 */
export function styleOf(base: string) {
  const layer = (id: string, sourceLayer: string, filter: Filter, paint: object) => ({
    id,
    type: 'circle',
    source: 'baylanys',
    'source-layer': sourceLayer,
    filter,
    paint,
  });
  const groups = groupColours.flatMap(([name, colour, filter]) =>
    groupRadii.map(([more, most, radius]) =>
      layer(`groups-${name}-${more}`, 'groups', all(filter, above('settlements', more), atMost('settlements', most)), {
        'circle-radius': radius,
        'circle-color': colour,
        'circle-opacity': 0.8,
      }),
    ),
  );
  const settlements = settlementColours.map(([name, colour, filter]) =>
    layer(`settlements-${name}`, 'settlements', filter, {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], settlementsFrom, 2.5, deepestZoom, 8],
      'circle-color': colour,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1,
    }),
  );
  return {
    version: 8,
    name: 'Baylanys',
    sources: { baylanys: { type: 'vector', url: `${base}/tiles.json` } },
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fbfaf7' } }, ...groups, ...settlements],
  };
}
