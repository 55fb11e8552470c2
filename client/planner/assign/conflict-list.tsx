import type { ConflictCode } from '../../../server/assignments/schema.ts';
import { nameOf, t } from '../../i18n/index.ts';
import { country } from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { conflictDetail } from '../words.ts';
import type { ConflictGroup } from './preview.ts';

const namesShown = 60;

interface Properties {
  groups: readonly ConflictGroup[];
  leaveOut: ReadonlySet<ConflictCode>;
  /** Without it, nothing can be left out. */
  change?: (leaveOut: ReadonlySet<ConflictCode>) => void;
  /** What the settlement of a row is called. */
  name?: (row: number) => string;
}

const nameInCountry = (row: number) => nameOf(country.value!.names[row]);

/** What the rules say of the proposal, before anything is saved. */
export function ConflictList({ groups, leaveOut, change, name = nameInCountry }: Properties) {
  if (groups.length === 0) return null;
  function toggle(code: ConflictCode): void {
    const next = new Set(leaveOut);
    if (!next.delete(code)) next.add(code);
    change!(next);
  }
  return (
    <ul class="conflicts" aria-label={t('conflicts.title')}>
      {groups.map(({ code, severity, rows, details }) => (
        <li key={code} class={`conflict conflict--${severity}`}>
          <details>
            <summary>
              <Icon name={severity === 'error' ? 'close' : 'warning'} />
              <span>
                <strong>{t(`conflict.${code}`)}</strong>{' '}
                <span class="muted">{details.map(conflictDetail).filter(Boolean).join(', ')}</span>
              </span>
              <span class="conflict__count">
                {t(severity === 'error' || leaveOut.has(code) ? 'conflicts.skipped' : 'conflicts.warned', {
                  count: rows.length,
                })}
              </span>
            </summary>
            <p class="conflict__names">
              {rows.slice(0, namesShown).map(name).join(', ')}
              {rows.length > namesShown && ` ${t('common.and-more', { count: rows.length - namesShown })}`}
            </p>
          </details>
          {severity === 'warning' && change && (
            <label class="choice">
              <input type="checkbox" checked={leaveOut.has(code)} onChange={() => toggle(code)} />
              {t('conflicts.leave-out')}
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}
