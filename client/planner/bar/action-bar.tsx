import { t } from '../../i18n/index.ts';
import { mapHandle } from '../../map/tool.ts';
import { mayPlan } from '../../session/session.ts';
import { selectionInAddress, writeKeys } from '../../store/address.ts';
import { served } from '../../store/served.ts';
import { clearSelection, country, readyToAct, selected, selection, summary } from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { draftsOf } from '../amend/seen.ts';
import { openDialog } from '../dialogs.ts';
import { summaryText } from '../summary-text.ts';

/** What is selected, and what can be done with it. */
export function ActionBar() {
  const rows = selected.value;
  return (
    <section class="action-bar" aria-label={t('bar.title')} hidden={rows.size === 0}>
      <p class="action-bar__summary" role="status">
        {rows.size > 0 && summaryText(summary.value)}
      </p>
      {served.value && rows.size > 0 && <served.value.BarNote />}
      {selection.value.type === 'chosen' && rows.size > selectionInAddress && (
        <p class="muted">{t('bar.not-in-link', { most: selectionInAddress })}</p>
      )}
      <div class="action-bar__actions">
        {mayPlan() && readyToAct.value && <PlannerActions rows={rows} />}
        <button type="button" class="button action-bar__show" onClick={() => mapHandle.value?.showRows([...rows])}>
          {t('bar.show')}
        </button>
        <button type="button" class="button" onClick={clearSelection}>
          <Icon name="close" />
          {t('bar.clear')}
        </button>
      </div>
    </section>
  );
}

/** Where a plan is asked for these settlements: named in the address, or left in this window where that has no room for them. */
function ProposeLink({ rows }: { rows: ReadonlySet<number> }) {
  const keys = [...rows].map((row) => country.value!.keyOf(row));
  const fits = keys.length <= selectionInAddress;
  return (
    <a
      class="button"
      href={`/planning?page=new&settlements=${fits ? writeKeys(keys) : 'passed-on'}`}
      onClick={() => fits || sessionStorage.setItem('baylanys.selection', writeKeys(keys))}
    >
      {t('bar.propose')}
    </a>
  );
}

function PlannerActions({ rows }: { rows: ReadonlySet<number> }) {
  const drafts = draftsOf(rows);
  return (
    <>
      <button
        type="button"
        class="button button--main"
        aria-keyshortcuts="A"
        onClick={() => (openDialog.value = { type: 'assign', rows: [...rows] })}
      >
        {t('bar.assign')}
      </button>
      <ProposeLink rows={rows} />
      {drafts.length > 0 && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => (openDialog.value = { type: 'amend', assignments: drafts })}
          >
            {t('bar.amend', { count: drafts.length })}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => (openDialog.value = { type: 'withdraw', assignments: drafts })}
          >
            {t('bar.withdraw', { count: drafts.length })}
          </button>
        </>
      )}
    </>
  );
}
