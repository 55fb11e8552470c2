import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from './field.tsx';
import { Select } from './select.tsx';

const kinds: readonly DayCount['kind'][] = ['calendar', 'working'];

/** How long somebody has to answer: so many days, and which of them count. */
export function DayCountFields({ count, change }: { count: DayCount; change(count: DayCount): void }) {
  return (
    <div class="fields fields--two">
      <Field label={t('day-count.days')}>
        {(id) => (
          <input
            id={id}
            type="number"
            inputmode="numeric"
            required
            min={1}
            max={366}
            step={1}
            value={count.days}
            onInput={({ currentTarget }) => change({ ...count, days: Number(currentTarget.value) })}
          />
        )}
      </Field>
      <Field label={t('day-count.kind')}>
        {(id) => (
          <Select
            id={id}
            value={count.kind}
            options={kinds.map((value) => ({ value, label: t(`day-count.${value}`) }))}
            change={(kind) => kind !== '' && change({ ...count, kind })}
          />
        )}
      </Field>
    </div>
  );
}
