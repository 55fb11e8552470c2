import { useState } from 'preact/hooks';
import type { Parameter } from '../../server/planning/parameters/schema.ts';
import { number, t } from '../i18n/index.ts';
import { CheckedField, Wrong } from './checked-field.tsx';
import { ParameterDialog } from './parameter-dialog.tsx';
import type { PartProperties } from './propose-form.tsx';
import { unitName } from './words.ts';

/** Digits after the point that a parameter may need. */
const digits = 6;

export const valueWords = ({ value, unit }: Pick<Parameter, 'value' | 'unit'>): string =>
  `${number(value, digits)} ${unitName(unit)}`;

interface Properties extends PartProperties {
  parameters: readonly Parameter[];
  again(): void;
}

/** What things cost: each value with its source, for this plan alone or for the ministry from now on. */
export function CostFields({ draft, faults, problemsAt, change, parameters, again }: Properties) {
  const [open, setOpen] = useState<Parameter | null>(null);
  const own = Object.values(draft.parameters).filter((text) => text !== '').length;
  const isFaulty = Object.keys(faults).some((field) => field.startsWith('parameters.'));
  return (
    <details class="panel" open={isFaulty || undefined}>
      <summary>
        <h3>{t('costs.title')}</h3>
        {own > 0 && <span class="badge">{t('costs.own', { count: own })}</span>}
      </summary>
      <p class="muted">{t('costs.explained')}</p>
      <Wrong problems={problemsAt('parameters')} />
      <ul class="plain costs">
        {parameters.map((parameter) => {
          const { code, source, dated, shipped } = parameter;
          return (
            <li key={code} class="costs__one">
              <CheckedField
                label={`${t(`parameter.${code}`)}, ${unitName(parameter.unit)}`}
                fault={faults[`parameters.${code}`]}
              >
                {(id, described) => (
                  <input
                    {...{ id, ...described }}
                    inputMode="decimal"
                    placeholder={number(parameter.value, digits)}
                    value={draft.parameters[code] ?? ''}
                    onInput={({ currentTarget }) =>
                      change({ parameters: { ...draft.parameters, [code]: currentTarget.value } })
                    }
                  />
                )}
              </CheckedField>
              <p class="costs__source muted">
                {shipped && <span class="badge">{t('costs.of-ministry')}</span>} {valueWords(parameter)}. {source} (
                {dated}
                ).
              </p>
              <button type="button" class="button button--small" onClick={() => setOpen(parameter)}>
                {t('costs.set')} <span class="visually-hidden">{t(`parameter.${code}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {open !== null && <ParameterDialog parameter={open} close={() => setOpen(null)} saved={again} />}
    </details>
  );
}
