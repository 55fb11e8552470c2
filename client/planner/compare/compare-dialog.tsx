import { useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { closeDialog, openDialog } from '../dialogs.ts';
import type { Comparison } from './comparison.ts';

/** Theirs and mine side by side, one thing after the other; never everything at once. */
export function CompareDialog({ comparisons }: { comparisons: readonly Comparison[] }) {
  const [at, setAt] = useState(0);
  const next = () => (at + 1 < comparisons.length ? setAt(at + 1) : closeDialog());
  return (
    <Dialog title={t('compare.title')} close={closeDialog}>
      <p>{t('compare.explained')}</p>
      {comparisons.length > 1 && <p class="muted">{t('compare.place', { at: at + 1, of: comparisons.length })}</p>}
      <OneComparison key={at} comparison={comparisons[at]} done={next} />
    </Dialog>
  );
}

function OneComparison({ comparison, done }: { comparison: Comparison; done(): void }) {
  const { title, fields, save } = comparison;
  const [mine, setMine] = useState(() => fields.map(() => false));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const chosen = mine.filter(Boolean).length;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (chosen === 0) return done();
    setBusy(true);
    setProblem(null);
    try {
      await save(mine);
      // Saving may have opened the list of what was refused.
      if (openDialog.peek()?.type === 'compare') done();
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  const choice = (row: number, isMine: boolean, text: string) => (
    <td>
      <label class="choice">
        <input
          type="radio"
          name={`field-${row}`}
          checked={mine[row] === isMine}
          onChange={() => setMine(mine.map((value, i) => (i === row ? isMine : value)))}
        />
        {text}
      </label>
    </td>
  );

  return (
    <form onSubmit={submit}>
      <h3>{title}</h3>
      <table class="table compare">
        <thead>
          <tr>
            <th scope="col">{t('compare.field')}</th>
            <th scope="col">{t('compare.theirs')}</th>
            <th scope="col">{t('compare.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, theirs, mine: own }, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {choice(row, false, theirs)}
              {choice(row, true, own)}
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== null && <ProblemNotice problem={problem} what="compare.failed" />}
      <footer class="dialog__foot">
        <button type="submit" class="button button--main" disabled={busy}>
          {chosen === 0 ? t('compare.keep-theirs') : t('compare.save', { count: chosen })}
        </button>
      </footer>
    </form>
  );
}
