// What other programs need to show the tiles: TileJSON 3.0 (QGIS, MapLibre) and a MapLibre style.
import type { TileDescription } from './schema.ts';
import { deepestZoom } from './schema.ts';
import { groupKeys } from './groups-layer.ts';
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

const colourOfStage = [
  'match',
  ['coalesce', ['get', 'stage'], ''],
  ['draft', 'proposed', 'countered', 'returned'],
  colour.proposed,
  ['accepted', 'approved'],
  colour.accepted,
  'under_construction',
  colour.construction,
  ['operational', 'verified'],
  colour.operational,
  ['case', ['==', ['get', 'flagged'], true], colour.flagged, colour.other],
];

/** Circles in the colours of the map; no glyphs and no sprite are loaded from anywhere. */
export function styleOf(base: string) {
  return {
    version: 8,
    name: 'Baylanys',
    sources: { baylanys: { type: 'vector', url: `${base}/tiles.json` } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#fbfaf7' } },
      {
        id: 'groups',
        type: 'circle',
        source: 'baylanys',
        'source-layer': 'groups',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'settlements']], 0, 2, 5, 16],
          'circle-color': [
            'case',
            ['>', ['get', 'overdue'], 0],
            colour.overdue,
            ['>', ['get', 'flagged'], 0],
            colour.flagged,
            colour.operational,
          ],
          'circle-opacity': 0.8,
        },
      },
      {
        id: 'settlements',
        type: 'circle',
        source: 'baylanys',
        'source-layer': 'settlements',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], settlementsFrom, 2.5, deepestZoom, 8],
          'circle-color': ['case', ['==', ['get', 'overdue'], true], colour.overdue, colourOfStage],
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 1,
        },
      },
    ],
  };
}
