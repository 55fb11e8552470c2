import { useState } from 'preact/hooks';
import type { Progress } from '../../server/construction/schema.ts';
import { changeableStages, ruleOf } from '../../server/assignments/stages.ts';
import type { Stage } from '../../server/assignments/schema.ts';
import { t } from '../i18n/index.ts';
import type { Entry } from '../outbox/entry.ts';
import { viewer } from '../session/session.ts';
import { Field } from '../ui/field.tsx';
import { BlockerFields } from './blocker-fields.tsx';
import { DraftForm } from './draft-form.tsx';
import { FileFields } from './file-fields.tsx';
import { MilestoneFields } from './milestone-fields.tsx';
import { emptyReport, type ReportDraft, reportOf, tellsSomething } from './report-draft.ts';
import { hasHalfTest, testsOf } from './test-draft.ts';
import { TestFields } from './test-fields.tsx';
import { useEntry } from './use-entry.ts';

const steps = ['start-construction', 'report-operational'] as const;

interface Properties {
  progress: Progress;
  /** The stage after all that waits to be sent. */
  stage: Stage;
}

/** Tells how the work stands: the operator of all that it owes, the ministry of what the state does. */
export function ReportSection({ progress, stage }: Properties) {
  if (!changeableStages.includes(stage)) return null;
  return (
    <section class="panel" id="report">
      <h2>{t('report.title')}</h2>
      <DraftForm progress={progress} told="report" empty={() => emptyReport(Math.max(3, progress.needs.tests))}>
        {(entry, done) => <ReportForm {...{ progress, stage, entry, done }} />}
      </DraftForm>
    </section>
  );
}

function ReportForm({ progress, stage, entry, done }: Properties & { entry: Entry; done(): void }) {
  const { draft, files, failed, change, attach, detach, finish, clear } = useEntry<ReportDraft>(entry);
  const [asked, setAsked] = useState(false);
  const [preparing, setPreparing] = useState(0);
  const isOperator = viewer.value!.role === 'operator';
  const { milestones, blockers, needs, wanted } = progress;
  const own = milestones.filter(({ owedBy }) => (owedBy === 'operator') === isOperator);
  const proves = draft.step === 'report-operational';
  const photographs = files.filter(({ kind }) => kind === 'photograph').length;
  const missing = [
    !tellsSomething(draft, files.length) && t('report.says-nothing'),
    hasHalfTest(draft.tests) && t('report.half-test'),
    proves && photographs < needs.photographs && t('report.needs-photographs', { count: needs.photographs }),
    proves && testsOf(draft.tests).length < needs.tests && t('report.needs-tests', { count: needs.tests }),
  ].filter((one) => one !== false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (missing.length > 0) return;
    if (await finish(progress, reportOf(draft))) done();
  }

  return (
    <form class="report-form" onSubmit={submit}>
      {isOperator && (
        <fieldset class="choices">
          <legend>{t('report.step')}</legend>
          {(['', ...steps.filter((step) => ruleOf(step).from.includes(stage))] as const).map((step) => (
            <label key={step} class="choice">
              <input type="radio" name="step" checked={draft.step === step} onChange={() => change({ step })} />
              <span>{t(`report-step.${step || 'none'}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {proves && <p class="muted">{t('report.proof', { photographs: needs.photographs, tests: needs.tests })}</p>}
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
      <h3>{t('files.title')}</h3>
      <FileFields {...{ files, attach, detach, preparing, setPreparing }} />
      {isOperator && (
        <details class="more" open={proves || testsOf(draft.tests).length > 0}>
          <summary>{t('speed.title')}</summary>
          <TestFields tests={draft.tests} wanted={wanted} change={(tests) => change({ tests })} />
        </details>
      )}
      <details class="more" open={Object.keys(draft.milestones).length > 0}>
        <summary>{t('milestones.title')}</summary>
        <MilestoneFields
          {...{ milestones: own, proves, draft: draft.milestones }}
          change={(next) => change({ milestones: next })}
        />
      </details>
      <details class="more" open={draft.blockers.length > 0 || Object.keys(draft.removed).length > 0}>
        <summary>{t('blockers.title')}</summary>
        <BlockerFields
          {...{ draft, mayRaise: isOperator, change }}
          standing={blockers.filter(({ until }) => until === null)}
        />
      </details>
      <div role="alert">
        {asked && missing.length > 0 && <p class="notice notice--error">{missing.join(' ')}</p>}
        {failed && <p class="notice notice--error">{t('report.no-room')}</p>}
      </div>
      <div class="panel__actions">
        <button type="submit" class="button button--main" disabled={preparing > 0}>
          {t('report.send')}
        </button>
        {tellsSomething(draft, files.length) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              done();
              void clear();
            }}
          >
            {t('report.clear')}
          </button>
        )}
      </div>
      <p class="muted">{t('report.outbox')}</p>
    </form>
  );
}
