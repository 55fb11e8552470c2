import type { MultiPolygon, Polygon } from 'geojson';

/**
 * Polygons in flat arrays: the rings one after the other, every ring closed.
 * Ring r holds the vertices ringStart[r] to ringStart[r + 1] - 1.
 */
export interface Area {
  /** Longitude and latitude in degrees, by vertex. */
  x: Float64Array;
  y: Float64Array;
  ringStart: Uint32Array;
  /** 1 where the ring is the shell of a polygon, 0 where it is a hole in the shell before it. */
  isShell: Uint8Array;
}

/** A ring that does not end where it began is closed. Elevations are left out. */
export function areaOf(geometry: Polygon | MultiPolygon): Area {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let vertices = 0;
  let rings = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      rings++;
      vertices += ring.length + (isOpen(ring) ? 1 : 0);
    }
  }
  const area: Area = {
    x: new Float64Array(vertices),
    y: new Float64Array(vertices),
    ringStart: new Uint32Array(rings + 1),
    isShell: new Uint8Array(rings),
  };
  let vertex = 0;
  let ringIndex = 0;
  for (const polygon of polygons) {
    for (let part = 0; part < polygon.length; part++) {
      const ring = polygon[part];
      for (let i = 0; i < ring.length; i++) {
        area.x[vertex] = ring[i][0];
        area.y[vertex++] = ring[i][1];
      }
      if (isOpen(ring)) {
        area.x[vertex] = ring[0][0];
        area.y[vertex++] = ring[0][1];
      }
      area.isShell[ringIndex++] = part === 0 ? 1 : 0;
      area.ringStart[ringIndex] = vertex;
    }
  }
  return area;
}

function isOpen(ring: Polygon['coordinates'][number]): boolean {
  const last = ring.length - 1;
  return last > 0 && (ring[0][0] !== ring[last][0] || ring[0][1] !== ring[last][1]);
}
