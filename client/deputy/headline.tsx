import type { Coverage } from '../../server/reports/schema.ts';
import { AskLink } from '../inquiries/ask-link.tsx';
import { date, nameOf, number, t } from '../i18n/index.ts';
import { type Measure, measures, type Way } from './address.ts';
import { daysBetween } from '../../server/calendar/days.ts';
import type { PlaceFigures } from './figures.ts';
import { ShareButton } from '../sharing/share-button.tsx';
import { ViewLink } from './view-link.tsx';
import { PrintButton } from './print-button.tsx';
import { Sources } from './sources.tsx';
import { percent } from './words.ts';

interface Properties {
  coverage: Coverage;
  figures: PlaceFigures;
  way: Way;
}

/** How far the promise is kept: the shares of people and of places, the target, what is left to do; as of when, by which rule. */
export function Headline({ coverage, figures, way }: Properties) {
  const { region, district } = way.at;
  const { flagged, overdue, share } = figures;
  const figure = (measure: Measure) => `${t(`served-share.${measure}`)}: ${percent(share[measure])}`;
  return (
    <section class="headline" aria-label={t('headline.title')}>
      {measures.map((measure) => (
        <Share key={measure} measure={measure} figures={figures} />
      ))}
      <dl class="headline__counts">
        <div>
          <dt>{t('headline.flagged')}</dt>
          <dd>
            <ViewLink way={way} to={{ tab: 'settlements', show: 'flagged' }}>
              {t('count.settlements', { count: flagged.settlements })}
            </ViewLink>
            <small>{t('population.people', { count: flagged.residents })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('headline.overdue')}</dt>
          <dd>
            <ViewLink way={way} to={{ tab: 'overdue', operator: '', cause: '' }}>
              {t('count.settlements', { count: overdue.settlements })}
            </ViewLink>
            <small>{t('population.people', { count: overdue.residents })}</small>
          </dd>
        </div>
        {figures.populationMissing > 0 && (
          <div>
            <dt>{t('headline.population-missing')}</dt>
            <dd>
              <ViewLink way={way} to={{ tab: 'settlements', show: 'population-missing' }}>
                {t('count.settlements', { count: figures.populationMissing })}
              </ViewLink>
              <small>{t('headline.counted-nowhere')}</small>
            </dd>
          </div>
        )}
      </dl>
      <div class="headline__basis">
        <p>
          <Target {...coverage} /> {t('headline.as-of', { date: date(coverage.asOf) })}{' '}
          {t('headline.rule', { rule: nameOf(coverage.profile.names) })}
        </p>
        <Sources coverage={coverage} />
        <div class="panel__actions">
          <AskLink about={{ region, district, figure: `${figure('residents')}; ${figure('settlements')}` }} />
          <ShareButton />
          <PrintButton />
        </div>
      </div>
    </section>
  );
}

/** A share as a number and as a bar, whose end is the target: all. */
function Share({ measure, figures: { share, served, counted } }: { measure: Measure; figures: PlaceFigures }) {
  const value = share[measure];
  return (
    <div class="headline__share">
      <p class="headline__number">
        <strong>{percent(value)}</strong> {t(`served-share.${measure}`)}
      </p>
      <svg class="headline__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="headline__all" width="100" height="6" />
        <rect class="headline__part" width={(value ?? 0) * 100} height="6" />
      </svg>
      <p class="muted">
        {value === null
          ? t('headline.nobody')
          : t('headline.of', { served: number(served[measure]), counted: number(counted[measure]) })}
      </p>
    </div>
  );
}

/** What was promised, and how long is left. */
function Target({ asOf, targetDate, populationThreshold }: Coverage) {
  const threshold = number(populationThreshold);
  if (targetDate === null) return <>{t('headline.target', { threshold })}</>;
  const left = daysBetween(asOf, targetDate);
  return (
    <>
      {t('headline.target-by', { threshold, date: date(targetDate) })}{' '}
      {left >= 0 ? t('headline.left', { count: left }) : t('headline.late', { count: -left })}
    </>
  );
}
