import type { BindingLimit, PlanSummary } from '../../server/planning/schema.ts';
import { number, t } from '../i18n/index.ts';
import { amountIn, limitName, money } from './words.ts';

const shownAtFirst = 6;

/** Which limits hold the plan back, and what a little more of each would bring. */
export function Limits({ summary: { binding, unit } }: { summary: PlanSummary }) {
  const amount = amountIn(unit);
  const first = binding.slice(0, shownAtFirst);
  const others = binding.slice(shownAtFirst);
  const list = (limits: readonly BindingLimit[]) => (
    <ul class="plain limits">
      {limits.map((limit) => (
        <li key={limitName(limit)} class="limits__one">
          <strong>{limitName(limit)}</strong>
          <Use limit={limit} />
          <span>{t(`limit-worth.${limit.limit}`, { worth: amount(limit.worth) })}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="panel">
      <h3>{t('limits.title')}</h3>
      {binding.length === 0 ? (
        <p class="muted">{t('limits.none')}</p>
      ) : (
        <>
          <p class="muted">{t('limits.explained')}</p>
          {list(first)}
          {others.length > 0 && (
            <details class="more">
              <summary>{t('common.and-more', { count: others.length })}</summary>
              {list(others)}
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** How much of it is used. */
function Use({ limit }: { limit: BindingLimit }) {
  const { used, available } = limit;
  const words = limit.limit === 'crews' ? (value: number) => number(value) : money;
  return (
    <span class="limits__use">
      <progress max={available || 1} value={used} aria-hidden="true" />
      <span class="muted">{t('limits.used', { used: words(used), available: words(available) })}</span>
    </span>
  );
}
