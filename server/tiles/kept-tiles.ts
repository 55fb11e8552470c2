import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SettlementTable } from '../country/table/table.ts';

/** A tile as it is sent. */
export interface Tile {
  /** Of what is in the tile: the same wherever and whenever that is. */
  etag: string;
  /** Empty where nothing is. */
  body: Buffer;
  gzip: Buffer;
}

interface Kept extends Tile {
  table: SettlementTable;
  /** Of the table, there, when it was made. */
  revision: number;
}

/** What a kept tile takes beside its bytes. */
const overhead = 300;

/** The tiles that were asked for last, up to so many bytes. */
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
    return kept;
  }

  keep(key: string, table: SettlementTable, revision: number, body: Buffer): Tile {
    const tile: Kept = { ...tileOf(body), table, revision };
    this.#drop(key);
    this.#kept.set(key, tile);
    this.#bytes += sizeOf(tile);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
    return tile;
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#bytes -= sizeOf(kept);
    this.#kept.delete(key);
  }
}

const sizeOf = ({ body, gzip }: Tile) => body.length + gzip.length + overhead;

const tileOf = (body: Buffer): Tile => ({
  etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  body,
  gzip: body.length === 0 ? body : gzipSync(body, { level: 6 }),
});
