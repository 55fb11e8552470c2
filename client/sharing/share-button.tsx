import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { learn, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { notify } from '../ui/notices.tsx';

/** Shares the view that the address holds, from any page. What it needs comes when it is pressed. */
export function ShareButton({ small = false }: { small?: boolean }) {
  const [Dialog, setDialog] = useState<FunctionComponent<{ close(): void }> | null>(null);
  if (viewer.value?.role === 'operator') return null;

  async function open(): Promise<void> {
    try {
      const [{ ShareDialog }] = await Promise.all([import('./share-dialog.tsx'), learn('sharing')]);
      setDialog(() => ShareDialog);
    } catch {
      notify({ text: t('problem.no-connection') });
    }
  }

  return (
    <>
      <button type="button" class={small ? 'button button--small' : 'button'} onClick={() => void open()}>
        {t('share.button')}
      </button>
      {Dialog && <Dialog close={() => setDialog(null)} />}
    </>
  );
}
