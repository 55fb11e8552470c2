import { t } from '../../i18n/index.ts';
import { served } from '../../store/served.ts';
import { matching, matchingCount } from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { FilterForm, filtersSet, Search, ShowChoice } from './filter-form.tsx';
import { EmptyList, ListHead } from './list-head.tsx';
import { NamesNote } from './names-note.tsx';
import { SettlementList } from './settlement-list.tsx';

/** Finding settlements, and the list of those found. */
export function ListPanel() {
  const set = filtersSet();
  return (
    <section class="list-panel" aria-label={t('list.title')}>
      <Search />
      <NamesNote />
      <ShowChoice />
      <details class="more filter-box">
        <summary>
          <Icon name="filter" />
          {t('filter.title')}
          {set > 0 && <span class="badge">{set}</span>}
        </summary>
        <FilterForm />
      </details>
      <ListHead />
      {matching.value.length > 0 && <SettlementList />}
      {matchingCount.value === 0 && <EmptyList />}
      {served.value && <served.value.ListNote />}
    </section>
  );
}
