import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { type Result, results } from './queue.ts';

/** What has been loaded since the page was opened. */
export function Results() {
  const { value } = results;
  return (
    <>
      {value.map((result, at) => (
        <Loaded key={result.uploadId} {...result} newest={at === value.length - 1} />
      ))}
    </>
  );
}

function Loaded({ name, uploadId, report, newest }: Result & { newest: boolean }) {
  const element = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its file.
  useEffect(() => {
    if (newest) element.current!.focus();
  }, [newest]);
  return (
    <div ref={element} class="notice notice--good" tabIndex={-1}>
      <div>
        <p>
          <strong>{t('imports.result', { name, count: report.added + report.changed })}</strong>
          {report.removed > 0 && ` · ${t('imports.result-removed', { count: report.removed })}`}
        </p>
        {report.rejected > 0 && (
          <p>
            {t('imports.reject-count', { count: report.rejected })}.{' '}
            <a href={`/api/imports/${uploadId}/rejects`} download>
              {t('imports.rejects-download')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
