import { useState } from 'preact/hooks';
import type { Outcome } from '../../server/inquiries/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { inquiriesService } from './service.ts';
import { WriteForm, type WriteProperties } from './write-form.tsx';

/** Held against the wire's schema by a test. */
export const outcomes: readonly Outcome[] = ['satisfied', 'not-satisfied', 'withdrawn'];

/** The deputy who asked says what came of it, which closes the inquiry. */
export function OutcomeForm(properties: WriteProperties) {
  const { inquiry } = properties;
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [text, setText] = useState('');
  if (inquiry.outcome !== null && text === '') return null;
  return (
    <WriteForm
      {...properties}
      title={t('inquiries.conclude')}
      effect={t('inquiries.close')}
      send={async (version) => {
        const now = await inquiriesService.conclude(inquiry, { version, outcome: outcome as Outcome, text });
        setText('');
        return now;
      }}
    >
      <p class="muted">{t('inquiries.conclude-explained')}</p>
      <Field label={t('inquiries.outcome')}>
        {(id) => (
          <Select
            {...{ id, empty: t('assign.choose'), required: true, value: outcome }}
            change={(value) => setOutcome(value)}
            options={outcomes.map((value) => ({ value, label: t(`inquiry-outcome.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('inquiries.outcome-text')}>
        {(id) => (
          <textarea
            id={id}
            maxLength={2000}
            rows={3}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
    </WriteForm>
  );
}
