import { useState } from 'preact/hooks';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { show } from './acting.ts';
import { loadOverview } from './overview-state.ts';
import { openRequests, readRequests } from './requests.ts';
import { readRows, type Row, rows as allRows } from './rows.ts';
import { schedulesService } from './service.ts';
import { StepForm } from './step-form.tsx';

interface Properties {
  decision: 'accept' | 'refuse';
  chosen: readonly { request: ChangeRequest; row: Row }[];
}

/** Accepts or refuses changes that were asked for, in words that the other side reads. */
export function DecideDialog({ decision, chosen }: Properties) {
  const [text, setText] = useState('');
  const rows = chosen.map(({ row }) => row);
  const refuses = decision === 'refuse';

  async function submit(): Promise<void> {
    const requests = chosen.map(({ request: { regionCode, id, version } }) => ({ regionCode, id, version }));
    const { operatorCode } = chosen[0].request;
    const reply = await schedulesService.decideChange({ requests, decision, text });
    show(`${decision}-change`, reply, rows);
    [allRows.value, openRequests.value] = await Promise.all([
      readRows(operatorCode),
      readRequests(operatorCode),
      loadOverview(),
    ]);
  }

  return (
    <StepForm
      title={t(`step-title.${decision}-change`)}
      rows={rows}
      effect={t(`step-effect.${decision}-change`, { count: rows.length })}
      submit={submit}
      disabled={refuses && text.trim() === ''}
    >
      <p>{t(`step-explained.${decision}-change`)}</p>
      <Field label={t('reason-field.text')} hint={t('reason-field.text-hint')}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            required={refuses}
            maxLength={2000}
            rows={3}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
    </StepForm>
  );
}
