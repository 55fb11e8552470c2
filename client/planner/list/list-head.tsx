import { nameOf, t } from '../../i18n/index.ts';
import { noFilters } from '../../store/filters.ts';
import { type Sort, sorts } from '../../store/sort.ts';
import { served } from '../../store/served.ts';
import {
  clearSelection,
  country,
  filters,
  live,
  matching,
  matchingCount,
  selectMatching,
  selected,
  selection,
  sort,
} from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { ListFiles } from './list-files.tsx';

/** How many match, in which order, and all of them at once. */
export function ListHead() {
  const count = matchingCount.value;
  const large = served.value;
  const all =
    large === null
      ? selected.value.size > 0 && matching.value.every((row) => selected.value.has(row))
      : selection.value.type === 'matching';
  return (
    <div class="list-head">
      <p role="status">
        {count === null ? t('large.counting') : t('list.count', { count, of: large?.total ?? country.value!.size })}
      </p>
      <div class="list-head__row">
        <button
          type="button"
          class="button button--small"
          disabled={!count}
          aria-keyshortcuts="Control+A"
          onClick={() => (all ? clearSelection() : selectMatching())}
        >
          <Icon name="check" />
          {all ? t('list.clear') : t('list.select-all')}
        </button>
        <label class="list-head__sort">
          <span class="visually-hidden">{t('sort.label')}</span>
          <select value={sort.value} onChange={({ currentTarget }) => (sort.value = currentTarget.value as Sort)}>
            {sorts.map((by) => (
              <option key={by} value={by}>
                {t(`sort.${by}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ListFiles />
    </div>
  );
}

/** Why the list is empty, and the next step. */
export function EmptyList() {
  const filtered = JSON.stringify({ ...filters.value, show: '' }) !== JSON.stringify({ ...noFilters, show: '' });
  const none = served.value === null && country.value!.size === 0;
  const region = country.value!.regions.find(({ code }) => code === filters.value.region);
  return (
    <div class="empty">
      <p>
        {none && t('empty.country')}
        {!none && filtered && t('empty.filters')}
        {!none && !filtered && t(`empty.${filters.value.show}`)}
      </p>
      {filtered && region && <p class="muted">{nameOf(region.names)}</p>}
      {filtered && (
        <button
          type="button"
          class="button"
          onClick={() => (filters.value = { ...noFilters, show: filters.value.show })}
        >
          {t('filter.clear')}
        </button>
      )}
      {!filtered && !none && filters.value.show !== 'all' && live.value && (
        <button type="button" class="button" onClick={() => (filters.value = { ...filters.value, show: 'all' })}>
          {t('empty.show-all')}
        </button>
      )}
    </div>
  );
}
