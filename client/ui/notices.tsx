import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

export interface Notice {
  text: string;
  /** What can be done about it, until it is done or put away. */
  action?: { label: string; run(): void };
  /** It must be read: it does not go by itself. */
  stays?: true;
}

const shownFor = 12_000;
const notice = signal<Notice | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

function dismiss(): void {
  clearTimeout(timer);
  notice.value = null;
}

/** Has it go by itself in a while, but not from whoever is at it. */
function dismissLater(): void {
  const isHeld = () => document.querySelector('.notices__one:is(:hover, :focus-within)') !== null;
  timer = setTimeout(() => (isHeld() ? dismissLater() : dismiss()), shownFor);
}

/** Says briefly what has happened. */
export function notify(next: Notice): void {
  dismiss();
  notice.value = next;
  if (next.action === undefined && next.stays === undefined) dismissLater();
}

/** Where notices appear; screen readers hear them. */
export function Notices() {
  // What can be done on one page may be out of place on the next.
  useEffect(() => () => notice.peek()?.action && dismiss(), []);
  const shown = notice.value;
  return (
    <div class="notices" role="status">
      {shown && (
        <div class="notices__one">
          <span>{shown.text}</span>
          {shown.action && (
            <button
              type="button"
              class="button button--quiet"
              onClick={() => {
                dismiss();
                shown.action!.run();
              }}
            >
              {shown.action.label}
            </button>
          )}
          <button type="button" class="button button--icon" aria-label={t('common.close')} onClick={dismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
