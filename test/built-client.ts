import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { buildClient } from '../client/build.ts';
import type { ClientFiles } from '../server/client-files.ts';

const run = process.env.BAYLANYS_TEST_RUN;
const path = join(tmpdir(), `baylanys-client-${run}`);

/** The client as it is served: built by whoever of a run of Jest needs it first, and elsewhere anew. */
export async function builtClient(): Promise<ClientFiles> {
  if (run === undefined) return buildClient();
  if (existsSync(path)) return deserialize(await readFile(path));
  const files = await buildClient();
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, serialize(files));
  await rename(partial, path);
  return files;
}

/** Called by Jest before the first test and after the last. */
export const removeClient = (): Promise<void> => rm(path, { force: true });
