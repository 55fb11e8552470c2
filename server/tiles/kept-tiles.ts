import { crc32, gzipSync } from 'node:zlib';
import type { SettlementTable } from '../country/table/table.ts';

/** A tile as it is sent. */
export interface Tile {
  /** Of what is in the tile: the same wherever and whenever that is. */
  readonly etag: string;
  /** Empty where nothing is. */
  readonly body: Buffer;
  readonly gzip: Buffer;
}

/** What a kept tile takes beside its bytes. */
const overhead = 300;

class KeptTile implements Tile {
  readonly etag: string;
  readonly body: Buffer;
  readonly table: SettlementTable;
  /** Of the table, there, when it was made. */
  readonly revision: number;
  #gzip: Buffer | null = null;

  constructor(body: Buffer, table: SettlementTable, revision: number) {
    // Nobody gains by another tile with the same sum, and chance makes one in four billion: not worth a longer one.
    this.etag = `W/"${crc32(body).toString(36)}-${body.length.toString(36)}"`;
    this.body = body;
    this.table = table;
    this.revision = revision;
  }

  /** Made when somebody first takes it. The usual level takes twice as long for two bytes in a hundred. */
  get gzip(): Buffer {
    this.#gzip ??= gzipSync(this.body, { level: 4 });
    return this.#gzip;
  }

  /** What it may come to: a tile shrinks to less than half. */
  get bytes(): number {
    return 1.5 * this.body.length + overhead;
  }
}

/** The tiles that were asked for last, up to so many bytes. */
export class KeptTiles {
  readonly #limit: number;
  readonly #kept = new Map<string, KeptTile>();
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
    const tile = new KeptTile(body, table, revision);
    this.#drop(key);
    this.#kept.set(key, tile);
    this.#bytes += tile.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
    return tile;
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#bytes -= kept.bytes;
    this.#kept.delete(key);
  }
}
