import { AreaBuilder, type Area } from './area.ts';

const POINT = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;

/** A geometry in two dimensions as ST_AsBinary gives it. Throws RangeError for a kind that no evidence has. */
export function readWkb(bytes: Uint8Array): { type: 'point'; x: number; y: number } | { type: 'area'; area: Area } {
  const reader = new WkbReader(bytes);
  const kind = reader.header();
  if (kind === POINT) return { type: 'point', x: reader.double(), y: reader.double() };
  if (kind !== POLYGON && kind !== MULTIPOLYGON) {
    throw new RangeError(`A geometry of WKB type ${kind} places no evidence; a point or polygons were expected`);
  }
  // Sixteen bytes a vertex, and more than as much for each ring that might have to be closed.
  const builder = new AreaBuilder(bytes.byteLength >> 3);
  if (kind === POLYGON) reader.polygon(builder);
  else {
    for (let parts = reader.count(); parts > 0; parts--) {
      reader.header();
      reader.polygon(builder);
    }
  }
  return { type: 'area', area: builder.build() };
}

class WkbReader {
  readonly #view: DataView;
  #offset = 0;
  #littleEndian = true;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The byte order, which holds for what follows, and then the kind of geometry. */
  header(): number {
    this.#littleEndian = this.#view.getUint8(this.#offset++) === 1;
    return this.count();
  }

  count(): number {
    const value = this.#view.getUint32(this.#offset, this.#littleEndian);
    this.#offset += 4;
    return value;
  }

  double(): number {
    const value = this.#view.getFloat64(this.#offset, this.#littleEndian);
    this.#offset += 8;
    return value;
  }

  polygon(builder: AreaBuilder): void {
    const rings = this.count();
    for (let ring = 0; ring < rings; ring++) {
      for (let points = this.count(); points > 0; points--) builder.addVertex(this.double(), this.double());
      builder.endRing(ring === 0);
    }
  }
}
