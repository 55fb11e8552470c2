import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkRatio, entryStream, listArchive } from './archive.ts';
import { FileError } from './file-error.ts';
import { limits } from './limits.ts';

/** What the first bytes say that a file is, whatever its name says. */
export type Container = 'plain' | 'gzip' | 'archive' | 'shapefile' | 'workbook';

/** The bytes of a file, without the compression that it may have been put in. */
export interface Bytes {
  container: Container;
  path: string;
  /** Size on the disk. */
  size: number;
  /** Inside an archive, the entry that holds the data. */
  entry?: string;
  /** Reads from the beginning; `onBytes` is told of bytes read from the disk (of an archive: inflated bytes). */
  stream(onBytes?: (bytes: number) => void): Promise<Readable>;
}

/** Looks at the content of a file to say what it is. Throws FileError where it is nothing that can be read. */
export async function openBytes(path: string): Promise<Bytes> {
  const { size } = await stat(path);
  if (size === 0) throw new FileError('The file is empty.', { fault: 'empty' });
  const head = await readHead(path);
  const startsWith = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

  if (startsWith(0x50, 0x4b)) return openArchive(path, size);
  if (startsWith(0x1f, 0x8b))
    return { container: 'gzip', path, size, stream: async (onBytes) => gunzip(path, size, onBytes) };
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0))
    throw new FileError('This is a workbook in the old .xls form. Save it as .xlsx or CSV.', { fault: 'other-form' });
  if (head.subarray(0, 4).toString('latin1') === 'PAR1')
    throw new FileError('This is a Parquet file. Save it as CSV (in DuckDB: COPY … TO … (HEADER)).', {
      fault: 'other-form',
    });
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3')
    throw new FileError('This is a GeoPackage. Save the layer as GeoJSON (ogr2ogr -f GeoJSON out.geojson in.gpkg).', {
      fault: 'other-form',
    });
  if (startsWith(0x00, 0x00, 0x27, 0x0a))
    throw new FileError('This is the .shp of a Shapefile alone. Put the .shp, .shx, .dbf and .prj into one zip.', {
      fault: 'other-form',
    });
  if (head.subarray(0, 4).toString('latin1') === '%PDF')
    throw new FileError('This is a PDF. Ask for the table as CSV.', { fault: 'other-form' });
  return {
    container: 'plain',
    path,
    size,
    stream: async (onBytes) => counted(createReadStream(path, chunks), onBytes),
  };
}

const chunks = { highWaterMark: 256 * 1024 };

/** SHA-256, in hexadecimal, of a file as it stands on the disk. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, chunks)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(512);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isNoise = (name: string) => /(^|\/)(__MACOSX\/|\.|readme|licen[cs]e)/i.test(name) || name.endsWith('/');

const unread = async (): Promise<never> => {
  throw new Error('An archive of several parts is not read as one stream.');
};

async function openArchive(path: string, size: number): Promise<Bytes> {
  const names = (await listArchive(path)).map((entry) => entry.fileName).filter((name) => !isNoise(name));
  if (names.some((name) => name === '[Content_Types].xml')) {
    if (!names.some((name) => name.startsWith('xl/')))
      throw new FileError('This is an Office file but no workbook.', { fault: 'other-form' });
    return { container: 'workbook', path, size, stream: unread };
  }
  const shapes = names.filter((name) => /\.shp$/i.test(name));
  if (shapes.length > 1)
    throw new FileError(`The archive has ${shapes.length} Shapefiles (${shapes.join(', ')}). Zip them one by one.`, {
      fault: 'archive-content',
      value: shapes.slice(0, 5).join(', '),
    });
  if (shapes.length === 1) return { container: 'shapefile', path, size, entry: shapes[0], stream: unread };
  const data = names.filter((name) => /\.(csv|tsv|txt|json|geojson)$/i.test(name));
  if (data.length !== 1)
    throw new FileError(
      `The archive should hold one Shapefile, CSV, text or GeoJSON file; it holds ${names.length === 0 ? 'none' : names.slice(0, 5).join(', ')}.`,
      { fault: 'archive-content', value: names.slice(0, 5).join(', ') || undefined },
    );
  return {
    container: 'archive',
    path,
    size,
    entry: data[0],
    stream: async (onBytes) => counted(await entryStream(path, data[0]), onBytes),
  };
}

/** The same bytes, told to `onBytes` as they pass. */
function counted(stream: Readable, onBytes?: (bytes: number) => void): Readable {
  if (onBytes === undefined) return stream;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  return joined(stream, counter);
}

/** Inflates while counting: stops at once where more comes out than a real file would give. */
function gunzip(path: string, size: number, onBytes?: (bytes: number) => void): Readable {
  let inflated = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      inflated += chunk.length;
      try {
        checkRatio('The file', size, inflated);
        if (inflated > limits.inflatedBytes)
          throw new FileError('The file inflates to more than can be read. Split it.', { fault: 'too-large' });
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  return joined(counted(createReadStream(path, chunks), onBytes), createGunzip(), guard);
}

/** The last of these streams; an error in any ends it with that error. */
function joined(...streams: [Readable, ...Transform[]]): Readable {
  return pipeline(streams as never, () => {}) as unknown as Readable;
}
