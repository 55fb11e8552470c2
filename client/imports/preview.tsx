import { useEffect, useRef } from 'preact/hooks';
import type { ImportReport } from '../../server/imports/schema.ts';
import { number, t } from '../i18n/index.ts';
import { FileProblem } from './file-problem.tsx';
import { type ChosenFile, discard, load, type Step } from './queue.ts';
import { Rejects } from './rejects.tsx';
import { Warnings } from './warnings.tsx';

interface Properties {
  one: ChosenFile;
  step: Extract<Step, { type: 'checked' | 'loading' }>;
}

const counted = ['added', 'changed', 'removed', 'unchanged', 'rejected'] as const;

/** What loading the file would change, what of it is rejected and why; then loading it, or not. */
export function Preview({ one, step }: Properties) {
  const { report, id } = step.upload;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current!.focus(), [id]);
  return (
    <div class="preview">
      <h3 ref={heading} tabIndex={-1}>
        {t('imports.preview')}
      </h3>
      <p>
        {t(one.about.kind ? 'imports.taken' : 'imports.recognised', { kind: t(`import-kind.${report.kind}`) })}{' '}
        <span class="muted">
          {t('imports.columns-read', { columns: [...new Set(Object.values(report.fields))].join(', ') })} (
          <span lang="en">{report.format}</span>)
        </span>
      </p>
      <dl class="counts">
        {counted.map((count) => (
          <div key={count} class={report[count] === 0 ? 'counts__none' : `counts__${count}`}>
            <dt>{t(`imports.${count}`)}</dt>
            <dd>{number(report[count])}</dd>
          </div>
        ))}
      </dl>
      {report.removed > 0 && <p>{t('imports.removed-explained', { dataset: report.dataset })}</p>}
      <Warnings warnings={report.warnings} />
      <Rejects report={report} uploadId={id} />
      {step.type === 'checked' && step.problem !== null && (
        <FileProblem problem={step.problem} what="imports.load-failed" />
      )}
      <Actions one={one} step={step} report={report} />
    </div>
  );
}

function Actions({ one, step, report }: Properties & { report: ImportReport }) {
  const count = report.added + report.changed;
  const nothing = count + report.removed === 0;
  const loading = step.type === 'loading';
  const effect =
    report.removed > 0 ? t('imports.load-remove', { count, removed: report.removed }) : t('imports.load', { count });
  return (
    <>
      {nothing && <p>{t(report.unchanged > 0 ? 'imports.nothing-new' : 'imports.nothing-accepted')}</p>}
      <p role="status">{loading && t('imports.loading')}</p>
      {loading && <progress aria-label={t('imports.loading')} />}
      <p class="file-card__actions">
        {!nothing && (
          <button
            type="button"
            class="button button--main"
            disabled={loading}
            onClick={() => void load(one, step.upload)}
          >
            {effect}
          </button>
        )}
        <button type="button" class="button" disabled={loading} onClick={() => discard(one)}>
          {t('imports.discard')}
        </button>
      </p>
    </>
  );
}
