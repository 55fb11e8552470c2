import { nameOf, quarter, t } from '../i18n/index.ts';
import { operators } from '../store/state.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';
import { goTo, noFilters, shownRows, view } from './address.ts';
import { planTechnologies } from './draft.ts';
import type { WholePlan } from './finished-plan.tsx';
import { regionName } from './known.ts';
import { technologyName } from './words.ts';

/** Which settlements of the plan are shown, in the list and on the map. */
export function FilterForm({ plan: { summary }, isMap = false }: { plan: WholePlan; isMap?: boolean }) {
  const { show, search, region, operator, technology, quarter: when } = view.value;
  const isSet = search !== '' || [region, operator, technology, isMap ? '' : when].some((value) => value !== '');
  const any = t('filter.any');
  return (
    <form class="plan-filters" aria-label={t('filter.title')} onSubmit={(event) => event.preventDefault()}>
      {!isMap && (
        <>
          <fieldset class="segments">
            <legend class="visually-hidden">{t('show.label')}</legend>
            {shownRows.map((one) => (
              <label key={one}>
                <input type="radio" name="show" checked={show === one} onChange={() => goTo({ show: one })} />
                <span>{t(`plan-show.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <div class="search">
            <Icon name="search" />
            <input
              type="search"
              aria-label={t('filter.search')}
              placeholder={t('filter.search')}
              value={search}
              onInput={({ currentTarget }) => goTo({ search: currentTarget.value })}
            />
          </div>
        </>
      )}
      <div class="fields fields--two">
        <Field label={t('filter.region')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: region }}
              options={summary.byRegion.map(({ regionCode }) => ({ value: regionCode, label: regionName(regionCode) }))}
              change={(value) => goTo({ region: value })}
            />
          )}
        </Field>
        <Field label={t('filter.operator')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: operator }}
              options={operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
              change={(value) => goTo({ operator: value })}
            />
          )}
        </Field>
        <Field label={t('field.technology')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: technology }}
              options={planTechnologies.map((value) => ({ value, label: technologyName(value) }))}
              change={(value) => goTo({ technology: value })}
            />
          )}
        </Field>
        {!isMap && (
          <Field label={t('filter.quarter')}>
            {(id) => (
              <Select
                {...{ id, empty: any, value: when }}
                options={summary.byQuarter.map((at) => ({ value: at.quarter, label: quarter(at.quarter) }))}
                change={(value) => goTo({ quarter: value })}
              />
            )}
          </Field>
        )}
      </div>
      {isSet && (
        <button
          type="button"
          class="button button--small"
          onClick={() => goTo({ ...noFilters, show, quarter: isMap ? when : '' })}
        >
          {t('filter.clear')}
        </button>
      )}
    </form>
  );
}
