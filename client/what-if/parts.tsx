import type { PartDifference } from '../../server/what-if/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import { signed } from './words.ts';

interface Properties {
  parts: readonly PartDifference[];
  region: string;
  open(region: string): void;
}

/** How each region, or each district of one, would differ. */
export function Parts({ parts, region, open }: Properties) {
  return (
    <section class="panel" aria-labelledby="what-if-parts">
      <div class="panel__head">
        <h2 id="what-if-parts">{t(region === '' ? 'what-if.regions' : 'what-if.districts')}</h2>
        {region !== '' && (
          <button type="button" class="button button--small" onClick={() => open('')}>
            {t('what-if.all-regions')}
          </button>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-labelledby="what-if-parts" tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t(region === '' ? 'filter.region' : 'filter.district')}</th>
              <th scope="col">{t('what-if.settlements')}</th>
              <th scope="col">{t('what-if.residents')}</th>
              <th scope="col">{t('what-if.served-more')}</th>
              <th scope="col">{t('what-if.flagged-more')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={`${part.regionCode} ${part.districtCode}`}>
                <th scope="row">
                  {part.districtCode === null ? (
                    <button type="button" class="button--link" onClick={() => open(part.regionCode)}>
                      {part.names ? nameOf(part.names) : part.regionCode}
                    </button>
                  ) : part.names ? (
                    nameOf(part.names)
                  ) : (
                    t('what-if.no-district')
                  )}
                </th>
                <td>{number(part.changed.settlements)}</td>
                <td>{number(part.changed.residents)}</td>
                <td>{signed(part.served.residents)}</td>
                <td>{signed(part.flagged.residents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
