import { t } from '../i18n/index.ts';
import { notify } from '../ui/notices.tsx';
import type { Way } from './address.ts';
import { copyTable } from '../ui/copy-table.ts';
import { fileAddress, fileFormats } from './service.ts';

interface Properties {
  report: keyof typeof fileAddress;
  way: Way;
  /** The id of the table that shows the rows. */
  table: string;
}

/** The rows that are shown, all of them and no other, as files; and the table to paste elsewhere. */
export function FileLinks({ report, way, table }: Properties) {
  const copy = () => notify({ text: t(copyTable(table) ? 'files.copied' : 'files.not-copied') });
  return (
    <div class="files panel__actions" role="group" aria-label={t('list.download')}>
      <span class="muted">{t('list.download')}</span>
      {fileFormats.map((format) => (
        <a key={format} class="button button--small" href={fileAddress[report](way.at, format)} download>
          {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
        </a>
      ))}
      <button type="button" class="button button--small" onClick={copy}>
        {t('files.copy')}
      </button>
    </div>
  );
}
