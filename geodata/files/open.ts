import { extname } from 'node:path';
import { warning } from '../checks/warnings.ts';
import { type Bytes, hashFile, openBytes } from './bytes.ts';
import { type HeaderlessForm, openCsv } from './csv.ts';
import { decodedText } from './encoding.ts';
import { openGeojson } from './geojson.ts';
import { openNetworkPackage } from './network-package.ts';
import type { OpenedFile } from './record.ts';
import { openShapefile } from './shapefile.ts';
import { openWorkbook } from './workbook.ts';

/**
 * Opens a file for what its content says that it is, whatever its name says:
 * CSV or tab-separated text, GeoJSON, a network package, each of them in a zip
 * or gzip, a zipped Shapefile, an .xlsx workbook. Throws FileError where it is nothing of these.
 */
export async function openFile(
  path: string,
  options: { fileName?: string; headerlessForms?: readonly HeaderlessForm[] } = {},
): Promise<OpenedFile> {
  const bytes = await openBytes(path);
  const hash = await hashFile(path);
  const opened = await openContent(bytes, options.headerlessForms ?? []);
  const warnings = [...opened.warnings];
  const extension = extname(options.fileName ?? path).toLowerCase();
  if (bytes.container === 'workbook' && extension !== '.xlsx') warnings.unshift(warning('is-workbook', { extension }));
  if (opened.description.startsWith('CSV') && /json$|\.xlsx$/.test(extension))
    warnings.unshift(warning('is-csv', { extension }));
  return { ...opened, warnings, hash, bytes: bytes.size };
}

async function openContent(bytes: Bytes, forms: readonly HeaderlessForm[]) {
  if (bytes.container === 'workbook') return openWorkbook(bytes);
  if (bytes.container === 'shapefile') return openShapefile(bytes);
  const begin = await beginOf(bytes);
  if (!/^\[?\{/.test(begin)) return openCsv(bytes, forms);
  const [, member] = /"(networks|features)"\s*:\s*\[/.exec(begin) ?? [];
  return member === 'networks' ? openNetworkPackage(bytes) : openGeojson(bytes);
}

/** The beginning of a text, as far as its first piece goes. */
async function beginOf(bytes: Bytes): Promise<string> {
  // Latin-1 reads the bytes of every encoding; UTF-16 puts zeros between.
  for await (const text of decodedText(bytes, 'latin1')) {
    // eslint-disable-next-line no-control-regex
    const begin = text.replace(/^[\xef\xbb\xbf\xfe\xff\0\s]+/, '').replaceAll('\0', '');
    if (begin !== '') return begin;
  }
  return '';
}
