import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { identifier } from '../changes/identifier.ts';
import { notFound, Problem } from '../http/problem.ts';
import { UploadOptions } from './schema.ts';

const largestFile = 1024 ** 3;
const keptMilliseconds = 24 * 3600 * 1000;

const Held = z.object({ owner: z.string(), options: UploadOptions });

export interface HeldFile {
  id: string;
  owner: string;
  options: UploadOptions;
  /** The file itself. */
  path: string;
  /** Where its rejected rows are written: CSV or GeoJSON, whichever the file's rows are. */
  rejects: string;
}

/** Files that people have uploaded and not yet loaded, each in a folder of its own, for a day. */
export class HeldFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Stores what the stream gives. */
  async hold(stream: Readable, owner: string, options: UploadOptions): Promise<HeldFile> {
    await this.#forgetOld();
    const id = identifier();
    const held = this.#at(id, owner, options);
    await mkdir(join(this.#directory, id), { recursive: true });
    try {
      await pipeline(stream, limit(largestFile), createWriteStream(held.path));
      await writeFile(join(this.#directory, id, 'about.json'), JSON.stringify({ owner, options }));
    } catch (error) {
      await this.forget(id);
      throw error;
    }
    return held;
  }

  /** The file that this person holds under this id, which may be loaded already. */
  async find(id: string, owner: string): Promise<HeldFile> {
    const text = await readFile(join(this.#directory, id, 'about.json'), 'utf8').catch(() => null);
    const held = text === null ? null : Held.parse(JSON.parse(text));
    if (held?.owner !== owner) throw gone(id);
    return this.#at(id, owner, held.options);
  }

  /** The same, to be loaded. */
  async findWhole(id: string, owner: string): Promise<HeldFile> {
    const held = await this.find(id, owner);
    if (!existsSync(held.path)) throw gone(id);
    return held;
  }

  /** After loading: the file goes, its rejected rows stay for whoever puts them right. */
  async release(id: string): Promise<void> {
    await rm(join(this.#directory, id, 'file'), { force: true });
  }

  async forget(id: string): Promise<void> {
    await rm(join(this.#directory, id), { recursive: true, force: true });
  }

  #at(id: string, owner: string, options: UploadOptions): HeldFile {
    const folder = join(this.#directory, id);
    return { id, owner, options, path: join(folder, 'file'), rejects: join(folder, 'rejects') };
  }

  async #forgetOld(): Promise<void> {
    for (const id of await readdir(this.#directory).catch(() => [])) {
      const { mtimeMs } = await stat(join(this.#directory, id));
      if (Date.now() - mtimeMs > keptMilliseconds) await this.forget(id);
    }
  }
}

const gone = (id: string) => notFound(`uploaded file ${id}: upload it again`);

/** Passes on at most so many bytes. */
function limit(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= bytes) done(null, chunk);
      else {
        done(
          new Problem(
            413,
            'File too large',
            'A file may have 1 GiB at most. Split it, or load it by `baylanys import`.',
            { most: bytes },
          ),
        );
      }
    },
  });
}
