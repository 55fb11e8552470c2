import type { Coverage } from '../../server/reports/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';

/** A share in per cent, never rounded up: what is not whole does not look so. */
const percent = (share: number | null): string =>
  share === null ? '—' : `${number(Math.floor(share * 1000 + 1e-9) / 10)} %`;

/** How far the promise is kept in the part of the country that is shown, by which rule and by when. */
export function SharedHeadline({
  coverage: { total, profile, targetDate, populationThreshold },
}: {
  coverage: Coverage;
}) {
  const { share, served, counted, flagged, populationMissing } = total;
  const figures: [string, string, string][] = [
    [
      t('shared.served-residents'),
      percent(share.residents),
      t('shared.of', { served: served.residents, counted: counted.residents }),
    ],
    [
      t('shared.served-settlements'),
      percent(share.settlements),
      t('shared.of', { served: served.settlements, counted: counted.settlements }),
    ],
    [t('shared.flagged'), number(flagged.settlements), t('population.people', { count: flagged.residents })],
  ];
  return (
    <section class="panel" aria-label={t('shared.figures')}>
      <dl class="shared__figures">
        {figures.map(([label, value, detail]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong> <small class="muted">{detail}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted">
        {t('shared.threshold', { threshold: populationThreshold })}{' '}
        {targetDate !== null && t('shared.target', { date: date(targetDate) })}{' '}
        {t('shared.rule', { rule: nameOf(profile.names) })}{' '}
        {populationMissing > 0 && t('shared.population-missing', { count: populationMissing })}
      </p>
    </section>
  );
}
