import type { Attachment } from './schema.ts';

/** Bytes of the largest file that is taken. */
export const largestFile = 16 * 1024 * 1024;

const ascii = (bytes: Uint8Array, from: number, to?: number) =>
  String.fromCharCode(...bytes.subarray(from, to ?? bytes.length));

/** Does it begin as a PDF does, and end as one that is whole? */
export const isWholePdf = (bytes: Uint8Array): boolean =>
  /^%PDF-\d\.\d/.test(ascii(bytes, 0, 8)) && ascii(bytes, Math.max(0, bytes.length - 1024)).includes('%%EOF');

/** Is it of the HEIF family, as telephones of Apple take photographs? */
export const isHeif = (bytes: Uint8Array): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && /^(hei|hev|mif|msf)/.test(ascii(bytes, 8, 12));

const endings = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' } as const;

/**
 * The name under which a file is kept: what was given without folders, without characters that are not seen
 * (some turn the text around and hide its ending), and with the ending of what the file is.
 */
export function fileNameOf(given: string, mediaType: Attachment['mediaType']): string {
  const name = given
    .replace(/^.*[/\\]/, '')
    .replaceAll(/[\p{C}"<>:|?*]/gu, '')
    .replace(/\.\w{1,5}$/, '')
    .trim();
  return `${name || 'file'}.${endings[mediaType]}`;
}
