import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** Rows to come, in the place where they will stand. */
export function ListSkeleton({ what }: { what: MessageKey }) {
  return (
    <div class="schedule-skeleton">
      <p class="visually-hidden" role="status">
        {t(what)}
      </p>
      {Array.from({ length: 4 }, (_, i) => (
        <div key={i} class="skeleton" />
      ))}
    </div>
  );
}
