import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { goTo, place, views } from './address.ts';

/** Search within a schedule, and the choice between its list and its timeline. */
export function Toolbar() {
  const { view, search } = place.value;
  return (
    <div class="schedule-tools">
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
      <div class="segments" role="radiogroup" aria-label={t('schedules.view')}>
        {views.map((one) => (
          <label key={one}>
            <input type="radio" name="view" checked={view === one} onChange={() => goTo({ view: one })} />
            <span>{t(`schedule-view.${one}`)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
