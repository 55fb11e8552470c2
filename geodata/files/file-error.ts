import type { FileFault } from '../../server/imports/schema.ts';

interface About {
  /** What is wrong, for wordings in other languages; without it, the file is damaged. */
  fault?: FileFault;
  line?: number;
  /** What of the file it is about: a header, a name, a system of coordinates. */
  value?: string;
  /** The file's headers, where they are not those of a known file. */
  columns?: readonly string[];
}

/** A file that cannot be read as a whole: nothing of it is loaded. Says where, what is wrong and what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly fault: FileFault;
  readonly line: number | null;
  readonly value: string | null;
  readonly columns: readonly string[];

  constructor(message: string, { fault = 'damaged', line, value, columns = [] }: About = {}) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.fault = fault;
    this.line = line ?? null;
    this.value = value ?? null;
    this.columns = columns;
  }
}
