import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStore } from './store.ts';

/** Keeps bytes as files of one directory, which is made at the first. */
export class DirectoryStore implements AttachmentStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const unfinished = join(this.#directory, `${key}.${randomUUID()}`);
    try {
      await written(unfinished, bytes);
      await rename(unfinished, join(this.#directory, key));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await settled(this.#directory);
  }

  read(key: string): Promise<Buffer> {
    return readFile(join(this.#directory, key));
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.#directory, key), { force: true });
  }

  async *list() {
    for (const key of await readdir(this.#directory).catch(() => [])) {
      const about = await stat(join(this.#directory, key)).catch(() => null);
      if (about !== null) yield { key, storedAt: about.mtime };
    }
  }
}

/** Writes a file so that it outlives a loss of power. */
async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same for the names in a directory; Windows does not open directories, nor need it. */
async function settled(directory: string): Promise<void> {
  const opened = await open(directory).catch(() => null);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
