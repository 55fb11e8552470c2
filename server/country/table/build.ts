import { Status } from '../../assessment/schema.ts';
import { mortonOf, orderOf, worldX, worldY } from './morton.ts';
import type { SettlementBlock } from './queries.ts';
import { textsOfRow } from './row-texts.ts';
import { searchTextsOf } from './search.ts';
import { Texts } from './texts.ts';

export const statuses = Status.options;
/** The status of a settlement that was not assessed. */
export const notAssessed = statuses.length;

const statusByLetters = new Map(statuses.map((status, i) => [status.slice(0, 3), i]));

/** What the letters of the settlement at `i` say was found of it. */
export function readStatus(letters: Buffer, i: number): { status: number; flagged: boolean } {
  const written = letters.toString('latin1', i * 3, i * 3 + 3);
  const lower = written.toLowerCase();
  return { status: statusByLetters.get(lower) ?? notAssessed, flagged: written !== lower };
}

/** The columns of a table, see there. */
export interface TableColumns {
  longitude: Float64Array;
  latitude: Float64Array;
  x: Int32Array;
  y: Int32Array;
  morton: Float64Array;
  region: Uint16Array;
  population: Int32Array;
  status: Uint8Array;
  flagged: Uint8Array;
  byKey: Uint32Array;
  /** How many settlements each region has. */
  sizes: number[];
  textBytes: Uint8Array;
  textStarts: Uint32Array;
  nameBytes: Uint8Array;
  nameStarts: Uint32Array;
  codeBytes: Uint8Array;
  codeStarts: Uint32Array;
}

/** Puts the blocks of all regions, in the order of their codes, in the order of rows: a list of one. */
export function columnsOf({ blocks: copied }: { blocks: readonly SettlementBlock[] }): [TableColumns] {
  const blocks = copied.map(withBuffers);
  const sizes = blocks.map(({ settlements }) => settlements);
  const size = sizes.reduce((sum, settlements) => sum + settlements, 0);
  const places = placesOf(blocks, size);
  const order = orderOf(places.keys);
  const columns = {
    longitude: new Float64Array(size),
    latitude: new Float64Array(size),
    x: new Int32Array(size),
    y: new Int32Array(size),
    morton: new Float64Array(size),
    region: new Uint16Array(size),
    population: new Int32Array(size),
    status: new Uint8Array(size),
    flagged: new Uint8Array(size),
    byKey: new Uint32Array(size),
  };
  const texts = new Texts();
  for (let row = 0; row < size; row++) {
    const at = order[row];
    const region = places.region[at];
    const { population, statuses: letters, lengths, texts: source } = blocks[region];
    const i = places.index[at];
    columns.longitude[row] = places.longitude[at];
    columns.latitude[row] = places.latitude[at];
    columns.x[row] = worldX(places.longitude[at]);
    columns.y[row] = worldY(places.latitude[at]);
    columns.morton[row] = places.keys[at];
    columns.region[row] = region;
    columns.population[row] = population.readInt32BE(i * 4);
    const { status, flagged } = readStatus(letters, i);
    columns.status[row] = status;
    columns.flagged[row] = flagged ? 1 : 0;
    columns.byKey[at] = row;
    // In the order of rows too, so that the texts of a tile lie together in memory.
    let from = places.textsFrom[at];
    for (let text = 0; text < textsOfRow; text++) {
      const before = from + lengths.readInt32BE((i * textsOfRow + text) * 4);
      texts.add(source, from, before);
      from = before;
    }
  }
  texts.close();
  const { names, codes } = searchTextsOf(size, texts);
  return [
    {
      ...columns,
      sizes,
      textBytes: texts.bytes,
      textStarts: texts.starts,
      nameBytes: names.bytes,
      nameStarts: names.starts,
      codeBytes: codes.bytes,
      codeStarts: codes.starts,
    },
  ];
}

/** Buffers that came from another thread are bytes. */
function withBuffers(block: SettlementBlock): SettlementBlock {
  const buffer = ({ buffer: memory, byteOffset, byteLength }: Uint8Array) =>
    Buffer.from(memory, byteOffset, byteLength);
  return {
    settlements: block.settlements,
    longitude: buffer(block.longitude),
    latitude: buffer(block.latitude),
    population: buffer(block.population),
    lengths: buffer(block.lengths),
    texts: buffer(block.texts),
    statuses: buffer(block.statuses),
  };
}

/** Of all settlements, block by block: where they are, on the ground, on the curve and in their blocks. */
function placesOf(blocks: readonly SettlementBlock[], size: number) {
  const places = {
    longitude: new Float64Array(size),
    latitude: new Float64Array(size),
    keys: new Float64Array(size),
    region: new Uint16Array(size),
    /** Its number in its block, and where its texts begin there. */
    index: new Uint32Array(size),
    textsFrom: new Uint32Array(size),
  };
  let at = 0;
  for (const [region, { settlements, longitude, latitude, lengths }] of blocks.entries()) {
    let textsFrom = 0;
    for (let i = 0; i < settlements; i++, at++) {
      places.longitude[at] = longitude.readDoubleBE(i * 8);
      places.latitude[at] = latitude.readDoubleBE(i * 8);
      places.keys[at] = mortonOf(worldX(places.longitude[at]), worldY(places.latitude[at]));
      places.region[at] = region;
      places.index[at] = i;
      places.textsFrom[at] = textsFrom;
      for (let text = 0; text < textsOfRow; text++) textsFrom += lengths.readInt32BE((i * textsOfRow + text) * 4);
    }
  }
  return places;
}
