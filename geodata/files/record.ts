import type { Geometry } from 'geojson';
import type { ImportWarning } from '../../server/imports/schema.ts';

/** One row or feature of a file, before anything is made of it. */
export interface FileRecord {
  /** Where it begins, counted from 1: the line of a text file, the row of a sheet, the place in a Shapefile. */
  line: number;
  /** By the file's own header; text where the file is a table. */
  cells: Readonly<Record<string, unknown>>;
  /** Only where the file has features; EPSG:4326. */
  geometry?: Geometry | null;
  /** Why nothing in it can be trusted: its cells do not fit the header. */
  misshapen?: string;
}

export type Format = 'table' | 'features';

/** A file that was recognised and can be read, as often as wanted, record by record. */
export interface OpenedFile {
  format: Format;
  /** What was detected, for people: `CSV, windows-1251, separated by ";", decimal comma`. */
  description: string;
  columns: readonly string[];
  /** The character between cells, and whether 1,5 is one and a half. Features have points only. */
  delimiter: string;
  decimalComma: boolean;
  /** The first records. */
  sample: readonly FileRecord[];
  /** SHA-256 in hexadecimal, and size, of the file as it stands on the disk. */
  hash: string;
  bytes: number;
  /** What a person should know that is no fault of a record. */
  warnings: readonly ImportWarning[];
  /** Reads from the beginning; `onBytes` is told how many bytes were read since the last call. Throws FileError. */
  records(onBytes?: (bytes: number) => void): AsyncIterable<FileRecord>;
}
