import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { type Fault, inWords, reasons } from './checks/reasons.ts';
import type { FileRecord, OpenedFile } from './files/record.ts';

/** Columns that are added to the file's own. */
const added = ['rejected_line', 'rejected_column', 'rejected_value', 'rejected_reason'];

/**
 * Writes rejected records to a file of the same shape, to be put right and
 * loaded: tables as CSV with the file's own delimiter and four more columns,
 * features as GeoJSON with a property `rejected`. The file appears when it is
 * whole, and only if there is something in it.
 */
export class RejectFile {
  readonly #path: string;
  readonly #file: OpenedFile;
  #stream: ReturnType<typeof createWriteStream> | null = null;

  constructor(path: string, file: OpenedFile) {
    this.#path = path;
    this.#file = file;
  }

  get #partial(): string {
    return `${this.#path}.partial`;
  }

  async write(record: FileRecord, faults: readonly Fault[]): Promise<void> {
    const isFirst = this.#stream === null;
    this.#stream ??= createWriteStream(this.#partial);
    const text = this.#file.format === 'table' ? this.#row(record, faults, isFirst) : feature(record, faults, isFirst);
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  #row(record: FileRecord, faults: readonly Fault[], isFirst: boolean): string {
    const { columns, delimiter } = this.#file;
    const line = (cells: unknown[]) => stringify([cells], { delimiter, record_delimiter: 'windows' });
    const each = (part: (fault: Fault) => string | null) => faults.map((fault) => part(fault) ?? '').join('; ');
    const row = line([
      ...columns.map((column) => record.cells[column] ?? ''),
      record.line,
      each(({ column }) => column),
      each(({ value }) => value),
      each(({ reason }) => reasons[reason]),
    ]);
    return isFirst ? `\ufeff${line([...columns, ...added])}${row}` : row;
  }

  /** Closes the file and puts it in its place; what was there before is gone, even where nothing was rejected. */
  async close(): Promise<void> {
    if (this.#stream === null) {
      await rm(this.#path, { force: true });
      return;
    }
    this.#stream.end(this.#file.format === 'table' ? '' : '\n]}\n');
    await finished(this.#stream);
    await rename(this.#partial, this.#path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.#stream?.destroy();
    await rm(this.#partial, { force: true });
  }
}

function feature(record: FileRecord, faults: readonly Fault[], isFirst: boolean): string {
  const rejected = { line: record.line, faults: faults.map((fault) => ({ ...fault, said: inWords(fault) })) };
  const text = JSON.stringify({
    type: 'Feature',
    properties: { ...record.cells, rejected },
    geometry: record.geometry ?? null,
  });
  return `${isFirst ? '{"type":"FeatureCollection","features":[\n' : ',\n'}${text}`;
}
