import type { Polygon, Position } from 'geojson';
import { longitudeScale, metresPerDegree, round5 } from './geometry.ts';
import type { Random } from './random.ts';

/**
 * An irregular area around a point, as radio reaches: some farther along open ground, less behind hills. Star-shaped,
 * so that it never crosses itself.
 *
 * @param radius mean, kilometres
 */
export function blobAround([longitude, latitude]: Position, radius: number, random: Random): Polygon {
  const vertices = 14 + random.below(9);
  const phases = [random.uniform(), random.uniform(), random.uniform()].map((turn) => turn * 2 * Math.PI);
  const degrees = (radius * 1000) / metresPerDegree;
  const ring: Position[] = [];
  for (let i = 0; i < vertices; i++) {
    const angle = (i / vertices) * 2 * Math.PI;
    const uneven =
      1 +
      0.24 * Math.sin(2 * angle + phases[0]) +
      0.15 * Math.sin(3 * angle + phases[1]) +
      0.1 * Math.sin(5 * angle + phases[2]) +
      random.between(-0.07, 0.07);
    const north = latitude + degrees * uneven * Math.sin(angle);
    ring.push([round5(longitude + (degrees * uneven * Math.cos(angle)) / longitudeScale(latitude)), round5(north)]);
  }
  ring.push(ring[0]);
  return { type: 'Polygon', coordinates: [ring] };
}
