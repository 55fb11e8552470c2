import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { FileRecord } from '../files/record.ts';
import type { Cells } from './cells.ts';

/** The polygons of a geometry, each as its rings: the outer one first. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/**
 * The area of a record, without heights. Null where it is missing or its rings
 * cannot be read as rings, and the fault is noted. Crossings are looked for apart.
 */
export function areaOfRecord(record: FileRecord, cells: Cells): Polygon | MultiPolygon | null {
  const { geometry } = record;
  if (geometry === null || geometry === undefined) cells.fault(null, 'no-geometry');
  else if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    cells.fault(null, 'wrong-geometry', geometry.type);
  else if (!Array.isArray(geometry.coordinates) || geometry.coordinates.length === 0) cells.fault(null, 'no-geometry');
  else if (polygonsOf(geometry).every((rings) => ringsAreSound(rings, cells))) return flat(geometry);
  return null;
}

function ringsAreSound(rings: Position[][], cells: Cells): boolean {
  if (!Array.isArray(rings) || rings.length === 0) {
    cells.fault(null, 'no-geometry');
    return false;
  }
  return rings.every((ring) => ringIsSound(ring, cells));
}

function ringIsSound(ring: Position[], cells: Cells): boolean {
  if (!Array.isArray(ring) || ring.length < 4) {
    cells.fault(null, 'short-ring', ring?.length ?? 0);
    return false;
  }
  for (const position of ring) {
    const [x, y] = Array.isArray(position) ? position : [];
    if (Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) <= 180 && Math.abs(y) <= 90) continue;
    const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
    cells.fault(null, swapped ? 'swapped-axes' : 'bad-coordinates', `${x}, ${y}`);
    return false;
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first[0] === last[0] && first[1] === last[1]) return true;
  cells.fault(null, 'unclosed-ring', `${first[0]}, ${first[1]} … ${last[0]}, ${last[1]}`);
  return false;
}

function flat(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = polygonsOf(geometry).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
