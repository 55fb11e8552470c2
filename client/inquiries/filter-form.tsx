import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../server/places/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { service } from '../store/service.ts';
import { operators } from '../store/state.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { type InquiryFilters, inquiryStates } from './address.ts';

interface Properties {
  filters: InquiryFilters;
  change(changes: Partial<InquiryFilters>): void;
}

/** Which inquiries are listed; an operator's are all its own. */
export function FilterForm({ filters, change }: Properties) {
  const isOperator = viewer.value!.role === 'operator';
  const any = t('filter.any');
  return (
    <form class="fields fields--two" aria-label={t('filter.title')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('inquiries.state')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: filters.state }}
            options={inquiryStates.map((value) => ({ value, label: t(`inquiry-state.${value}`) }))}
            change={(state) => change({ state })}
          />
        )}
      </Field>
      {!isOperator && (
        <>
          <RegionFilter {...{ filters, change }} />
          <Field label={t('field.operatorCode')}>
            {(id) => (
              <Select
                {...{ id, empty: any, value: filters.operator }}
                options={operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
                change={(operator) => change({ operator })}
              />
            )}
          </Field>
        </>
      )}
      {filters.settlement !== '' && (
        <button type="button" class="button" onClick={() => change({ settlement: '' })}>
          {t('inquiries.all-settlements')}
        </button>
      )}
    </form>
  );
}

/** The names of the regions come after the list, which is of use without them. */
function RegionFilter({ filters: { region }, change }: Properties) {
  const [regions, setRegions] = useState<readonly { code: string; names: Names }[]>([]);
  useEffect(() => {
    service.regions().then(
      (found) => setRegions(found),
      () => {},
    );
  }, []);
  const options = [
    { value: '*', label: t('inquiry-subject.country') },
    ...regions.map(({ code, names }) => ({ value: code, label: nameOf(names) })),
  ];
  const known = region === '' || options.some(({ value }) => value === region);
  return (
    <Field label={t('filter.region')}>
      {(id) => (
        <Select
          {...{ id, empty: t('filter.any'), value: region }}
          options={known ? options : [...options, { value: region, label: region }]}
          change={(code) => change({ region: code })}
        />
      )}
    </Field>
  );
}
