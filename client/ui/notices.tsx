import { signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

export interface Notice {
  text: string;
  /** What can be done about it. */
  action?: { label: string; run(): void };
}

const shownFor = 12_000;
const notice = signal<Notice | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

function dismiss(): void {
  clearTimeout(timer);
  notice.value = null;
}

/** Says briefly what has happened. */
export function notify(next: Notice): void {
  dismiss();
  notice.value = next;
  timer = setTimeout(dismiss, shownFor);
}

/** Where notices appear; screen readers hear them. */
export function Notices() {
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
