import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

const kinds: readonly DayCount['kind'][] = ['calendar', 'working'];

/** How long somebody has to answer: so many days, and which of them count. */
export function DayCountFields({ clock, change }: { clock: DayCount; change(clock: DayCount): void }) {
  return (
    <div class="fields fields--two">
      <Field label={t('send.days')}>
        {(id) => (
          <input
            id={id}
            type="number"
            inputmode="numeric"
            required
            min={1}
            max={366}
            step={1}
            value={clock.days}
            onInput={({ currentTarget }) => change({ ...clock, days: Number(currentTarget.value) })}
          />
        )}
      </Field>
      <Field label={t('send.kind')}>
        {(id) => (
          <Select
            id={id}
            value={clock.kind}
            options={kinds.map((value) => ({ value, label: t(`send-kind.${value}`) }))}
            change={(kind) => kind !== '' && change({ ...clock, kind })}
          />
        )}
      </Field>
    </div>
  );
}
