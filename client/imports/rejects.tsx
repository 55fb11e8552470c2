import type { ImportReport, RejectReason } from '../../server/imports/schema.ts';
import { number, t } from '../i18n/index.ts';

interface Properties {
  report: ImportReport;
  uploadId: string;
}

/** The rows that are rejected: why and how often, each with its place in the file, and the way to have them all. */
export function Rejects({ report, uploadId }: Properties) {
  if (report.rejected === 0) return null;
  const reasons = Object.entries(report.rejectsByReason) as [RejectReason, number][];
  const faults = reasons.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section class="rejects">
      <h4>{t('imports.reject-count', { count: report.rejected })}</h4>
      <ul class="rejects__reasons">
        {reasons
          .toSorted(([, a], [, b]) => b - a)
          .map(([reason, count]) => (
            <li key={reason}>
              {t(`reject.${reason}`)}: <strong>{t('imports.fault-count', { count })}</strong>
            </li>
          ))}
      </ul>
      <p>
        <a class="button" href={`/api/imports/${uploadId}/rejects`} download>
          {t('imports.rejects-download')}
        </a>
      </p>
      {faults > report.rejects.length && (
        <p class="muted">{t('imports.rejects-first', { count: report.rejects.length })}</p>
      )}
      {/* Scrolls by itself, so it must be within reach of the keyboard. */}
      <div
        class="rejects__rows"
        role="region"
        aria-label={t('imports.reject-count', { count: report.rejected })}
        tabIndex={0}
      >
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.value')}</th>
              <th scope="col">{t('imports.why')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rejects
              .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
              .map(({ line, column, value, reason }, at) => (
                <tr key={at}>
                  <td>{line !== null && number(line)}</td>
                  <td>{column}</td>
                  <td>{value}</td>
                  <td>{t(`reject.${reason}`)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
