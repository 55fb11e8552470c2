// Mapbox Vector Tile 2.1: https://github.com/mapbox/vector-tile-spec/tree/master/2.1
import { Memory } from './memory.ts';
import { Values } from './values.ts';
import { varintLength, writeVarint } from './varint.ts';

export const extent = 4096;

const field = { layers: 0x1a, name: 0x0a, features: 0x12, keys: 0x1a, extent: 0x28, version: 0x78 };
const feature = { tags: 0x12, type: 0x18, geometry: 0x22 };
const pointType = 1;
/** Move to one place. */
const moveTo = 9;

/** Before the tags of a point: its field and length, and theirs. */
export const beforeTags = 4;
const head = field.features | (feature.tags << 16);
/** Between them and its place: its type, and the field, length and command of the geometry. */
const beforePlace = 5;
const middle = feature.type | (pointType << 8) | (feature.geometry << 16);
/** More than a point comes to. */
const spare = 128;
/** The most that the field and the length of a layer take. */
const beforeLayer = 9;

/** Writes a key below 128 and the index of a value as tags of a point; gives the place after them. */
export function writeTag(view: DataView, at: number, key: number, value: number): number {
  if (value < 0x80) {
    view.setUint16(at, key | (value << 8), true);
    return at + 2;
  }
  if (value < 0x4000) {
    view.setUint32(at, key | 0x8000 | ((value & 0x7f) << 8) | ((value >>> 7) << 16), true);
    return at + 3;
  }
  if (value < 0x200000) {
    const low = ((value & 0x7f) << 8) | (((value >>> 7) & 0x7f) << 16);
    view.setUint32(at, key | 0x808000 | low | ((value >>> 14) << 24), true);
    return at + 4;
  }
  view.setUint8(at, key);
  return writeVarint(view, at + 1, value);
}

/**
 * Writes a point around its tags: it begins at `start`, they `beforeTags` bytes later, and come to less than 100. Units of
 * the tile from its north-western corner. Gives the place after the point.
 */
export function writePoint(view: DataView, start: number, tagsEnd: number, x: number, y: number): number {
  const end = writeUnit(view, writeUnit(view, tagsEnd + beforePlace, x), y);
  // What does not differ is written with the lengths, four bytes at a time.
  view.setUint32(start, head | ((end - start - 2) << 8) | ((tagsEnd - start - beforeTags) << 24), true);
  view.setUint32(tagsEnd, middle | ((end - tagsEnd - beforePlace + 1) << 24), true);
  view.setUint8(tagsEnd + beforePlace - 1, moveTo);
  return end;
}

/** Writes a place along a side of the tile as geometries have it, doubled; gives the place after it. */
function writeUnit(view: DataView, at: number, unit: number): number {
  if (unit < 0x40) {
    view.setUint8(at, 2 * unit);
    return at + 1;
  }
  view.setUint16(at, ((2 * unit) & 0x7f) | 0x80 | ((unit >>> 6) << 8), true);
  return at + 2;
}

const encoder = new TextEncoder();

function textField(tag: number, text: string): Buffer {
  const bytes = encoder.encode(text);
  return Buffer.concat([numberField(tag, bytes.length), bytes]);
}

function numberField(tag: number, value: number): Buffer {
  const view = new DataView(new ArrayBuffer(1 + varintLength(value)));
  view.setUint8(0, tag);
  writeVarint(view, 1, value);
  return Buffer.from(view.buffer);
}

/** What tiles are written to, one after the other. */
const memory = new Memory(1 << 17);

/** The tile that was encoded last is still read: the next is not written over it. */
export const leaveTile = (): void => memory.leave();

/** Writes one layer of points at a time. */
export class LayerWriter {
  readonly values = new Values();
  readonly #name: Buffer;
  /** Where the first point begins. */
  readonly first: number;
  readonly #keysAndExtent: Buffer;

  constructor(name: string, keys: readonly string[]) {
    this.#name = Buffer.concat([numberField(field.version, 2), textField(field.name, name)]);
    this.first = beforeLayer + this.#name.length;
    const written = keys.map((key) => textField(field.keys, key));
    this.#keysAndExtent = Buffer.concat([...written, numberField(field.extent, extent)]);
  }

  /** What so many points are to be written to, from `first` on, see `writePoint`. */
  begin(points: number): DataView {
    this.values.begin();
    memory.reserve(this.first + points * spare);
    return memory.view;
  }

  /**
   * The tile that has this layer alone, empty where no point was written; the last ends before `pointsEnd`. It is one
   * until the next is begun, see `leaveTile`.
   */
  end(pointsEnd: number): Buffer {
    if (pointsEnd === this.first) return Buffer.alloc(0);
    const rest = [this.#keysAndExtent, this.values.encoded];
    memory.reserve(rest.reduce((length, part) => length + part.length, pointsEnd));
    const { bytes, view } = memory;
    let end = pointsEnd;
    for (const part of rest) {
      bytes.set(part, end);
      end += part.length;
    }
    const name = this.first - this.#name.length;
    bytes.set(this.#name, name);
    const size = end - name;
    const start = name - varintLength(size) - 1;
    view.setUint8(start, field.layers);
    writeVarint(view, start + 1, size);
    return Buffer.from(bytes.buffer, start, end - start);
  }
}
