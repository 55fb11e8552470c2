import { useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { SeenAssignment } from '../dialogs.ts';
import { operatorName, quarters, settlementName } from '../words.ts';

/** Which of the assignments in hand an action is for: all, or those of one operator. */
export function useOperatorChoice(assignments: readonly SeenAssignment[]) {
  const [operator, choose] = useState('');
  const chosen = useMemo(
    () => assignments.filter(({ operatorCode }) => operator === '' || operatorCode === operator),
    [assignments, operator],
  );
  const counts = new Map<string, number>();
  for (const { operatorCode } of assignments) counts.set(operatorCode, (counts.get(operatorCode) ?? 0) + 1);
  return { assignments, operator, choose, chosen, counts };
}

/** One assignment is named; of many, one chooses whose. */
export function OperatorChoice({ choice }: { choice: ReturnType<typeof useOperatorChoice> }) {
  const { assignments, operator, choose, counts } = choice;
  if (assignments.length === 1) {
    const [{ operatorCode, technology, startQuarter, finishQuarter }] = assignments;
    return (
      <p>
        <strong>{settlementName(assignments[0])}</strong>: {operatorName(operatorCode)}, {t(`technology.${technology}`)}
        , {quarters(startQuarter, finishQuarter)}
      </p>
    );
  }
  const options = [...counts].map(([value, count]) => ({ value, label: `${operatorName(value)} (${count})` }));
  return (
    <>
      <p>{t('amend.count', { count: assignments.length })}</p>
      {options.length > 1 && (
        <Field label={t('amend.whose')}>
          {(id) => <Select {...{ id, options, value: operator, change: choose, empty: t('amend.everyone') }} />}
        </Field>
      )}
    </>
  );
}
