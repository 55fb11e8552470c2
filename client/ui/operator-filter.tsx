import { nameOf, t } from '../i18n/index.ts';
import { operators } from '../store/state.ts';
import { Field } from './field.tsx';
import { Select } from './select.tsx';

/** The choice of an operator, or of any. */
export function OperatorFilter({ operator, change }: { operator: string; change(operator: string): void }) {
  return (
    <Field label={t('field.operatorCode')}>
      {(id) => (
        <Select
          {...{ id, empty: t('filter.any'), value: operator, change }}
          options={operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
        />
      )}
    </Field>
  );
}
