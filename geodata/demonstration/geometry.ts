import type { Position } from 'geojson';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { PI, cos, floor, max, min, round, sqrt } = Math;

/** Metres in a degree of latitude, near enough for laying out an invented country. */
export const metresPerDegree = 111_320;

/** Coordinates have five decimals, about a metre: what the files carry, so that nothing moves when they are read. */
export function round5(degrees: number): number {
  return round(degrees * 1e5) / 1e5;
}

export function onGrid([longitude, latitude]: Position): Position {
  return [round5(longitude), round5(latitude)];
}

/** Length of a degree of longitude there, as a share of a degree of latitude. */
export function longitudeScale(latitude: number): number {
  return cos((latitude * PI) / 180);
}

/** Kilometres between two points near each other, on a sphere flattened at their mean latitude. */
export function kilometres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const x = (lon2 - lon1) * longitudeScale((lat1 + lat2) / 2);
  const y = lat2 - lat1;
  return (sqrt(x * x + y * y) * metresPerDegree) / 1000;
}

/** Twice the planar area of a closed ring; positive when the ring runs counterclockwise. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum;
}

/** Tells whether a point is inside a closed ring, its edges sorted into bands of latitude so that few are looked at. */
export function insideTest(ring: readonly Position[]): (longitude: number, latitude: number) => boolean {
  const south = min(...ring.map((p) => p[1]));
  const north = max(...ring.map((p) => p[1]));
  const bandCount = ring.length;
  const bandOf = (latitude: number) => floor(((latitude - south) / (north - south)) * (bandCount - 1));
  const bands: number[][] = Array.from({ length: bandCount }, () => []);
  for (let i = 1; i < ring.length; i++) {
    const ends = [bandOf(ring[i - 1][1]), bandOf(ring[i][1])];
    for (let band = min(...ends); band <= max(...ends); band++) bands[band].push(i);
  }
  return (longitude, latitude) => {
    let inside = false;
    for (const i of bands[bandOf(latitude)] ?? []) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > latitude !== y2 > latitude && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) {
        inside = !inside;
      }
    }
    return inside;
  };
}
