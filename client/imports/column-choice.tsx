import { useId } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { fieldsOf, isMapped } from './fields.ts';
import { type ChosenFile, say } from './queue.ts';
import { Refused } from './upload.ts';

/** The headers of a file and which of them were read as what, once the service has seen it. */
function seen({ step }: ChosenFile): { columns: readonly string[]; fields: Readonly<Record<string, string>> } {
  if (step.type === 'checked') return step.upload.report;
  const refusal = step.type === 'chosen' && step.problem instanceof Refused ? step.problem.refusal : null;
  return { columns: refusal?.columns ?? [], fields: {} };
}

/** Which column of the file holds what, where its headers are not those that are known. */
export function ColumnChoice({ one }: { one: ChosenFile }) {
  const id = useId();
  const { columns, fields } = seen(one);
  const kind = one.about.kind || (one.step.type === 'checked' ? one.step.upload.report.kind : '');
  if (columns.length === 0 || !isMapped(kind)) return null;
  const { mapping } = one.about;
  const map = (field: string, header: string) => {
    const { [field]: _, ...others } = mapping;
    say(one, { mapping: header === '' ? others : { ...others, [field]: header } });
  };
  return (
    <fieldset class="columns">
      <legend>{t('imports.columns')}</legend>
      <p class="muted">{t('imports.columns-explained')}</p>
      <ul class="fields fields--two">
        {fieldsOf[kind].map((field) => (
          <li key={field} class="field">
            <label for={`${id}-${field}`}>
              {t(`field-of.${field}`)} <code>{field}</code>
            </label>
            <select
              id={`${id}-${field}`}
              value={mapping[field] ?? ''}
              onChange={({ currentTarget }) => map(field, currentTarget.value)}
            >
              <option value="">{field in mapping ? '' : (fields[field] ?? t('imports.columns-not-read'))}</option>
              {columns.map((header) => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
