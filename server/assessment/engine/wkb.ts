import type { Area } from './area.ts';

const POINT = 1;
const POLYGON = 3;
const MULTIPOLYGON = 6;

/** A geometry in two dimensions as ST_AsBinary gives it. Throws RangeError for a kind that no evidence has. */
export function readWkb(bytes: Uint8Array): { type: 'point'; x: number; y: number } | { type: 'area'; area: Area } {
  const reader = new WkbReader(bytes);
  const kind = reader.header();
  switch (kind) {
    case POINT:
      return { type: 'point', x: reader.double(), y: reader.double() };
    case POLYGON:
      reader.polygon();
      break;
    case MULTIPOLYGON:
      for (let parts = reader.count(); parts > 0; parts--) {
        reader.header();
        reader.polygon();
      }
      break;
    default:
      throw new RangeError(`A geometry of WKB type ${kind} places no evidence; a point or polygons were expected`);
  }
  return { type: 'area', area: reader.area() };
}

class WkbReader {
  readonly #view: DataView;
  #offset = 0;
  #littleEndian = true;
  #vertices = 0;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #ringStart: number[] = [0];
  readonly #isShell: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Two doubles a vertex: room for more than there can be.
    this.#x = new Float64Array(bytes.byteLength >> 4);
    this.#y = new Float64Array(bytes.byteLength >> 4);
  }

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

  polygon(): void {
    const rings = this.count();
    for (let ring = 0; ring < rings; ring++) {
      for (let points = this.count(); points > 0; points--) {
        this.#x[this.#vertices] = this.double();
        this.#y[this.#vertices++] = this.double();
      }
      this.#ringStart.push(this.#vertices);
      this.#isShell.push(ring === 0 ? 1 : 0);
    }
  }

  area(): Area {
    return {
      x: this.#x.subarray(0, this.#vertices),
      y: this.#y.subarray(0, this.#vertices),
      ringStart: Uint32Array.from(this.#ringStart),
      isShell: Uint8Array.from(this.#isShell),
    };
  }
}
