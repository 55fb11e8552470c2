import { useState } from 'preact/hooks';
import type { Progress } from '../../server/construction/schema.ts';
import { t } from '../i18n/index.ts';
import type { Entry } from '../outbox/entry.ts';
import { ReasonFields, wholeReason } from '../schedules/reason-fields.tsx';
import { Field } from '../ui/field.tsx';
import { DraftForm } from './draft-form.tsx';
import { FileFields } from './file-fields.tsx';
import { emptyInspection, failingSoFar, type InspectionDraft, inspectionOf } from './inspection-draft.ts';
import { hasHalfTest } from './test-draft.ts';
import { TestFields } from './test-fields.tsx';
import { useEntry } from './use-entry.ts';

/** The ministry's check on the spot of what is reported to work. */
export function InspectionSection({ progress }: { progress: Progress }) {
  return (
    <section class="panel" id="inspection">
      <h2>{t('inspection.title')}</h2>
      <DraftForm progress={progress} told="inspection" empty={emptyInspection}>
        {(entry, done) => <InspectionForm {...{ progress, entry, done }} />}
      </DraftForm>
    </section>
  );
}

function InspectionForm({ progress, entry, done }: { progress: Progress; entry: Entry; done(): void }) {
  const { draft, files, failed, change, attach, detach, finish } = useEntry<InspectionDraft>(entry);
  const [asked, setAsked] = useState(false);
  const [preparing, setPreparing] = useState(0);
  const { wanted } = progress;
  const failing = failingSoFar(draft, wanted);
  const passes = failing?.length === 0;
  const missing = [
    (failing === null || hasHalfTest(draft.tests)) && t('inspection.needs-tests'),
    failing !== null && !passes && wholeReason(draft.reason) === null && t('inspection.needs-reason'),
  ].filter((one) => one !== false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (missing.length > 0) return;
    if (await finish(progress, inspectionOf(draft, wanted))) done();
  }

  return (
    <form class="report-form" onSubmit={submit}>
      <p class="muted">{t('inspection.explained')}</p>
      <div class="fields fields--two">
        <Field label={t('inspection.inspector')}>
          {(id) => (
            <input
              id={id}
              required
              maxLength={200}
              value={draft.inspector}
              onInput={({ currentTarget: { value } }) => change({ inspector: value })}
            />
          )}
        </Field>
        <Field label={t('inspection.date')}>
          {(id) => (
            <input
              id={id}
              type="date"
              required
              value={draft.inspectedOn}
              onInput={({ currentTarget: { value } }) => change({ inspectedOn: value })}
            />
          )}
        </Field>
      </div>
      <h3>{t('speed.title')}</h3>
      <TestFields tests={draft.tests} wanted={wanted} change={(tests) => change({ tests })} />
      {failing !== null && (
        <p class={passes ? 'notice notice--good' : 'notice notice--error'}>
          {t(passes ? 'inspection.passes' : 'inspection.fails')}
        </p>
      )}
      {failing !== null && !passes && <ReasonFields reason={draft.reason} change={(reason) => change({ reason })} />}
      <h3>{t('files.title')}</h3>
      <FileFields {...{ files, attach, detach, preparing, setPreparing }} />
      <Field label={t('report.note')}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={2000}
            value={draft.note}
            onInput={({ currentTarget: { value } }) => change({ note: value })}
          />
        )}
      </Field>
      <div role="alert">
        {asked && missing.length > 0 && <p class="notice notice--error">{missing.join(' ')}</p>}
        {failed && <p class="notice notice--error">{t('report.no-room')}</p>}
      </div>
      <div class="panel__actions">
        <button type="submit" class="button button--main" disabled={preparing > 0}>
          {failing === null ? t('inspection.send') : t(passes ? 'inspection.send-pass' : 'inspection.send-fail')}
        </button>
      </div>
      <p class="muted">{t('report.outbox')}</p>
    </form>
  );
}
