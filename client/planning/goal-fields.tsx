import { nameOf, t } from '../i18n/index.ts';
import { sortKey } from '../i18n/alphabet.ts';
import { Select } from '../ui/select.tsx';
import { CheckedField, Wrong } from './checked-field.tsx';
import { objectives, scopes } from './draft.ts';
import { placeName, regions } from './known.ts';
import type { PartProperties } from './propose-form.tsx';

const namesShown = 20;

/** For whom, and what is least in the best plan. */
export function GoalFields({ draft, faults, problemsAt, change }: PartProperties) {
  return (
    <section class="panel">
      <h3>{t('propose.goal')}</h3>
      <CheckedField label={t('propose.name')} hint={t('propose.name-hint')}>
        {(id, described) => (
          <input
            {...{ id, ...described }}
            maxLength={200}
            value={draft.name}
            onInput={({ currentTarget }) => change({ name: currentTarget.value })}
          />
        )}
      </CheckedField>
      <fieldset class="choices">
        <legend>{t('propose.scope')}</legend>
        {scopes
          .filter((scope) => scope !== 'selection' || draft.settlements.length > 0)
          .map((scope) => (
            <label key={scope} class="choice">
              <input type="radio" name="scope" checked={draft.scope === scope} onChange={() => change({ scope })} />
              {scope === 'selection'
                ? t('plan-scope.chosen', { count: draft.settlements.length })
                : t(`plan-scope.${scope}`)}
            </label>
          ))}
        {draft.settlements.length === 0 && <p class="muted">{t('propose.selection-hint')}</p>}
        <Wrong problems={problemsAt('scope')} />
      </fieldset>
      {draft.scope === 'region' && (
        <CheckedField label={t('filter.region')} fault={faults.region}>
          {(id) => (
            <Select
              {...{ id, value: draft.region, empty: t('assign.choose') }}
              options={regions.value
                .map(({ code, names }) => ({ value: code, label: nameOf(names) }))
                .toSorted((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1))}
              change={(region) => change({ region })}
            />
          )}
        </CheckedField>
      )}
      {draft.scope === 'selection' && (
        <p class="muted">
          {draft.settlements.slice(0, namesShown).map(placeName).join(', ')}
          {draft.settlements.length > namesShown &&
            ` ${t('common.and-more', { count: draft.settlements.length - namesShown })}`}
        </p>
      )}
      <fieldset class="choices">
        <legend>{t('propose.objective')}</legend>
        {objectives.map((objective) => (
          <label key={objective} class="choice choice--explained">
            <input
              type="radio"
              name="objective"
              checked={draft.objective === objective}
              onChange={() => change({ objective })}
            />
            <span>
              {t(`plan-objective.${objective}`)}
              <small class="muted">{t(`objective-hint.${objective}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.objective === 'service' && (
        <CheckedField label={t('propose.budget')} hint={t('propose.budget-hint')} fault={faults.budget}>
          {(id, described) => (
            <input
              {...{ id, ...described }}
              inputMode="decimal"
              value={draft.budget}
              onInput={({ currentTarget }) => change({ budget: currentTarget.value })}
            />
          )}
        </CheckedField>
      )}
    </section>
  );
}
