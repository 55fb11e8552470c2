import { FileError } from '../../geodata/files/file-error.ts';
import { CommandError } from './environment.ts';

/** What to tell of a file that was not loaded. */
export function refusal(path: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new CommandError(`There is no file ${(error as NodeJS.ErrnoException).path ?? path}.`);
  const known = error instanceof FileError || syscall !== undefined;
  return known
    ? new CommandError(`${path} was refused, and nothing of it was loaded: ${(error as Error).message}`)
    : error;
}
