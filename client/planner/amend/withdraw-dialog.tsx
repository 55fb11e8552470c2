import { useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { withdraw } from '../../store/acting.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { closeDialog, type SeenAssignment } from '../dialogs.ts';
import { takeReply } from '../reply/take-reply.ts';
import { OperatorChoice, useOperatorChoice } from './operator-choice.tsx';
import { versioned } from './seen.ts';

/** Takes back drafts, one or many. */
export function WithdrawDialog({ assignments }: { assignments: readonly SeenAssignment[] }) {
  const choice = useOperatorChoice(assignments);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      takeReply('withdraw', await withdraw({ assignments: choice.chosen.map(versioned) }));
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t('withdraw.title')} close={closeDialog}>
      <form onSubmit={submit}>
        <OperatorChoice choice={choice} />
        <p class="muted">{t('withdraw.explained')}</p>
        {problem !== null && <ProblemNotice problem={problem} what="withdraw.failed" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={busy}>
            {busy ? t('common.saving') : t('withdraw.effect', { count: choice.chosen.length })}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
