import { PbfWriter } from 'pbf';

/** A point of a layer, in units of the tile. */
export interface TilePoint {
  x: number;
  y: number;
  tags: Record<string, unknown>;
}

/** A vector tile of one layer of points, as vt-pbf encodes what geojson-vt gives. */
export function encodeLayer(name: string, points: readonly TilePoint[]): Uint8Array {
  const tile = new PbfWriter();
  tile.writeMessage(3, writeLayer, { name, points });
  return tile.finish();
}

function writeLayer({ name, points }: { name: string; points: readonly TilePoint[] }, layer?: PbfWriter): void {
  const keys = new Map<string, number>();
  const values = new Map<unknown, number>();
  layer!.writeVarintField(15, 2);
  layer!.writeStringField(1, name);
  layer!.writeVarintField(5, 4096);
  for (const point of points) layer!.writeMessage(2, writeFeature, { point, keys, values });
  for (const key of keys.keys()) layer!.writeStringField(3, key);
  for (const value of values.keys()) layer!.writeMessage(4, writeValue, value);
}

interface Feature {
  point: TilePoint;
  keys: Map<string, number>;
  values: Map<unknown, number>;
}

function writeFeature({ point: { x, y, tags }, keys, values }: Feature, feature?: PbfWriter): void {
  const written: number[] = [];
  for (const key in tags) {
    if (tags[key] !== null) written.push(numberOf(keys, key), numberOf(values, tags[key]));
  }
  feature!.writePackedVarint(2, written);
  feature!.writeVarintField(3, 1);
  feature!.writePackedVarint(4, [9, 2 * x, 2 * y]);
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function writeValue(value: unknown, writer?: PbfWriter): void {
  if (typeof value === 'string') writer!.writeStringField(1, value);
  else if (typeof value === 'boolean') writer!.writeBooleanField(7, value);
  else writer!.writeVarintField(5, value as number);
}
