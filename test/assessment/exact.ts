import type { MultiPolygon, Polygon, Position } from 'geojson';

type Point = readonly [number, number];

const bits = new DataView(new ArrayBuffer(8));

/** A number in floating point as a whole number of the smallest there is, 2^-1074: nothing is lost. */
function whole(value: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
  return value < 0 ? -size : size;
}

/** Above zero where the point lies to the left of a → b, zero where the three are in line; in whole numbers. */
function turn([ax, ay]: Position, [bx, by]: Position, [x, y]: Point): number {
  const left = (whole(bx) - whole(ax)) * (whole(y) - whole(ay));
  const right = (whole(by) - whole(ay)) * (whole(x) - whole(ax));
  return left > right ? 1 : left < right ? -1 : 0;
}

/** The same as PostGIS computes it, in floating point and with no more ado. */
const roundedTurn = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Point): number =>
  Math.sign((bx - ax) * (y - ay) - (x - ax) * (by - ay));

const edgesOf = (ring: Position[]) => ring.slice(1).map((to, i): [Position, Position] => [ring[i], to]);

const ringsOf = ({ type, coordinates }: Polygon | MultiPolygon): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/** Whether a geometry covers a point, by the definition and in whole numbers: slow, and beyond doubt. */
export function coversExactly(geometry: Polygon | MultiPolygon, point: Point): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some(
    ([shell, ...holes]) =>
      sideOf(shell, point) !== 'outside' && holes.every((hole) => sideOf(hole, point) !== 'inside'),
  );
}

function sideOf(ring: Position[], point: Point): 'inside' | 'edge' | 'outside' {
  const [x, y] = point;
  let isInside = false;
  for (const [a, b] of edgesOf(ring)) {
    const inBox =
      Math.min(a[0], b[0]) <= x && x <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= y && y <= Math.max(a[1], b[1]);
    const side = turn(a, b, point);
    if (inBox && side === 0) return 'edge';
    if (a[1] <= y !== b[1] <= y && side > 0 === b[1] > a[1]) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
}

/** Whether rounding alone puts a point on the wrong side of an edge that it lies beside. */
export function isMisjudgedByRounding(geometry: Polygon | MultiPolygon, point: Point): boolean {
  return ringsOf(geometry)
    .flatMap(edgesOf)
    .some(
      ([a, b]) =>
        Math.min(a[1], b[1]) <= point[1] &&
        point[1] <= Math.max(a[1], b[1]) &&
        turn(a, b, point) !== roundedTurn(a, b, point),
    );
}
