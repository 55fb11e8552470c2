import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import yazl from 'yazl';

/** A folder of a test's own, gone after the test file. */
export function scratchFolder() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baylanys-files-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    path: (name: string) => join(folder, name),
    /** Writes a file and gives its path. */
    async write(name: string, content: string | Uint8Array, encoding = 'utf-8'): Promise<string> {
      const bytes = typeof content === 'string' ? iconv.encode(content, encoding) : content;
      await writeFile(join(folder, name), bytes);
      return join(folder, name);
    },
  };
}

/** A zip of these entries, in memory. */
export async function zipOf(entries: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content as Uint8Array), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A GeoJSON FeatureCollection, one feature a line from line 2. */
export function collection(features: { properties: object; geometry: object | null }[], members = ''): string {
  const lines = features.map((feature) => JSON.stringify({ type: 'Feature', ...feature }));
  return `{"type":"FeatureCollection",${members}"features":[\n${lines.join(',\n')}\n]}\n`;
}

/** The ring of a box, closed. */
export const box = (west: number, south: number, east: number, north: number) => [
  [west, south], [east, south], [east, north], [west, north], [west, south],
]; // prettier-ignore

export const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
export const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });
