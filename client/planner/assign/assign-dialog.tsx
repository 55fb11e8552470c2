import { useMemo, useState } from 'preact/hooks';
import type { Commitment, ConflictCode } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { assign } from '../../store/acting.ts';
import { candidateOf, planOf } from '../../store/plan.ts';
import { country, finishing, live, operators, programme } from '../../store/state.ts';
import { summarise } from '../../store/summary.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { closeDialog } from '../dialogs.ts';
import { takeReply } from '../reply/take-reply.ts';
import { summaryText } from '../summary-text.ts';
import { CommitmentFields } from './commitment-fields.tsx';
import { ConflictList } from './conflict-list.tsx';
import { assigning, preview } from './preview.ts';
import { type Draft, emptyDraft } from './term-fields.tsx';

/** The commitment of a draft in which all that must be chosen is chosen. */
function commitmentOf(draft: Draft): Commitment | null {
  const { operatorCode, technology, startQuarter, finishQuarter, costTenge, subsidyTenge, responsibleOfficer } = draft;
  if (!operatorCode || !technology || !startQuarter || !finishQuarter) return null;
  const tenge = (value: number | '' | null) => (value === '' ? null : value);
  return {
    operatorCode,
    technology,
    startQuarter,
    finishQuarter,
    costTenge: tenge(costTenge),
    subsidyTenge: tenge(subsidyTenge),
    responsibleOfficer: responsibleOfficer.trim(),
  };
}

/** Assigns settlements to one operator, technology and time; what the rules refuse is shown beforehand. */
export function AssignDialog({ rows }: { rows: readonly number[] }) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<ConflictCode>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const commitment = commitmentOf(draft);
  const known = live.value!;
  const outcome = useMemo(() => {
    if (commitment === null) return null;
    const plan = planOf(finishing.value, operators.value, programme.value!);
    const candidates = rows.map((row) => candidateOf(known, row));
    return preview(rows, assigning(candidates, commitment), plan, leaveOut);
  }, [rows, known, finishing.value, leaveOut, JSON.stringify(commitment)]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (commitment === null || outcome === null || outcome.accepted.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const settlements = outcome.accepted.map((row) => country.value!.keyOf(row));
      takeReply('assign', await assign({ settlements, commitment }), outcome.skipped);
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t('assign.title')} close={closeDialog}>
      <form onSubmit={submit}>
        <p>{summaryText(summarise(country.value, known, new Set(rows)))}</p>
        <CommitmentFields
          draft={draft}
          change={(changes) => {
            // Work cannot finish before it starts: the finish follows where it would.
            const next = { ...draft, ...changes };
            if (changes.startQuarter && next.finishQuarter < changes.startQuarter) {
              next.finishQuarter = changes.startQuarter;
            }
            setDraft(next);
          }}
        />
        {outcome && <ConflictList groups={outcome.groups} leaveOut={leaveOut} change={setLeaveOut} />}
        {outcome?.groups.length === 0 && <p class="notice notice--good">{t('conflicts.none')}</p>}
        {problem !== null && <ProblemNotice problem={problem} what="assign.failed" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            class="button button--main"
            disabled={busy || outcome === null || outcome.accepted.length === 0}
            aria-live="polite"
          >
            {busy ? t('common.saving') : effectText(outcome?.accepted.length, outcome?.skipped.length)}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What pressing the button will do. */
function effectText(accepted: number | undefined, skipped: number | undefined): string {
  if (accepted === undefined || skipped === undefined) return t('assign.button');
  return skipped === 0
    ? t('assign.effect', { count: accepted })
    : t('assign.effect-skip', { count: accepted, skipped });
}
