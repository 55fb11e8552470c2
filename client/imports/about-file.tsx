import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { kinds } from './fields.ts';
import { type ChosenFile, say } from './queue.ts';

/** What the person may say of a file: its kind, where it comes from, which column is which. */
export function AboutFile({ one }: { one: ChosenFile }) {
  const { about } = one;
  const text = (name: 'dataset' | 'source' | 'licence', longest: number, hint?: string) => (
    <Field label={t(`imports.${name}`)} hint={hint}>
      {(id, hintId) => (
        <input
          id={id}
          value={about[name]}
          maxLength={longest}
          aria-describedby={hintId}
          onInput={({ currentTarget }) => say(one, { [name]: currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <div class="fields">
      <div class="fields fields--two about-file">
        <Field label={t('imports.kind')}>
          {(id) => (
            <Select
              id={id}
              value={about.kind}
              empty={t('imports.recognise')}
              options={kinds.map((kind) => ({ value: kind, label: t(`import-kind.${kind}`) }))}
              change={(kind) => say(one, { kind })}
            />
          )}
        </Field>
        <Field label={t('imports.dated')} hint={t('imports.dated-hint')}>
          {(id, hintId) => (
            <input
              id={id}
              type="date"
              value={about.dated}
              aria-describedby={hintId}
              onInput={({ currentTarget }) => say(one, { dated: currentTarget.value })}
            />
          )}
        </Field>
        {text('source', 500, t('imports.source-hint'))}
        {text('licence', 200)}
        {text('dataset', 200, t('imports.dataset-hint'))}
      </div>
      <ColumnChoice one={one} />
    </div>
  );
}
