import type { Feature } from 'geojson';
import type { Bytes } from './bytes.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { jsonMembers, parse } from './json-members.ts';
import { limits } from './limits.ts';
import { projected, projectionFromMember, type ToLongitudeLatitude } from './projection.ts';
import type { FileRecord, OpenedFile } from './record.ts';

/** Opens a GeoJSON FeatureCollection, read a feature at a time. Throws FileError. */
export async function openGeojson(bytes: Bytes): Promise<Omit<OpenedFile, 'hash' | 'bytes'>> {
  const encoding = await detectEncoding(bytes);
  const records = (onBytes?: (bytes: number) => void) => readFeatures(decodedText(bytes, encoding.name, onBytes));
  const sample: FileRecord[] = [];
  for await (const record of records()) {
    sample.push(record);
    if (sample.length >= limits.sampleRecords) break;
  }
  if (sample.length === 0) throw new FileError('The file has no features.', { fault: 'empty' });
  return {
    format: 'features',
    description: `GeoJSON, ${encoding.name}`,
    columns: columnsOf(sample),
    delimiter: ',',
    decimalComma: false,
    sample,
    warnings: [],
    records,
  };
}

/** The properties that any of these features has. */
export function columnsOf(sample: readonly FileRecord[]): string[] {
  return [...new Set(sample.flatMap((record) => Object.keys(record.cells)))];
}

async function* readFeatures(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  let transform: ToLongitudeLatitude | null = null;
  let features = 0;
  for await (const piece of jsonMembers(text, 'features')) {
    if (piece.element) {
      features += 1;
      yield toRecord(parse(piece.text, piece.line), piece.line, transform);
    } else if (piece.member === 'crs') {
      transform = projectionFromMember(parse(piece.text, piece.line));
      if (features > 0 && transform !== null)
        throw new FileError('the crs member must stand before the features', {
          fault: 'bad-json',
          line: piece.line,
          value: 'crs',
        });
    } else if (piece.member === 'type' && piece.text !== '"FeatureCollection"') {
      throw new FileError(`This is a GeoJSON ${piece.text}, not a "FeatureCollection".`, { fault: 'other-form' });
    }
  }
}

function toRecord(value: unknown, line: number, transform: ToLongitudeLatitude | null): FileRecord {
  const feature = value as Partial<Feature> | null;
  if (feature === null || typeof feature !== 'object' || feature.type !== 'Feature')
    return { line, cells: {}, geometry: null, misshapen: 'not a Feature' };
  const geometry = feature.geometry ?? null;
  const cells = feature.properties ?? {};
  if (geometry === null || transform === null) return { line, cells, geometry };
  try {
    return { line, cells, geometry: projected(geometry, transform) };
  } catch {
    // Positions that are no numbers are told by the check of the geometry.
    return { line, cells, geometry };
  }
}
