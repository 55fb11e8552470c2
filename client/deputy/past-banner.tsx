import { date, t } from '../i18n/index.ts';
import { ViewLink } from './view-link.tsx';
import type { Way } from './address.ts';

/** Says that all of this is as it was known then, and leads back to today. */
export function PastBanner({ way }: { way: Way }) {
  return (
    <div class="past-banner" role="status">
      <p>
        <strong>{t('coverage.past', { date: date(way.at.knownOn) })}</strong> {t('coverage.past-explained')}
      </p>
      <ViewLink class="button" way={way} to={{ knownOn: '' }}>
        {t('coverage.to-today')}
      </ViewLink>
    </div>
  );
}
