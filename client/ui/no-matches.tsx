import type { MessageKey } from '../i18n/messages.ts';
import { t } from '../i18n/index.ts';

/** That nothing matches what was asked for, and the way back to all. */
export const NoMatches = ({ clear, what = 'empty.filters' }: { clear(): void; what?: MessageKey }) => (
  <div class="empty">
    <p>{t(what)}</p>
    <button type="button" class="button" onClick={clear}>
      {t('filter.clear')}
    </button>
  </div>
);
