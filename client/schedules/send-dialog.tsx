import { useState } from 'preact/hooks';
import type { DayCount } from '../../server/calendar/schema.ts';
import type { ScheduleVersion } from '../../server/schedules/schema.ts';
import { t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { Field } from '../ui/field.tsx';
import { seenOf, show } from './acting.ts';
import { DayCountFields } from '../ui/day-count-fields.tsx';
import { loadOverview, overview } from './overview-state.ts';
import type { Row } from './rows.ts';
import { schedulesService } from './service.ts';
import { StepForm } from './step-form.tsx';

interface Properties {
  operatorCode: string;
  rows: readonly Row[];
  /** The version that was sent last; its officer is most often the next one's. */
  previous: ScheduleVersion | undefined;
}

/** Sends drafts to their operator as its schedule: who answers for it, and how long the operator has. */
export function SendDialog({ operatorCode, rows, previous }: Properties) {
  const [responsibleOfficer, setOfficer] = useState(previous?.responsibleOfficer ?? '');
  const [clock, setClock] = useState<DayCount>(overview.value!.clock);
  const effect = t('send.effect', { count: rows.length, operator: operatorName(operatorCode) });

  async function submit(): Promise<void> {
    const request = { assignments: rows.map(seenOf), responsibleOfficer, clock };
    show('send', await schedulesService.send(operatorCode, request), rows);
    await loadOverview();
  }

  return (
    <StepForm title={t('send.title')} rows={rows} effect={effect} submit={submit}>
      <p class="muted">{t('send.explained')}</p>
      <Field label={t('field.responsibleOfficer')} hint={t('send.officer-hint')}>
        {(id, hint) => (
          <input
            id={id}
            aria-describedby={hint}
            required
            maxLength={200}
            value={responsibleOfficer}
            onInput={({ currentTarget }) => setOfficer(currentTarget.value)}
          />
        )}
      </Field>
      <DayCountFields count={clock} change={setClock} />
    </StepForm>
  );
}
