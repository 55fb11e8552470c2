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

const hold = () => clearTimeout(timer);

function dismiss(): void {
  hold();
  notice.value = null;
}

/** Lets what needs nobody go by itself in a while. */
function letGo(): void {
  hold();
  if (!notice.value?.action && !notice.value?.stays) timer = setTimeout(dismiss, shownFor);
}

/** Says briefly what has happened. */
export function notify(next: Notice): void {
  notice.value = next;
  letGo();
}

/** Where notices appear; screen readers hear them. */
export function Notices() {
  // What can be done on one page may be out of place on the next.
  useEffect(() => () => notice.peek()?.action && dismiss(), []);
  const shown = notice.value;
  return (
    <div class="notices" role="status">
      {shown && (
        <div class="notices__one" onPointerEnter={hold} onPointerLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
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
