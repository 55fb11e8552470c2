import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { learn, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { fetchCode } from '../store/code.ts';
import { Icon } from '../ui/icon.tsx';
import { notifyProblem } from '../ui/notify-problem.ts';

/** Shares the view that the address holds, from any page; what it needs comes when it is pressed. `icon` says no more than that. */
export function ShareButton({ icon = false }: { icon?: boolean }) {
  const [Dialog, setDialog] = useState<FunctionComponent<{ close(): void }> | null>(null);
  if (viewer.value?.role === 'operator') return null;

  async function open(): Promise<void> {
    try {
      const [{ ShareDialog }] = await fetchCode(() => Promise.all([import('./share-dialog.tsx'), learn('sharing')]));
      setDialog(() => ShareDialog);
    } catch (problem) {
      notifyProblem(problem, 'problem.not-opened');
    }
  }

  return (
    <>
      <button
        type="button"
        class={icon ? 'button button--icon' : 'button'}
        aria-label={icon ? t('share.button') : undefined}
        title={icon ? t('share.button') : undefined}
        onClick={() => void open()}
      >
        {icon ? <Icon name="share" /> : t('share.button')}
      </button>
      {Dialog && <Dialog close={() => setDialog(null)} />}
    </>
  );
}
