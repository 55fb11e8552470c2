import { quarterAt, quarterNumber } from '../../server/calendar/quarters.ts';
import { quarter, t } from '../i18n/index.ts';
import { programme } from '../store/state.ts';
import { Select } from '../ui/select.tsx';
import { CheckedField } from './checked-field.tsx';
import { efforts, horizonOf } from './draft.ts';
import type { PartProperties } from './propose-form.tsx';

const quartersAhead = 20;

/** When: the horizon, what each region shall have by when, how long to search. */
export function TimeFields({ draft, faults, problemsAt, change }: PartProperties) {
  const current = programme.value?.currentQuarter ?? '2026-Q1';
  const next = quarterNumber(current) + 1;
  const starts = Array.from({ length: quartersAhead }, (_, i) => quarterAt(next + i));
  const horizon = horizonOf(draft, current);
  const options = (quarters: readonly string[]) => quarters.map((value) => ({ value, label: quarter(value) }));
  return (
    <section class="panel">
      <h3>{t('propose.time')}</h3>
      <div class="fields fields--two">
        <CheckedField label={t('propose.first')} problems={problemsAt('firstQuarter')}>
          {(id, described) => (
            <Select
              {...{ id, ...described, value: draft.firstQuarter, options: options(starts) }}
              empty={t('propose.first-next', { quarter: quarter(quarterAt(next)) })}
              change={(firstQuarter) => change({ firstQuarter })}
            />
          )}
        </CheckedField>
        <CheckedField
          label={t('propose.quarters')}
          hint={horizon.length > 0 ? t('propose.until', { quarter: quarter(horizon.at(-1)!) }) : undefined}
          fault={faults.quarters}
        >
          {(id, described) => (
            <input
              {...{ id, ...described }}
              inputMode="numeric"
              value={draft.quarters}
              onInput={({ currentTarget }) => change({ quarters: currentTarget.value })}
            />
          )}
        </CheckedField>
        <CheckedField label={t('propose.floor')} hint={t('propose.floor-hint')} fault={faults.floorShare}>
          {(id, described) => (
            <input
              {...{ id, ...described }}
              inputMode="decimal"
              value={draft.floorShare}
              onInput={({ currentTarget }) => change({ floorShare: currentTarget.value })}
            />
          )}
        </CheckedField>
        <CheckedField label={t('propose.floor-quarter')} fault={faults.floorQuarter}>
          {(id) => (
            <Select
              {...{ id, value: draft.floorQuarter, options: options(horizon), empty: t('common.none') }}
              change={(floorQuarter) => change({ floorQuarter })}
            />
          )}
        </CheckedField>
      </div>
      <fieldset class="choices">
        <legend>{t('propose.effort')}</legend>
        {efforts.map((effort) => (
          <label key={effort} class="choice">
            <input type="radio" name="effort" checked={draft.effort === effort} onChange={() => change({ effort })} />
            {t(`plan-effort.${effort}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
