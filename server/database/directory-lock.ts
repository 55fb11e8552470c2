import { mkdir, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The operating system's limit on a socket's path. */
const longestSocketPath = 100;

/** A data directory that cannot be used, with what to do. */
export class DirectoryError extends Error {}

/**
 * Makes this process the one owner of a data directory, creating it where
 * needed. The lock is a listening socket inside the directory: the kernel
 * releases it even after kill -9, and a leftover file refuses connections.
 * Returns the release.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DirectoryError(
      `The data directory ${directory} cannot be created (${error.code}). Set DATA_DIR to a directory that you may write.`,
    );
  });
  const path = socketPath(directory);
  const server = (await listen(path, directory)) ?? (await takeOver(path, directory));
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function socketPath(directory: string): string {
  const path = join(resolve(directory), 'owner.sock');
  if (process.platform === 'win32') return join('\\\\.\\pipe', path);
  if (Buffer.byteLength(path) > longestSocketPath) {
    throw new DirectoryError(
      `The path of the data directory ${directory} is too long: choose one of at most 89 bytes.`,
    );
  }
  return path;
}

/** The listening server, or null where the path is taken. */
function listen(path: string, directory: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.end());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(null);
      else {
        fail(
          new DirectoryError(
            `The data directory ${directory} cannot be written (${error.code}). Set DATA_DIR to a directory that you may write.`,
          ),
        );
      }
    });
    server.listen(path, () => done(server));
  });
}

/** Replaces the socket of a process that has died; refuses where it lives, or where another replaces it first. */
async function takeOver(path: string, directory: string): Promise<Server> {
  const taken = new DirectoryError(
    `The data directory ${directory} is in use by another process. Stop that one first, or set DATA_DIR to another directory.`,
  );
  if (await answers(path)) throw taken;
  await unlink(path).catch(() => {});
  const server = await listen(path, directory);
  if (server === null) throw taken;
  // Two that found the same leftover may both have come this far: the last socket to be made stays.
  const { ino } = await stat(path);
  await wait(100);
  const now = await stat(path).catch(() => null);
  if (now?.ino === ino) return server;
  server.close();
  throw taken;
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
