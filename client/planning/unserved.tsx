import type { PlanSummary } from '../../server/planning/plans/schema.ts';
import { number, t } from '../i18n/index.ts';
import { PlaceLink } from './place-link.tsx';
import { view } from './address.ts';
import { people } from './words.ts';

/** Who is left without service, and why. */
export function Unserved({ summary: { unserved, unservedBecause, unmetPins } }: { summary: PlanSummary }) {
  const { scenario } = view.value;
  return (
    <section class="panel">
      <h3>{t('unserved.title')}</h3>
      {unserved.settlements === 0 ? (
        <p class="muted">{t('unserved.none')}</p>
      ) : (
        <>
          <ul class="plain reasons">
            {unservedBecause.map(({ reason, settlements, residents }) => (
              <li key={reason}>
                <strong>{number(settlements)}</strong>{' '}
                <span>
                  {t(`unserved-reason.${reason}`)} <span class="muted">{people(residents)}</span>
                </span>
              </li>
            ))}
          </ul>
          <PlaceLink class="button" to={{ scenario, tab: 'settlements', show: 'unserved' }}>
            {t('unserved.list', { count: unserved.settlements })}
          </PlaceLink>
        </>
      )}
      {unmetPins.length > 0 && (
        <p class="notice notice--error">{t('unserved.unmet-pins', { count: unmetPins.length })}</p>
      )}
    </section>
  );
}
