import type { Geometry } from 'geojson';
import type { Bytes } from './bytes.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { jsonMembers, parse } from './json-members.ts';
import { limits } from './limits.ts';
import type { FileRecord, OpenedFile } from './record.ts';

/** What is read of a node or span; `start` and `end` of spans alone. */
const columns = [
  'id',
  'name',
  'status',
  'readyForServiceDate',
  'start',
  'end',
  'physicalInfrastructureProvider',
  'networkProviders',
  'network',
  'featureType',
];

/**
 * Opens a network package of the Open Fibre Data Standard 0.3: each node and each span is a record, as the standard's
 * GeoJSON has it, with its network and its kind beside. Networks are held one at a time. Throws FileError.
 */
export async function openNetworkPackage(bytes: Bytes): Promise<Omit<OpenedFile, 'hash' | 'bytes'>> {
  const encoding = await detectEncoding(bytes);
  const records = (onBytes?: (bytes: number) => void) => readNetworks(decodedText(bytes, encoding.name, onBytes));
  const sample: FileRecord[] = [];
  for await (const record of records()) {
    sample.push(record);
    if (sample.length >= limits.sampleRecords) break;
  }
  if (sample.length === 0)
    throw new FileError('The package has no nodes and no spans. What it only links to is to be loaded by itself.', {
      fault: 'empty',
    });
  return {
    format: 'features',
    description: `network package of the Open Fibre Data Standard, ${encoding.name}`,
    columns,
    delimiter: ',',
    decimalComma: false,
    sample,
    warnings: [],
    records,
  };
}

async function* readNetworks(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  for await (const piece of jsonMembers(text, 'networks')) {
    if (!piece.element) continue;
    const network = parse(piece.text, piece.line);
    if (network === null || typeof network !== 'object' || Array.isArray(network)) {
      yield { line: piece.line, cells: {}, geometry: null, misshapen: 'not a network' };
      continue;
    }
    const { id, name } = network as { id?: unknown; name?: unknown };
    yield* membersOf(piece.text, piece.line, 'node', { id, name });
    yield* membersOf(piece.text, piece.line, 'span', { id, name });
  }
}

/** The nodes or the spans of one network. */
async function* membersOf(
  text: string,
  line: number,
  featureType: 'node' | 'span',
  network: object,
): AsyncGenerator<FileRecord> {
  for await (const piece of jsonMembers(once(text), `${featureType}s`)) {
    if (!piece.element) continue;
    const at = line + piece.line - 1;
    const member = parse(piece.text, at) as Record<string, unknown> | null;
    if (member === null || typeof member !== 'object') {
      yield { line: at, cells: {}, geometry: null, misshapen: `not a ${featureType}` };
      continue;
    }
    const { location, route, ...said } = member;
    const geometry = ((featureType === 'node' ? location : route) ?? null) as Geometry | null;
    yield { line: at, cells: { ...said, network, featureType }, geometry };
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
