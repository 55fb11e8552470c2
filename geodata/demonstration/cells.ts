import { featureCollection, point, voronoi } from '@turf/turf';
import type { Position } from 'geojson';
import { onGrid, signedArea } from './geometry.ts';
import type { Random } from './random.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { ceil, floor, max, min } = Math;

/** A side of one or two cells, with the cell on its left (and -1 or the other on its right). Degrees. */
export interface CellEdge {
  from: Position;
  to: Position;
  left: number;
  right: number;
}

/** A tiling of a box by Voronoi cells of some 28 km: what districts are made of, so that their edges are ragged. */
export interface Cells {
  /** Longitude and latitude of each cell's centre, degrees. */
  centres: Position[];
  edges: CellEdge[];
  /** The cells beside each. */
  neighbours: number[][];
  /** The cell that holds a point. */
  at(longitude: number, latitude: number): number;
}

/** Degrees of latitude between rows of centres. */
const step = 0.25;

/** Longitudes are multiplied by this before cells are measured: the length of a degree at 48° N. */
const aspect = 0.669;

/** Jittered centres over a box of degrees, those nearest to `fixed` points moved onto them. */
export function layCells(box: [number, number, number, number], fixed: readonly Position[], random: Random): Cells {
  const [west, south, east, north] = [box[0] * aspect - step, box[1] - step, box[2] * aspect + step, box[3] + step];
  const columns = ceil((east - west) / step);
  const rows = ceil((north - south) / step);
  const sites: Position[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = west + (column + 0.5 + random.between(-0.4, 0.4)) * step;
      sites.push([x, south + (row + 0.5 + random.between(-0.4, 0.4)) * step]);
    }
  }
  const at = (longitude: number, latitude: number) => {
    const x = longitude * aspect;
    const column = floor((x - west) / step);
    const row = floor((latitude - south) / step);
    let nearest = -1;
    let least = Infinity;
    for (let r = max(0, row - 2); r <= min(rows - 1, row + 2); r++) {
      for (let c = max(0, column - 2); c <= min(columns - 1, column + 2); c++) {
        const site = sites[r * columns + c];
        const distance = (site[0] - x) ** 2 + (site[1] - latitude) ** 2;
        if (distance < least) {
          least = distance;
          nearest = r * columns + c;
        }
      }
    }
    return nearest;
  };
  for (const [longitude, latitude] of fixed) sites[at(longitude, latitude)] = [longitude * aspect, latitude];

  const bounds: [number, number, number, number] = [west, south, west + columns * step, south + rows * step];
  const polygons = voronoi(featureCollection(sites.map((site) => point(site))), { bbox: bounds }).features;
  const edges = new Map<string, CellEdge>();
  const neighbours: number[][] = sites.map(() => []);
  for (const [cell, { geometry }] of polygons.entries()) {
    const drawn = geometry.coordinates[0].map(([x, y]) => onGrid([x / aspect, y]));
    const ring = signedArea(drawn) > 0 ? drawn : drawn.toReversed();
    for (let i = 1; i < ring.length; i++) {
      const known = edges.get(`${ring[i]} ${ring[i - 1]}`);
      if (known) {
        known.right = cell;
        neighbours[cell].push(known.left);
        neighbours[known.left].push(cell);
      } else if (`${ring[i]}` !== `${ring[i - 1]}`) {
        edges.set(`${ring[i - 1]} ${ring[i]}`, { from: ring[i - 1], to: ring[i], left: cell, right: -1 });
      }
    }
  }
  return { centres: sites.map(([x, y]) => [x / aspect, y]), edges: [...edges.values()], neighbours, at };
}
