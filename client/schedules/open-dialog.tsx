import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { notify } from '../ui/notices.tsx';
import { closeDialog, openDialog } from './acting.ts';
import { reading } from './rows.ts';

/** Where dialogs appear. Their code comes once the list is there, so that the list need not wait for it. */
export function StepDialogs() {
  const [Dialog, setDialog] = useState<FunctionComponent | null>(null);
  const isOpen = openDialog.value !== null;
  const wanted = isOpen || reading.value.state === 'ready';

  async function load(): Promise<void> {
    try {
      const { StepDialog } = await import('./step-dialog.tsx');
      setDialog(() => StepDialog);
    } catch {
      // Without a line nothing is said until somebody opens one.
      if (openDialog.value === null) return;
      closeDialog();
      notify({ text: t('problem.no-connection') });
    }
  }
  useEffect(() => {
    if (wanted && Dialog === null) void load();
  }, [wanted, isOpen]);
  return isOpen && Dialog && <Dialog />;
}
