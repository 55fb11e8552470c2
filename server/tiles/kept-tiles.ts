import { gzipSync } from 'node:zlib';
import type { SettlementTable } from '../country/table/table.ts';
import { etagOf, type Tile } from './reply.ts';

/** What a kept tile takes beside its bytes. */
const overhead = 300;

interface Kept {
  readonly tile: Tile;
  readonly table: SettlementTable;
  /** Of the table, there, when it was made. */
  readonly revision: number;
}

/** The tiles that were asked for last, compressed, up to so many bytes. */
export class KeptTiles {
  readonly #limit: number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  find(key: string, table: SettlementTable, revision: number): Tile | undefined {
    const kept = this.#kept.get(key);
    if (kept?.table !== table || kept.revision !== revision) return undefined;
    // What was used last stands last.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.tile;
  }

  keep(key: string, table: SettlementTable, revision: number, body: Buffer): Tile {
    const tile = { etag: etagOf(body), bytes: compressed(body), isCompressed: true };
    this.#drop(key);
    this.#kept.set(key, { tile, table, revision });
    this.#bytes += tile.bytes.length + overhead;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
    return tile;
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#bytes -= kept.tile.bytes.length + overhead;
    this.#kept.delete(key);
  }
}

/**
 * Empty where nothing is. The usual level takes twice as long for two bytes in a hundred. What zlib gives lies in memory
 * of many times its size: that is not to be kept with it.
 */
const compressed = (body: Buffer): Buffer => (body.length === 0 ? body : Buffer.from(gzipSync(body, { level: 4 })));
