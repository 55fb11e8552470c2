import { useEffect } from 'preact/hooks';
import { moment, t } from '../i18n/index.ts';
import { lineBack, read, shownAsOf } from '../store/kept.ts';

/** How often the service is asked whether it is there again, milliseconds. */
const askEvery = 10_000;

/** Says that what is shown was kept from before, and since when; and when the line is there again. */
export function LineBanner() {
  const { value } = shownAsOf;
  const waits = value !== null && !lineBack.value;
  useEffect(() => {
    if (!waits) return undefined;
    const ask = () => void read('/api/session').catch(() => {});
    const timer = setInterval(ask, askEvery);
    // Some browsers say so themselves.
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
    };
  }, [waits]);
  return (
    <div role="status">
      {value !== null && (
        <p class="banner">
          {t(lineBack.value ? 'line.back' : 'line.none', { moment: moment(new Date(value).toISOString()) })}{' '}
          <button type="button" class="button button--small" onClick={() => location.reload()}>
            {t(lineBack.value ? 'line.show' : 'problem.retry')}
          </button>
        </p>
      )}
    </div>
  );
}
