import { useState } from 'preact/hooks';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { t } from '../i18n/index.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import { selectionInAddress } from '../store/address.ts';
import { goTo, view } from './address.ts';
import { FilterForm } from './filter-form.tsx';
import type { WholePlan } from './finished-plan.tsx';
import { canBecome } from './matching.ts';
import { PinDialog } from './pin-dialog.tsx';
import { RowList } from './row-list.tsx';
import { useRows } from './use-rows.ts';
import { people } from './words.ts';

type Open = { type: 'adopt' | 'pin'; rows: readonly PlanRow[] } | null;

const residentsOf = (rows: readonly PlanRow[]) => rows.reduce((sum, { residents }) => sum + residents, 0);

/** Every settlement of the plan: found by filters, selected, pinned, and made assignments in draft. */
export function SettlementsTab({ plan }: { plan: WholePlan }) {
  const { matching, chosen, selectedRows } = useRows(plan);
  const [open, setOpen] = useState<Open>(null);
  const all = plan.rows.filter(canBecome);
  return (
    <>
      <section class="panel plan-list">
        <div class="panel__head">
          <h3>{t('list.title')}</h3>
          {all.length > 0 && (
            <button type="button" class="button button--main" onClick={() => setOpen({ type: 'adopt', rows: all })}>
              {t('adopt.all', { count: all.length })}
            </button>
          )}
        </div>
        <FilterForm plan={plan} />
        <div class="plan-list__head">
          <p role="status">
            {t('list.count', { count: matching.length, of: plan.rows.length })},{' '}
            {people(residentsOf(matching.map(({ row }) => row)))}
          </p>
          {matching.length > 0 && (
            <button type="button" class="button button--small" onClick={() => goTo({ selected: 'matching' })}>
              {t('list.select-all')}
            </button>
          )}
        </div>
        {matching.length === 0 ? (
          <p class="empty">{t('empty.filters')}</p>
        ) : (
          <RowList matching={matching} chosen={chosen} />
        )}
      </section>
      <SelectionBar rows={selectedRows} open={setOpen} plan={plan} />
      {open?.type === 'adopt' && <AdoptDialog plan={plan} rows={open.rows} close={() => setOpen(null)} />}
      {open?.type === 'pin' && <PinDialog plan={plan} rows={open.rows} close={() => setOpen(null)} />}
    </>
  );
}

interface BarProperties {
  rows: readonly PlanRow[];
  plan: WholePlan;
  open(next: Open): void;
}

/** What is selected, and what can be done with it. */
function SelectionBar({ rows, open }: BarProperties) {
  const adoptable = rows.filter(canBecome);
  const { selected } = view.value;
  return (
    <section class="action-bar action-bar--sticky" aria-label={t('bar.title')} hidden={rows.length === 0}>
      <p class="action-bar__summary" role="status">
        {rows.length > 0 && `${t('count.settlements', { count: rows.length })}, ${people(residentsOf(rows))}`}
      </p>
      {selected !== 'matching' && selected.length > selectionInAddress && (
        <p class="muted">{t('bar.not-in-link', { most: selectionInAddress })}</p>
      )}
      <div class="action-bar__actions">
        {adoptable.length > 0 && (
          <button type="button" class="button button--main" onClick={() => open({ type: 'adopt', rows: adoptable })}>
            {t('adopt.button', { count: adoptable.length })}
          </button>
        )}
        <button type="button" class="button" onClick={() => open({ type: 'pin', rows })}>
          {t('pins.pin')}
        </button>
        <button type="button" class="button" onClick={() => goTo({ selected: [] })}>
          {t('bar.clear')}
        </button>
      </div>
    </section>
  );
}
