import { nameOf, t } from '../i18n/index.ts';
import { operators } from '../store/state.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { AskDraft } from './draft.ts';

interface Properties {
  draft: AskDraft;
  change(changes: Partial<AskDraft>): void;
}

/** Who is asked: the ministry or an operator; about a commitment, the operator whose it is. */
export function AddresseeFields({ draft: { addressee, operator, number }, change }: Properties) {
  const options = operators.value
    .filter(({ code }) => number === '' || code === operator)
    .map(({ code, names }) => ({ value: code, label: nameOf(names) }));
  return (
    <div class="fields fields--two">
      <Field label={t('inquiries.addressee')}>
        {(id) => (
          <Select
            id={id}
            value={addressee}
            options={(['ministry', 'operator'] as const).map((value) => ({
              value,
              label: t(`inquiry-party.${value}`),
            }))}
            change={(value) => value !== '' && change({ addressee: value })}
          />
        )}
      </Field>
      {addressee === 'operator' && (
        <Field label={t('inquiries.which-operator')}>
          {(id) => (
            <Select
              {...{ id, options, value: operator, required: true, empty: t('assign.choose') }}
              change={(code) => change({ operator: code })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
