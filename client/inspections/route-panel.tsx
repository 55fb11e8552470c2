import type { InspectionRoute } from '../../server/inspection-routes/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import { Facts } from '../ui/facts.tsx';
import { clock, kilometres, perKilometre, startName } from './words.ts';

export const routeTitle = ({ team, day }: InspectionRoute): string => t('routes.route', { team, day });

/** A day of a team: what to inspect in which order. On paper a sheet with room for what is measured. */
export function RoutePanel({ route }: { route: InspectionRoute }) {
  const { start, stops, home } = route;
  const id = `route-${route.team}-${route.day}`;
  return (
    <section class="panel route" aria-labelledby={id}>
      <h3 id={id}>{routeTitle(route)}</h3>
      {stops.length === 0 ? (
        <p class="empty">{t('routes.nothing-left')}</p>
      ) : (
        <>
          <Facts
            facts={[
              [t('routes.from'), startName(start)],
              [t('routes.stops'), number(stops.length)],
              [t('routes.distance'), kilometres(route.kilometres)],
              [t('routes.time'), clock(route.minutes)],
              [t('routes.resolves'), number(route.resolves, 0)],
              [t('routes.per-kilometre'), perKilometre(route)],
            ]}
          />
          <table class="table row-list route__stops">
            <thead>
              <tr>
                <th scope="col">{t('routes.stop')}</th>
                <th scope="col">{t('routes.by-road')}</th>
                <th scope="col">{t('routes.arrive-leave')}</th>
                <th scope="col">{t('routes.uncertainty')}</th>
                <th scope="col">{t('routes.resolves')}</th>
                <th scope="col" class="route__measured">
                  {t('routes.measured')}
                </th>
              </tr>
            </thead>
            <tbody>
              {stops.map((stop, i) => (
                <tr key={`${stop.regionCode} ${stop.code}`}>
                  <th scope="row">
                    {i + 1}. {nameOf(stop.names)}
                    <div class="muted">
                      {stop.code}, {t('population.people', { count: stop.population! })}
                    </div>
                  </th>
                  <td>
                    <span class="row-label">{t('routes.by-road')} </span>
                    {kilometres(stop.kilometres)}
                  </td>
                  <td>
                    <span class="row-label">{t('routes.arrive-leave')} </span>
                    {clock(stop.arrives)}–{clock(stop.leaves)}
                  </td>
                  <td>
                    <span class="row-label">{t('routes.uncertainty')} </span>
                    {t(`status.${stop.status}`)}
                    <div class="muted">{t(`route-confidence.${stop.confidence}`)}</div>
                  </td>
                  <td>
                    <span class="row-label">{t('routes.resolves')} </span>
                    {number(stop.resolves, 0)}
                  </td>
                  <td class="route__measured">
                    <Blanks />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="muted">{t('routes.home', { distance: kilometres(home), time: clock(route.minutes) })}</p>
          <dl class="route__sign">
            {sheet.map((term) => (
              <div key={term}>
                <dt>{t(term)}</dt>
                <dd />
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

/** Lines to write on, one a test. */
const Blanks = () => (
  <>
    {[1, 2, 3].map((test) => (
      <div key={test} class="route__blank">
        {test}.
      </div>
    ))}
  </>
);

const sheet = ['routes.sheet-inspector', 'routes.sheet-date', 'routes.sheet-signature'] as const;
