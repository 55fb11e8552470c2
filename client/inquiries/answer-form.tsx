import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { mayPlan } from '../session/session.ts';
import { Field } from '../ui/field.tsx';
import { inquiriesService } from './service.ts';
import { WriteForm, type WriteProperties } from './write-form.tsx';

/** The answer of the operator that is asked, or of the ministry. */
export function AnswerForm(properties: WriteProperties) {
  const { inquiry } = properties;
  const [text, setText] = useState('');
  const [forOperator, setForOperator] = useState(false);
  // What was written is not lost when the inquiry is closed meanwhile.
  if (inquiry.outcome !== null && text === '') return null;
  const party = mayPlan() ? 'ministry' : 'operator';
  const asksOperator = inquiry.operatorCode !== null;

  return (
    <WriteForm
      {...properties}
      title={t(`inquiry-reply.${party}`)}
      effect={t('inquiries.send-answer')}
      send={async (version) => {
        const body = { version, text, forOperator: mayPlan() && asksOperator && forOperator };
        const now = await inquiriesService.answer(inquiry, body);
        setText('');
        return now;
      }}
    >
      <Field label={t('inquiries.answer-text')} hint={t(`inquiry-readers.${party}`)}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            required
            maxLength={10_000}
            rows={6}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      {mayPlan() && asksOperator && (
        <label class="choice">
          <input
            type="checkbox"
            checked={forOperator}
            onChange={({ currentTarget }) => setForOperator(currentTarget.checked)}
          />
          <span>{t('inquiries.for-operator', { operator: operatorName(inquiry.operatorCode!) })}</span>
        </label>
      )}
    </WriteForm>
  );
}
