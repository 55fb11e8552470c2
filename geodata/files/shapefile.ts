import type { Feature, Geometry } from 'geojson';
import { warning } from '../checks/warnings.ts';
import { entryBytes, listArchive } from './archive.ts';
import type { Bytes } from './bytes.ts';
import { FileError } from './file-error.ts';
import { columnsOf } from './geojson.ts';
import { limits } from './limits.ts';
import { projected, projectionFrom } from './projection.ts';
import type { FileRecord, OpenedFile } from './record.ts';

/** The byte of a .dbf that names its code page, where there is no .cpg. */
const codePages: Record<number, string> = {
  0x26: 'ibm866',
  0x65: 'ibm866',
  0x57: 'windows-1251',
  0xc9: 'windows-1251',
};

/** Opens the one Shapefile in a zip: .shp, .dbf, and the .prj and .cpg that it may have. Throws FileError. */
export async function openShapefile(bytes: Bytes): Promise<Omit<OpenedFile, 'hash' | 'bytes'>> {
  const stem = bytes.entry!.slice(0, -4).toLowerCase();
  const names = (await listArchive(bytes.path)).map((entry) => entry.fileName);
  const part = async (extension: string) => {
    const name = names.find((one) => one.toLowerCase() === stem + extension);
    return name === undefined ? null : entryBytes(bytes.path, name);
  };
  const shape = (await part('.shp'))!;
  const table = await part('.dbf');
  if (table === null)
    throw new FileError(`The archive has no ${stem}.dbf: the attributes of the shapes are missing.`, {
      fault: 'archive-content',
      value: `${stem}.dbf`,
    });
  checkWhole(shape, table);
  const prj = (await part('.prj'))?.toString('utf8') ?? null;
  const transform = prj === null ? null : projectionFrom(prj);
  const encoding = (await part('.cpg'))?.toString('latin1').trim() || codePages[table[29]];

  let features: Feature[];
  try {
    const { default: shp } = await import('shpjs');
    const read = await shp({ shp: shape, dbf: table, cpg: encoding ? Buffer.from(encoding) : undefined });
    features = read.features;
  } catch (error) {
    throw new FileError(`The Shapefile cannot be read: ${(error as Error).message}`);
  }
  const records = features.map((feature, at): FileRecord => {
    const geometry = feature.geometry as Geometry | null;
    return {
      line: at + 1,
      cells: Object.fromEntries(Object.entries(feature.properties ?? {}).map(([key, value]) => [key, plain(value)])),
      geometry: geometry === null || transform === null ? geometry : projected(geometry, transform),
    };
  });
  if (records.length === 0) throw new FileError('The Shapefile has no shapes.', { fault: 'empty' });
  return {
    format: 'features',
    description: `Shapefile${encoding ? `, ${encoding}` : ''}`,
    columns: columnsOf(records.slice(0, limits.sampleRecords)),
    delimiter: ',',
    decimalComma: false,
    sample: records.slice(0, limits.sampleRecords),
    warnings: prj === null ? [warning('no-projection')] : [],
    async *records(onBytes) {
      yield* records;
      onBytes?.(bytes.size);
    },
  };
}

/** Compares the sizes that the headers declare with what is there. */
function checkWhole(shape: Buffer, table: Buffer): void {
  if (shape.length < 100 || shape.readInt32BE(24) * 2 > shape.length)
    throw new FileError('The .shp is cut short: it is smaller than its header says. Copy it again.', {
      fault: 'cut-short',
      value: '.shp',
    });
  const records = table.length < 32 ? 1 : table.readUInt32LE(4) * table.readUInt16LE(10) + table.readUInt16LE(8);
  if (records > table.length)
    throw new FileError('The .dbf is cut short: it is smaller than its header says. Copy it again.', {
      fault: 'cut-short',
      value: '.dbf',
    });
}

function plain(value: unknown): unknown {
  if (value instanceof Date) {
    const local = [value.getFullYear(), value.getMonth() + 1, value.getDate()];
    return Number.isNaN(local[0]) ? null : local.map((part) => String(part).padStart(2, '0')).join('-');
  }
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
