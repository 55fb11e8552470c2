import { t } from '../i18n/index.ts';
import type { View } from './address.ts';
import { fileAddress, fileFormats } from './service.ts';

/** All rows of the view as files, and the view on paper. */
export function FileLinks({ view }: { view: View }) {
  return (
    <div class="files panel__actions" role="group" aria-label={t('list.download')}>
      <span class="muted">{t('list.download')}</span>
      {fileFormats.map((format) => (
        <a key={format} class="button button--small" href={fileAddress(view, format)} download>
          {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
        </a>
      ))}
      <button type="button" class="button button--small" onClick={() => print()}>
        {t('contradictions.print')}
      </button>
    </div>
  );
}
