import type { Reason, ReasonCode } from '../../server/assignments/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';

/** Held against the wire's schema by a test. */
export const reasonCodes: readonly ReasonCode[] = [
  'power',
  'land',
  'permit',
  'backhaul',
  'cost',
  'supply',
  'weather',
  'already-served',
  'wrong-data',
  'other',
];

/** A reason while it is being written. */
export interface ReasonDraft {
  code: ReasonCode | '';
  text: string;
}

export const emptyReason: ReasonDraft = { code: '', text: '' };

/** The reason that was written, once it is whole. */
export const wholeReason = ({ code, text }: ReasonDraft): Reason | null =>
  code === '' || text.trim() === '' ? null : { code, text: text.trim() };

interface Properties {
  reason: ReasonDraft;
  change(reason: ReasonDraft): void;
}

/** Why someone says no: a code to count by, and words for whoever must answer it. */
export function ReasonFields({ reason, change }: Properties) {
  const options = reasonCodes.map((value) => ({ value, label: t(`reason-code.${value}`) }));
  return (
    <>
      <Field label={t('reason-field.code')}>
        {(id) => (
          <Select
            {...{ id, options, value: reason.code, empty: t('assign.choose'), required: true }}
            change={(code) => change({ ...reason, code })}
          />
        )}
      </Field>
      <Field label={t('reason-field.text')} hint={t('reason-field.text-hint')}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            required
            maxLength={2000}
            rows={3}
            value={reason.text}
            onInput={({ currentTarget }) => change({ ...reason, text: currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
