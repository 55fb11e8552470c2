import type { WhatIfResult } from '../../server/what-if/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';
import { statuses } from '../store/vocabulary.ts';
import { signed, statusWord } from './words.ts';

/** What would be otherwise, in figures: first how many, then each status now and then. */
export function Figures({ result }: { result: WhatIfResult }) {
  const { changed, inForce, supposed, profile, asOf, populationThreshold, withdrawn } = result;
  const rows = [
    ...statuses.map((status) => ({
      key: status as string,
      label: statusWord(status),
      before: inForce.byStatus[status],
      after: supposed.byStatus[status],
    })),
    { key: 'flagged', label: t('what-if.flagged'), before: inForce.flagged, after: supposed.flagged },
  ];
  return (
    <section class="panel" aria-labelledby="what-if-figures">
      <h2 id="what-if-figures">{t('what-if.difference')}</h2>
      <p class="what-if__head" role="status">
        {changed.settlements === 0
          ? t('what-if.no-difference')
          : `${t('count.settlements', { count: changed.settlements })}, ${t('population.people', { count: changed.residents })}`}
      </p>
      <p class="muted">
        {[
          nameOf(profile.names),
          t('what-if.as-of', { date: date(asOf) }),
          t('what-if.more-than', { count: populationThreshold }),
          withdrawn > 0 && t('what-if.withdrawn', { count: withdrawn }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={t('what-if.by-status')} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t('filter.status')}</th>
              <th scope="col">{t('what-if.settlements-now')}</th>
              <th scope="col">{t('what-if.settlements-then')}</th>
              <th scope="col">{t('what-if.settlements-more')}</th>
              <th scope="col">{t('what-if.residents-more')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, before, after }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{number(before.settlements)}</td>
                <td>{number(after.settlements)}</td>
                <td>
                  <strong>{signed(after.settlements - before.settlements)}</strong>
                </td>
                <td>{signed(after.residents - before.residents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Matrix result={result} />
    </section>
  );
}

/** From which status to which, of what changes. */
function Matrix({ result: { matrix } }: { result: WhatIfResult }) {
  const moves = matrix.filter(({ from, to }) => from !== to).toSorted((a, b) => b.residents - a.residents);
  if (moves.length === 0) return null;
  return (
    <details>
      <summary>{t('what-if.moves')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div class="wide-table" role="region" aria-label={t('what-if.moves')} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{t('what-if.move')}</th>
              <th scope="col">{t('what-if.settlements')}</th>
              <th scope="col">{t('what-if.residents')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ from, to, settlements, residents }) => (
              <tr key={`${from} ${to}`}>
                <th scope="row">{t('what-if.change', { from: statusWord(from), to: statusWord(to) })}</th>
                <td>{number(settlements)}</td>
                <td>{number(residents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
