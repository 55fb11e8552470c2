import type { ChangesReport, Figures } from '../../server/reports/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { type Measure, measures, type Way } from './address.ts';
import { MoreRows, usePages } from './pages.tsx';
import { useReport } from './reading.ts';
import { addressOf } from './service.ts';
import { PanelSkeleton } from './skeletons.tsx';
import { people, percent } from './words.ts';

/** What has changed within the last seven days, in words. */
export function ChangesTab({ way }: { way: Way }) {
  const changes = useReport<ChangesReport>(addressOf.changes(way.at));
  if (changes.state === 'loading') return <PanelSkeleton />;
  if (changes.state === 'failed') {
    return <ProblemNotice problem={changes.problem} what="changes.failed" retry={changes.retry} />;
  }
  return <ChangesPanel changes={changes.report} />;
}

export function ChangesPanel({ changes }: { changes: ChangesReport }) {
  const { since, asOf, before, after, stages, statusesInAll, work } = changes;
  // Nothing was counted yet: there is nothing to compare with.
  const isFirst = before.all.settlements === 0;
  const nothing = !isFirst && statusesInAll === 0 && stages.length === 0 && work.length === 0;
  return (
    <section class="panel changes">
      <h3>{t('changes.title', { since: date(since), until: date(asOf) })}</h3>
      {isFirst && <p>{t('changes.first', { since: date(since) })}</p>}
      {nothing && <p class="muted">{t('changes.none')}</p>}
      {!isFirst && (
        <ul>
          {measures.map((measure) => (
            <li key={measure}>{shareWords(before, after, measure)}</li>
          ))}
          <li>
            {t('changes.figure', {
              figure: t('headline.flagged'),
              before: number(before.flagged.settlements),
              after: number(after.flagged.settlements),
            })}
          </li>
        </ul>
      )}
      {stages.length > 0 && (
        <>
          <h4>{t('changes.stages')}</h4>
          <ul>
            {stages.map(({ before: was, after: is, assignments }) => (
              <li key={`${was} ${is}`}>
                {t('changes.step', {
                  before: was === null ? t('changes.not-there') : t(`stage.${was}`),
                  after: is === null ? t('changes.withdrawn') : t(`stage.${is}`),
                  assignments: number(assignments),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {!isFirst && statusesInAll > 0 && <Statuses {...changes} />}
      {work.length > 0 && (
        <>
          <h4>{t('changes.work')}</h4>
          <ul>
            {work.map(({ verb, actions }) => (
              <li key={verb}>
                {t(`verb.${verb}`)}: {number(actions)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function shareWords(before: Figures, after: Figures, measure: Measure): string {
  return t('changes.figure', {
    figure: t(`served-share.${measure}`),
    before: percent(before.share[measure]),
    after: percent(after.share[measure]),
  });
}

function Statuses({ statuses, statusesInAll }: ChangesReport) {
  const { shown, more } = usePages(statuses);
  return (
    <>
      <h4>{t('changes.statuses', { count: statusesInAll })}</h4>
      <ul>
        {shown.map((row) => (
          <li key={`${row.regionCode}:${row.code}`}>
            {t('changes.status', {
              name: nameOf(row.names),
              people: people(row.population),
              before: t(`status.${row.before ?? 'unknown'}`),
              after: t(`status.${row.after ?? 'unknown'}`),
            })}
          </li>
        ))}
      </ul>
      <MoreRows shown={shown.length} total={statusesInAll} more={more} />
    </>
  );
}
