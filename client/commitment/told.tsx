import type { Progress } from '../../server/construction/schema.ts';
import { date, moment, t } from '../i18n/index.ts';
import { reasonWords } from '../schedules/words.ts';
import { TestsTable } from './tests-table.tsx';
import { Evidence } from './evidence.tsx';

/** What was told of the work, and what was found on the spot; the newest first. */
export function Told({ progress }: { progress: Progress }) {
  const { reports, inspections, wanted, attachments } = progress;
  return (
    <>
      {inspections.length > 0 && (
        <section class="panel">
          <h2>{t('inspections.title')}</h2>
          <ul class="commitments">
            {inspections.map((inspection) => (
              <li key={inspection.id} class="commitment">
                <p>
                  <strong>{t(inspection.passed ? 'inspections.passed' : 'inspections.failed')}</strong> ·{' '}
                  {date(inspection.inspectedOn)} · {inspection.inspector}
                </p>
                {inspection.reason && <p class="commitment__reason">{reasonWords(inspection.reason)}</p>}
                <TestsTable
                  tests={inspection.tests}
                  wanted={inspection.failing.includes('technology') ? null : inspection.wanted}
                />
                {inspection.note && <p>{inspection.note}</p>}
                <Evidence attachments={attachments} ids={inspection.attachments} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="panel">
        <h2>{t('reports.title')}</h2>
        {reports.length === 0 && <p class="muted">{t('reports.none')}</p>}
        <ul class="commitments">
          {reports.map((report) => (
            <Report key={report.id} {...{ report, progress }} />
          ))}
        </ul>
        <Unnamed progress={progress} />
      </section>
      {wanted === null && <p class="notice">{t('speed.technology')}</p>}
    </>
  );
}

function Report({ report, progress }: { report: Progress['reports'][number]; progress: Progress }) {
  const { wanted, attachments, blockers } = progress;
  const causeOf = (id: string) => blockers.find((blocker) => blocker.id === id)?.cause ?? 'other';
  const said = [
    report.step && t(`report-step.${report.step}`),
    ...report.milestones.flatMap(({ kind, forecast, actual }) => [
      forecast && `${t(`milestone.${kind}`)}: ${t('milestones.forecast-on', { date: date(forecast) })}`,
      actual && `${t(`milestone.${kind}`)}: ${t('milestones.actual-on', { date: date(actual) })}`,
    ]),
    ...report.blockers.map(({ cause, text }) => `${t('blockers.new')}: ${reasonWords({ code: cause, text })}`),
    ...report.removed.map(
      ({ id, until }) => `${t(`reason-code.${causeOf(id)}`)}: ${t('blockers.until', { date: date(until) })}`,
    ),
  ].filter(Boolean);
  return (
    <li class="commitment">
      <p class="muted">
        {moment(report.writtenAt)} · {report.reportedBy}
      </p>
      {said.length > 0 && (
        <ul>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {report.note && <p>{report.note}</p>}
      <TestsTable tests={report.tests} wanted={wanted} />
      <Evidence attachments={attachments} ids={report.attachments} />
    </li>
  );
}

/** Files that arrived and that no report names. */
function Unnamed({ progress: { reports, inspections, attachments } }: { progress: Progress }) {
  const named = new Set([...reports, ...inspections].flatMap((one) => one.attachments));
  const ids = attachments.map(({ id }) => id).filter((id) => !named.has(id));
  return <Evidence {...{ attachments, ids }} />;
}
