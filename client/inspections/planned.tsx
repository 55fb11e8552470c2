import type { InspectionRoutes } from '../../server/inspection-routes/schema.ts';
import { useReport } from '../deputy/reading.ts';
import { language, nameOf, number, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { RoutesView } from './address.ts';
import { RoutePanel } from './route-panel.tsx';
import { RoutesMap } from './routes-map.tsx';
import { fileAddress, routesAddress } from './service.ts';
import { kilometres, perKilometre } from './words.ts';

const fileFormats = ['csv', 'xlsx', 'geojson', 'gpx'] as const;
const formatNames = { csv: 'CSV', xlsx: 'XLSX', geojson: 'GeoJSON', gpx: 'GPX' };

/** The routes that the service plans, with what they amount to. */
export function Planned({ view }: { view: RoutesView }) {
  const reading = useReport<InspectionRoutes>(routesAddress(view));
  if (reading.state === 'failed') {
    return <ProblemNotice problem={reading.problem} what="routes.failed" retry={reading.retry} />;
  }
  if (reading.state === 'loading') {
    return (
      <div>
        <p class="visually-hidden" role="status">
          {t('routes.planning')}
        </p>
        <div class="skeleton skeleton--tall" />
        <div class="skeleton skeleton--tall" />
      </div>
    );
  }
  const planned = reading.report;
  const { routes, total, populationMissing, missing } = planned;
  if (total.stops === 0) {
    return <p class="empty">{t(planned.reachable === 0 ? 'routes.nothing-near' : 'routes.too-short')}</p>;
  }
  return (
    <div class="what-if__answer">
      <section class="panel" aria-labelledby="routes-total">
        <h2 id="routes-total">{t('routes.total')}</h2>
        <p class="what-if__head" role="status">
          {t('routes.total-line', {
            count: total.stops,
            distance: kilometres(total.kilometres),
            residents: number(total.resolves, 0),
          })}
        </p>
        <p class="muted">
          {t('routes.total-more', {
            perKilometre: perKilometre(total),
            reachable: planned.reachable,
            share: number((100 * total.resolves) / planned.bound, 0),
          })}
        </p>
        <div class="files panel__actions" role="group" aria-label={t('list.download')}>
          <span class="muted">{t('list.download')}</span>
          {fileFormats.map((format) => (
            <a key={format} class="button button--small" href={fileAddress(view, format, language.value)} download>
              {formatNames[format]}
            </a>
          ))}
          <button type="button" class="button button--small" onClick={() => print()}>
            {t('routes.print')}
          </button>
        </div>
      </section>
      <section class="panel route-map" aria-labelledby="routes-map">
        <h2 id="routes-map">{t('routes.map')}</h2>
        <RoutesMap routes={routes} />
      </section>
      {routes.map((route) => (
        <RoutePanel key={`${route.team} ${route.day}`} route={route} />
      ))}
      {populationMissing > 0 && (
        <details class="panel">
          <summary>{t('routes.missing', { count: populationMissing })}</summary>
          <p class="muted">{t('routes.missing-explained')}</p>
          <ul class="plain">
            {missing.map((place) => (
              <li key={`${place.regionCode} ${place.code}`}>
                {nameOf(place.names)}{' '}
                <span class="muted">
                  {place.code}, {t(`status.${place.status}`)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
