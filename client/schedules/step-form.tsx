import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { nameOf, t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { closeDialog } from './acting.ts';
import type { Row } from './rows.ts';

interface Properties {
  title: string;
  rows: readonly Row[];
  /** What the button does, with how many. */
  effect: string;
  submit(): Promise<void>;
  disabled?: boolean;
  children: ComponentChildren;
}

const namesShown = 12;

/** A dialog that acts on assignments: their names, what comes with the action, and a button that says its effect. */
export function StepForm({ title, rows, effect, submit, disabled = false, children }: Properties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await submit();
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }
  const names = rows.slice(0, namesShown).map(({ names: all }) => nameOf(all));
  return (
    <Dialog title={title} close={closeDialog}>
      <form onSubmit={send}>
        <p>
          <strong>{t('count.settlements', { count: rows.length })}:</strong> {names.join(', ')}
          {rows.length > namesShown && ` ${t('common.and-more', { count: rows.length - namesShown })}`}
        </p>
        {children}
        {problem !== null && <ProblemNotice problem={problem} what="schedules.step-failed" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={closeDialog}>
            {t('common.close')}
          </button>
          <button type="submit" class="button button--main" disabled={busy || disabled}>
            {busy ? t('common.saving') : effect}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
