import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchCode } from '../store/code.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { closeDialog, openDialog } from './acting.ts';
import { reading } from './rows.ts';

/** Where dialogs appear. Their code comes once the list is there, so that the list need not wait for it. */
export function StepDialogs() {
  const [Dialog, setDialog] = useState<FunctionComponent | null>(null);
  const isOpen = openDialog.value !== null;
  const wanted = isOpen || reading.value.state === 'ready';

  async function load(): Promise<void> {
    try {
      const { StepDialog } = await fetchCode(() => import('./step-dialog.tsx'));
      setDialog(() => StepDialog);
    } catch (problem) {
      // Without a line nothing is said until somebody opens one.
      if (openDialog.value === null) return;
      closeDialog();
      notifyProblem(problem, 'problem.not-opened');
    }
  }
  useEffect(() => {
    if (wanted && Dialog === null) void load();
  }, [wanted, isOpen]);
  return isOpen && Dialog && <Dialog />;
}
