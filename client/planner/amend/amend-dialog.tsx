import { useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { amend } from '../../store/acting.ts';
import { candidateOf, planOf } from '../../store/plan.ts';
import { country, finishing, live, operators, programme } from '../../store/state.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { CommitmentFields } from '../assign/commitment-fields.tsx';
import { ConflictList } from '../assign/conflict-list.tsx';
import { amending, preview } from '../assign/preview.ts';
import { changesOf, type Draft, emptyDraft } from '../assign/term-fields.tsx';
import { closeDialog, type SeenAssignment } from '../dialogs.ts';
import { takeReply } from '../reply/take-reply.ts';
import { comparisonsOf } from './comparisons.ts';
import { OperatorChoice, useOperatorChoice } from './operator-choice.tsx';
import { versioned } from './seen.ts';

const nothingLeftOut: ReadonlySet<never> = new Set();

/** Changes drafts, one or many: the fields that are filled in, and no others. */
export function AmendDialog({ assignments }: { assignments: readonly SeenAssignment[] }) {
  const choice = useOperatorChoice(assignments);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // The plan as it was when the dialog opened: what others change meanwhile, the service refuses and shows.
  const [known] = useState({ live: live.value!, finishing: finishing.value });
  const changes = changesOf(draft);
  const outcome = useMemo(() => {
    if (Object.keys(changes).length === 0) return null;
    const rows = choice.chosen.map((one) => country.value!.indexOf(one)!);
    const candidates = rows.map((row) => candidateOf(known.live, row));
    const numbers = choice.chosen.map(({ number }) => number);
    const plan = planOf(known.finishing, operators.value, programme.value!);
    return preview(rows, amending(candidates, numbers, changes), plan, nothingLeftOut);
  }, [choice.chosen, known, JSON.stringify(changes)]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const reply = await amend({ assignments: choice.chosen.map(versioned), changes });
      takeReply('amend', reply, [], comparisonsOf(reply, choice.chosen, changes));
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t('amend.title')} close={closeDialog}>
      <form onSubmit={submit}>
        <OperatorChoice choice={choice} />
        <CommitmentFields
          draft={draft}
          unchanged={t('amend.unchanged')}
          change={(more) => setDraft({ ...draft, ...more })}
        />
        {outcome && <ConflictList groups={outcome.groups} leaveOut={nothingLeftOut} />}
        {problem !== null && <ProblemNotice problem={problem} what="amend.failed" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            class="button button--main"
            disabled={busy || outcome === null || outcome.accepted.length === 0}
          >
            {busy ? t('common.saving') : t('amend.effect', { count: outcome?.accepted.length ?? choice.chosen.length })}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
