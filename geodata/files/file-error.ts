/** A file that cannot be read as a whole: nothing of it is loaded. Says where, what is wrong and what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly line: number | null;

  constructor(message: string, where: { line?: number } = {}) {
    super(where.line === undefined ? message : `line ${where.line}: ${message}`);
    this.line = where.line ?? null;
  }
}
