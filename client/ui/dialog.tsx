import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface Properties {
  title: string;
  close(): void;
  /** Stands at the right edge, for reading along with the map. */
  side?: boolean;
  children: ComponentChildren;
}

/** A native modal dialog: the browser keeps the focus in it, and Escape closes it. */
export function Dialog({ title, close, side = false, children }: Properties) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current!.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog ref={element} class={side ? 'dialog dialog--side' : 'dialog'} aria-labelledby={heading} onClose={close}>
      <h2 id={heading} class="dialog__title">
        {title}
      </h2>
      <div class="dialog__body">{children}</div>
      {/* Last, so that the focus begins at the first field. */}
      <button type="button" class="button button--icon dialog__close" aria-label={t('common.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}
