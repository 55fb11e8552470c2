// The world as a square of 2²⁶ by 2²⁶ units in Web Mercator, and the curve through it on which any tile is one range.

/** Bits of a world coordinate: 14 zooms, each doubling, of tiles of 2¹² units. */
export const worldBits = 26;
const worldSize = 2 ** worldBits;

const clamp = (value: number) => Math.min(worldSize - 1, Math.max(0, Math.floor(value)));

/** Units from the western edge. Longitude in degrees; 180 is the last unit. */
export const worldX = (longitude: number): number => clamp((longitude / 360 + 0.5) * worldSize);

/** Units from the northern edge. Beyond the latitudes that Web Mercator has, the nearest unit that there is. */
export function worldY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize);
}

/** Degrees of the middle of a world unit. */
export const longitudeOf = (x: number): number => ((x + 0.5) / worldSize - 0.5) * 360;
export const latitudeOf = (y: number): number =>
  (Math.atan(Math.sinh((0.5 - (y + 0.5) / worldSize) * 2 * Math.PI)) * 180) / Math.PI;

/** Thirteen bits with a zero before each. */
function spread(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

const half = 2 ** 13;

/** The place of a unit on the curve: the bits of x and y in turn, 52 of them. */
export function mortonOf(x: number, y: number): number {
  const high = spread(x >>> 13) | (spread(y >>> 13) << 1);
  const low = spread(x & (half - 1)) | (spread(y & (half - 1)) << 1);
  return high * half * half + low;
}

/** The first index whose key is not below `key`. */
export function lowerBound(sorted: Float64Array | Uint32Array, key: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle] < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The rows of a tile, from and before. `keys` are sorted. */
export function rowsOfTile(keys: Float64Array, z: number, x: number, y: number): [from: number, before: number] {
  const side = worldSize / 2 ** z;
  const first = mortonOf(x * side, y * side);
  return [lowerBound(keys, first), lowerBound(keys, first + side * side)];
}

const digitBits = 13;
const digits = 2 ** digitBits;

/** The order that sorts the keys, as indices into them; equal keys keep theirs. */
export function orderOf(keys: Float64Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, i) => i);
  let sorted = new Uint32Array(keys.length);
  for (let divisor = 1; divisor < 2 ** (2 * worldBits); divisor *= digits) {
    const digitOf = (row: number) => Math.floor(keys[row] / divisor) % digits;
    const starts = new Uint32Array(digits + 1);
    for (let i = 0; i < order.length; i++) starts[digitOf(order[i]) + 1]++;
    for (let digit = 0; digit < digits; digit++) starts[digit + 1] += starts[digit];
    for (let i = 0; i < order.length; i++) sorted[starts[digitOf(order[i])]++] = order[i];
    [order, sorted] = [sorted, order];
  }
  return order;
}
