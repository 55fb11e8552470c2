import { t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Field } from '../ui/field.tsx';
import { OperatorFilter } from '../ui/operator-filter.tsx';
import { RegionFilter } from '../ui/region-filter.tsx';
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
          <RegionFilter
            region={filters.region}
            change={(region) => change({ region })}
            first={[{ value: '*', label: t('inquiry-subject.country') }]}
          />
          <OperatorFilter operator={filters.operator} change={(operator) => change({ operator })} />
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
