import type { ImportWarning, RejectReason } from '../../server/imports/schema.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';

const shown = 20;

function worded({ code, values }: ImportWarning): string {
  const { reason } = values;
  const said = reason === undefined ? values : { ...values, reason: t(`reject.${reason as RejectReason}`) };
  return t(`warning.${code}`, said);
}

/** What a person should know of a file that is no fault of a row. */
export function Warnings({ warnings }: { warnings: readonly ImportWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <div class="import-warnings">
      <Icon name="warning" />
      <div>
        <h4>{t('imports.warnings')}</h4>
        <ul>
          {warnings.slice(0, shown).map((warning, at) => (
            <li key={at}>{worded(warning)}</li>
          ))}
          {warnings.length > shown && <li>{t('common.and-more', { count: warnings.length - shown })}</li>}
        </ul>
      </div>
    </div>
  );
}
