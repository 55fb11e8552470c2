import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Status } from '../../server/assessment/schema.ts';
import type { Stage } from '../../server/assignments/schema.ts';
import type { Names, SettlementKey } from '../../server/places/schema.ts';
import { type Mark, markOf } from '../map/stage.ts';

/** What a tile tells of a settlement. */
export interface Outline extends SettlementKey {
  names: Names;
  population: number | null;
  status: Status;
  flagged: boolean;
  mark: Mark;
  /** Degrees. */
  longitude: number;
  latitude: number;
}

/** Settlements that a tile of a wide view tells together. */
export interface Group {
  longitude: number;
  latitude: number;
  settlements: number;
  flagged: number;
  overdue: number;
}

export interface Tile {
  outlines: Outline[];
  groups: Group[];
}

/** The address of a tile: zoom, and its place from the west and the north. */
export type TilePlace = readonly [z: number, x: number, y: number];

function featuresOf(tile: VectorTile, layer: string): VectorTileFeature[] {
  const found = tile.layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found.feature(i));
}

/** Degrees of a point that lies so far into a tile. */
function placeOf(feature: VectorTileFeature, [z, x, y]: TilePlace): { longitude: number; latitude: number } {
  const [[point]] = feature.loadGeometry();
  const side = 2 ** z;
  const north = 0.5 - (y + point.y / feature.extent) / side;
  return {
    longitude: ((x + point.x / feature.extent) / side - 0.5) * 360,
    latitude: (Math.atan(Math.sinh(north * 2 * Math.PI)) * 180) / Math.PI,
  };
}

function outlineOf(feature: VectorTileFeature, at: TilePlace): Outline {
  const { region, code, kk, ru, en, population, status, flagged, stage, finish, overdue } = feature.properties;
  const isFlagged = flagged === true;
  const assignment = { stage: stage as Stage, finishQuarter: String(finish), inTime: overdue !== true };
  return {
    regionCode: String(region),
    code: String(code),
    names: { kk: String(kk ?? ''), ru: String(ru ?? ''), en: String(en ?? '') },
    population: typeof population === 'number' ? population : null,
    status: (status ?? 'unknown') as Status,
    flagged: isFlagged,
    // The service has looked at the quarter already.
    mark: overdue === true ? 'overdue' : markOf(isFlagged, stage ? [assignment] : [], ''),
    ...placeOf(feature, at),
  };
}

function groupOf(feature: VectorTileFeature, at: TilePlace): Group {
  const count = (name: string) => Number(feature.properties[name] ?? 0);
  return {
    settlements: count('settlements'),
    flagged: count('flagged'),
    overdue: count('overdue'),
    ...placeOf(feature, at),
  };
}

/** Reads a vector tile. */
export function readTile(bytes: ArrayBuffer, at: TilePlace): Tile {
  const tile = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  return {
    outlines: featuresOf(tile, 'settlements').map((feature) => outlineOf(feature, at)),
    groups: featuresOf(tile, 'groups').map((feature) => groupOf(feature, at)),
  };
}
