import { useEffect, useState } from 'preact/hooks';
import type { Coverage } from '../../server/reports/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { sortKey } from '../i18n/alphabet.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { Way } from './address.ts';

const optionsOf = (places: Coverage['regions']) =>
  places
    .map(({ code, names }) => ({ value: code, label: nameOf(names) }))
    .toSorted((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1));

/** Which place, and as known on which date. */
export function PlaceChoice({ way, coverage }: { way: Way; coverage: Coverage | null }) {
  const { region, district } = way.at;
  return (
    <div class="place-choice">
      <Field label={t('filter.region')}>
        {(id) => (
          <Select
            id={id}
            value={region}
            options={optionsOf(coverage?.regions ?? [])}
            empty={t('coverage.country')}
            change={(chosen) => way.go({ region: chosen })}
          />
        )}
      </Field>
      {region !== '' && (
        <Field label={t('filter.district')}>
          {(id) => (
            <Select
              id={id}
              value={district}
              options={optionsOf(coverage?.districts ?? [])}
              empty={t('coverage.all-districts')}
              change={(chosen) => way.go({ district: chosen })}
            />
          )}
        </Field>
      )}
      <KnownOn way={way} />
    </div>
  );
}

/** Asked for by the button alone: while a year is typed, the date is another with every digit. */
function KnownOn({ way }: { way: Way }) {
  const { knownOn } = way.at;
  const [chosen, setChosen] = useState(knownOn);
  useEffect(() => setChosen(knownOn), [knownOn]);
  function show(event: Event): void {
    event.preventDefault();
    way.go({ knownOn: chosen });
  }
  return (
    <form class="place-choice__date" onSubmit={show}>
      <Field label={t('coverage.known-on')}>
        {(id) => (
          <input
            id={id}
            type="date"
            required
            value={chosen}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="button">
        {t('coverage.show-date')}
      </button>
    </form>
  );
}
