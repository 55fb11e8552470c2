// Boundaries as shapes of a picture: pure.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { worldX, worldY } from '../map/projection.ts';
import type { BoundaryTopology } from './service.ts';

export interface Outline {
  code: string;
  /** Of an SVG path. */
  path: string;
  /** The middle of its largest part. */
  x: number;
  y: number;
  /** Its extent, in the picture's units. */
  width: number;
  height: number;
}

export interface Outlines {
  shapes: Outline[];
  width: number;
  height: number;
}

type Ring = readonly (readonly [x: number, y: number])[];

/** Twice the area of a ring and its centre. */
function centreOf(ring: Ring): { area: number; x: number; y: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0
    ? { area: 0, x: ring[0][0], y: ring[0][1] }
    : { area: Math.abs(area), x: x / area / 3, y: y / area / 3 };
}

const written = (ring: Ring): string => `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;

/** The regions of the country, or the districts of one region, drawn as wide as asked. */
export function outlinesOf(topology: BoundaryTopology, region: string, width: number): Outlines {
  const { regions, districts } = topology.objects;
  const { features } = feature(topology, region === '' ? regions : districts);
  const shown = features.filter(({ properties }) => region === '' || properties.regionCode === region);
  const polygonsOf = (geometry: unknown): Position[][][] => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    return type === 'Polygon' ? [coordinates] : coordinates;
  };
  const worlds = shown.map(({ properties, geometry }) => ({
    code: properties.code,
    rings: polygonsOf(geometry).flatMap((polygon) =>
      polygon.map((ring) => ring.map(([longitude, latitude]) => [worldX(longitude), worldY(latitude)] as const)),
    ),
  }));
  const corners = worlds.flatMap(({ rings }) => rings.flat());
  if (corners.length === 0) return { shapes: [], width, height: 0 };
  const [left, right, top, bottom] = extentOf(corners);
  const scale = width / (right - left);
  return {
    width,
    height: (bottom - top) * scale,
    shapes: worlds.map(({ code, rings }): Outline => {
      const placed = rings.map((ring) => ring.map(([x, y]) => [(x - left) * scale, (y - top) * scale] as const));
      const { x, y } = placed.map(centreOf).reduce((largest, one) => (one.area > largest.area ? one : largest));
      const [west, east, north, south] = extentOf(placed.flat());
      return { code, path: placed.map(written).join(''), x, y, width: east - west, height: south - north };
    }),
  };
}

function extentOf(corners: Ring): [left: number, right: number, top: number, bottom: number] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of corners) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, right, top, bottom];
}
