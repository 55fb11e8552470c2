import type { SettlementDetail } from '../../../server/country/schema.ts';
import { moment, t } from '../../i18n/index.ts';

const shownAtOnce = 5;

/** Who did what to the settlement, and when. */
export function HistorySection({ history }: { history: SettlementDetail['history'] }) {
  if (history.length === 0) return null;
  const line = ({ actionId, actor, madeAt, verb }: SettlementDetail['history'][number]) => (
    <li key={`${actionId} ${verb}`}>
      {t(`verb.${verb}`)}
      <span class="muted">
        {' '}
        · {actor} · {moment(madeAt)}
      </span>
    </li>
  );
  return (
    <section>
      <h3>{t('history.title')}</h3>
      <ol class="plain">{history.slice(0, shownAtOnce).map(line)}</ol>
      {history.length > shownAtOnce && (
        <details class="more">
          <summary>{t('history.earlier', { count: history.length - shownAtOnce })}</summary>
          <ol class="plain">{history.slice(shownAtOnce).map(line)}</ol>
        </details>
      )}
    </section>
  );
}
