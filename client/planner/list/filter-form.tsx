import { nameOf, quarter, t } from '../../i18n/index.ts';
import { sortKey } from '../../i18n/alphabet.ts';
import { type Filters, noAssignment, noFilters, shows } from '../../store/filters.ts';
import { mapHandle } from '../../map/tool.ts';
import { changeFilters, country, filters, operators, programme } from '../../store/state.ts';
import { stages, statuses } from '../../store/vocabulary.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { quarterChoices } from '../assign/term-fields.tsx';

const byLabel = (a: { label: string }, b: { label: string }) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1);

/** Searching by name or code in any of the three languages. */
export function Search() {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        aria-keyshortcuts="/"
        value={filters.value.query}
        onInput={({ currentTarget }) => changeFilters({ query: currentTarget.value })}
      />
    </div>
  );
}

/** Which settlements the page is about. */
export function ShowChoice() {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('show.label')}</legend>
      {shows.map((show) => (
        <label key={show}>
          <input
            type="radio"
            name="show"
            checked={filters.value.show === show}
            onChange={() => changeFilters({ show })}
          />
          <span>{t(`show.${show}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How many filters are set, besides the search and what is shown. */
export function filtersSet(): number {
  const asked = { ...filters.value, query: '', show: '' };
  return Object.values(asked).filter((value) => value !== '' && value !== null).length;
}

/** Another region or district: the map goes there too, for the person asked for it. */
function goWhere(changes: Partial<Filters>): void {
  changeFilters(changes);
  mapHandle.value?.showMatching();
}

const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** All other filters. */
export function FilterForm() {
  const { value } = filters;
  const { regions, districts } = country.value!;
  const regionOptions = regions.map(({ code, names }) => ({ value: code, label: nameOf(names) })).toSorted(byLabel);
  const districtOptions = districts
    .filter(({ region }) => value.region === '' || regions[region].code === value.region)
    .map(({ code, names }) => ({ value: code, label: nameOf(names) }))
    .toSorted(byLabel);
  const operatorOptions = operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }));
  const stageOptions = [
    { value: noAssignment, label: t('filter.no-assignment') } as const,
    ...stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
  ];
  const quarterOptions = quarterChoices(programme.value!.currentQuarter).map((one) => ({
    value: one,
    label: quarter(one),
  }));
  const any = t('filter.any');
  return (
    <form class="filters" aria-label={t('filter.title')} onSubmit={(event) => event.preventDefault()}>
      <div class="fields fields--two">
        <Field label={t('filter.region')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.region, options: regionOptions }}
              change={(region) => goWhere({ region, district: '' })}
            />
          )}
        </Field>
        <Field label={t('filter.district')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.district, options: districtOptions }}
              change={(district) => goWhere({ district })}
            />
          )}
        </Field>
        <Field label={t('filter.status')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.status }}
              options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
              change={(status) => changeFilters({ status })}
            />
          )}
        </Field>
        <Field label={t('filter.operator')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.operator, options: operatorOptions }}
              change={(operator) => changeFilters({ operator })}
            />
          )}
        </Field>
        <Field label={t('filter.stage')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.stage, options: stageOptions }}
              change={(stage) => changeFilters({ stage })}
            />
          )}
        </Field>
        <Field label={t('filter.quarter')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: value.quarter, options: quarterOptions }}
              change={(chosen) => changeFilters({ quarter: chosen })}
            />
          )}
        </Field>
        <PopulationBound name="populationFrom" />
        <PopulationBound name="populationTo" />
      </div>
      {filtersSet() > 0 && (
        <button
          type="button"
          class="button button--small"
          onClick={() => (filters.value = { ...noFilters, show: value.show, query: value.query })}
        >
          {t('filter.clear')}
        </button>
      )}
    </form>
  );
}

function PopulationBound({ name }: { name: 'populationFrom' | 'populationTo' }) {
  return (
    <Field label={t(`filter.${name}`)}>
      {(id) => (
        <input
          id={id}
          type="number"
          inputmode="numeric"
          min={0}
          value={filters.value[name] ?? ''}
          onChange={({ currentTarget }) => changeFilters({ [name]: wholeNumber(currentTarget.value) })}
        />
      )}
    </Field>
  );
}
