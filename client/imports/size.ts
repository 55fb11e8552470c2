import { t } from '../i18n/index.ts';

/** The size of a file, for people. */
export function sizeText(bytes: number): string {
  return bytes < 100_000
    ? t('imports.kilobytes', { kilobytes: Math.ceil(bytes / 1000) })
    : t('imports.megabytes', { megabytes: bytes / 1_000_000 });
}
