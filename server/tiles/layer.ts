// Mapbox Vector Tile 2.1: https://github.com/mapbox/vector-tile-spec/tree/master/2.1
import { grown } from '../country/table/grown.ts';
import { Values, varintLength, writeVarint } from './values.ts';

export const extent = 4096;

const field = { layers: 0x1a, name: 0x0a, features: 0x12, keys: 0x1a, extent: 0x28, version: 0x78 };
const feature = { tags: 0x12, type: 0x18, geometry: 0x22 };
const pointType = 1;
/** Move to one place. */
const moveTo = 9;

/** What a feature may come to: a tag takes at most four bytes, and all tags and the rest less than 128. */
const featureSpare = 128;
/** Before the tags of a feature: its field and length, and theirs. */
const beforeTags = 4;
const head = field.features | (feature.tags << 16);
/** Between them and its place: its type, and the field, length and command of the geometry. */
const beforePlace = 5;
const middle = feature.type | (pointType << 8) | (feature.geometry << 16);

/** The same as `writeVarint`, for numbers that mostly take one byte or two. */
function writeSmall(bytes: Uint8Array, at: number, value: number): number {
  if (value < 0x80) {
    bytes[at] = value;
    return at + 1;
  }
  if (value < 0x4000) {
    bytes[at] = value | 0x80;
    bytes[at + 1] = value >>> 7;
    return at + 2;
  }
  return writeVarint(bytes, at, value);
}

/** A key below 128 and a value, in one store where that can be. */
function writeTag(bytes: Uint8Array, view: DataView, at: number, key: number, value: number): number {
  if (value < 0x80) {
    view.setUint16(at, key | (value << 8), true);
    return at + 2;
  }
  if (value < 0x4000) {
    view.setUint32(at, key | 0x8000 | ((value & 0x7f) << 8) | ((value >>> 7) << 16), true);
    return at + 3;
  }
  bytes[at] = key;
  return writeVarint(bytes, at + 1, value);
}

const encoder = new TextEncoder();

function textField(tag: number, text: string): Buffer {
  const bytes = encoder.encode(text);
  const written = Buffer.alloc(1 + varintLength(bytes.length) + bytes.length);
  written[0] = tag;
  written.set(bytes, writeVarint(written, 1, bytes.length));
  return written;
}

/** Writes one layer of points at a time, into memory that it keeps. */
export class LayerWriter {
  readonly values = new Values();
  readonly #name: Buffer;
  readonly #keys: Buffer;
  readonly #tail: Buffer;
  #features = new Uint8Array(1 << 16);
  #view = new DataView(this.#features.buffer);
  #length = 0;

  constructor(name: string, keys: readonly string[]) {
    this.#name = Buffer.concat([Buffer.of(field.version, 2), textField(field.name, name)]);
    this.#keys = Buffer.concat(keys.map((key) => textField(field.keys, key)));
    this.#tail = Buffer.alloc(1 + varintLength(extent));
    this.#tail[0] = field.extent;
    writeVarint(this.#tail, 1, extent);
  }

  begin(): void {
    this.#length = 0;
    this.values.begin();
  }

  /**
   * Writes a point with `count` numbers of `tags`: of each tag the index of its key, below 128, and that of its value.
   * Units of the tile, from its north-western corner.
   */
  point(x: number, y: number, tags: Uint32Array, count: number): void {
    const bytes = this.#features;
    const view = this.#view;
    const start = this.#length;
    let at = start + beforeTags;
    for (let i = 0; i < count; i += 2) {
      at = writeTag(bytes, view, at, tags[i], tags[i + 1]);
    }
    const tagsEnd = at;
    at = writeSmall(bytes, at + beforePlace, 2 * x);
    at = writeSmall(bytes, at, 2 * y);
    // What does not differ is written with the lengths, four bytes at a time.
    view.setUint32(start, head | ((at - start - 2) << 8) | ((tagsEnd - start - beforeTags) << 24), true);
    view.setUint32(tagsEnd, middle | ((at - tagsEnd - beforePlace + 1) << 24), true);
    bytes[tagsEnd + beforePlace - 1] = moveTo;
    this.#length = at;
    if (at + featureSpare > bytes.length) this.#grow();
  }

  #grow(): void {
    this.#features = grown(this.#features);
    this.#view = new DataView(this.#features.buffer);
  }

  /** The tile that has this layer alone; empty where no point was written. */
  end(): Buffer {
    if (this.#length === 0) return Buffer.alloc(0);
    const { values } = this;
    const size = this.#name.length + this.#length + this.#keys.length + values.length + this.#tail.length;
    const tile = Buffer.allocUnsafe(1 + varintLength(size) + size);
    tile[0] = field.layers;
    let at = writeVarint(tile, 1, size);
    const parts = [
      this.#name,
      this.#features.subarray(0, this.#length),
      this.#keys,
      values.bytes.subarray(0, values.length),
      this.#tail,
    ];
    for (const part of parts) {
      tile.set(part, at);
      at += part.length;
    }
    return tile;
  }
}
