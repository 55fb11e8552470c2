import { useEffect, useState } from 'preact/hooks';
import type { Operator } from '../../server/operators/schema.ts';
import type { WhatIfChoices, WhatIfResult } from '../../server/what-if/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { partsOf, type Supposition, toggled, type WhatIfView } from './address.ts';

interface Properties {
  view: WhatIfView;
  choices: WhatIfChoices;
  operators: readonly Operator[];
  named: WhatIfResult['named'];
  change(changes: Partial<Supposition>): void;
}

const families = ['fixed', 'mobile', 'satellite'] as const;

/** What is to be otherwise: each choice is answered at once. */
export function SupposeForm({ view, choices, operators, named, change }: Properties) {
  const { inForce, profiles, today } = choices;
  const profile = profiles.find(({ code }) => code === view.profile) ?? inForce;
  const operatorName = (code: string | null) => {
    const found = operators.find((operator) => operator.code === code);
    return found ? nameOf(found.names) : (code ?? t('what-if.any-operator'));
  };
  return (
    <form class="panel what-if__form" aria-labelledby="suppose" onSubmit={(event) => event.preventDefault()}>
      <h2 id="suppose">{t('what-if.suppose')}</h2>
      <Field label={t('what-if.profile')}>
        {(id) => (
          <Select
            {...{ id, value: view.profile, empty: t('what-if.in-force', { name: nameOf(inForce.names) }) }}
            options={profiles
              .filter(({ code }) => code !== inForce.code)
              .map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
            change={(code) => change({ profile: code })}
          />
        )}
      </Field>
      <div class="fields fields--two">
        {families
          .filter((family) => profile.downloads[family] !== undefined)
          .map((family) => (
            <Field key={family} label={t(`what-if.${family}`)}>
              {(id) => (
                <Entry
                  {...{ id, type: 'number', value: view[family], usual: number(profile.downloads[family]) }}
                  change={(value) => change({ [family]: value })}
                />
              )}
            </Field>
          ))}
      </div>
      <div class="fields fields--two">
        <Field label={t('what-if.threshold')}>
          {(id) => (
            <Entry
              {...{ id, type: 'number', value: view.threshold, usual: number(inForce.populationThreshold) }}
              change={(threshold) => change({ threshold })}
            />
          )}
        </Field>
        <Field label={t('what-if.date')} hint={t('what-if.date-hint', { date: date(today) })}>
          {(id, hintId) => (
            <Entry {...{ id, hintId, type: 'date', value: view.date }} change={(value) => change({ date: value })} />
          )}
        </Field>
      </div>
      <Withdrawals
        title={t('what-if.operators')}
        list={view.operators}
        options={operators.map(({ code, names }) => ({ value: code, label: nameOf(names) }))}
        change={(list) => change({ operators: list })}
      />
      <Withdrawals
        title={t('what-if.datasets')}
        list={view.datasets}
        options={choices.datasets.map(({ dataset, pieces }) => ({
          value: dataset,
          label: `${dataset} (${t('what-if.pieces', { count: pieces })})`,
        }))}
        change={(list) => change({ datasets: list })}
      />
      {view.evidence !== '' && (
        <fieldset>
          <legend>{t('what-if.evidence')}</legend>
          {partsOf(view.evidence).map((id) => {
            const piece = named.find((one) => one.id === id);
            return (
              <label key={id} class="check">
                <input type="checkbox" checked onChange={() => change({ evidence: toggled(view.evidence, id) })} />
                <span>
                  {piece === undefined
                    ? id
                    : [
                        t(`kind.${piece.kind}`),
                        operatorName(piece.operatorCode),
                        piece.technology && t(`technology.${piece.technology}`),
                        piece.observedOn && date(piece.observedOn),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                </span>
              </label>
            );
          })}
        </fieldset>
      )}
    </form>
  );
}

interface EntryProperties {
  id: string;
  hintId?: string;
  type: 'number' | 'date';
  value: string;
  /** What holds where nothing is written. */
  usual?: string;
  change(value: string): void;
}

/** Takes what was written once it is finished: by Enter, or by leaving. An answer that comes meanwhile leaves it alone. */
function Entry({ id, hintId, type, value, usual, change }: EntryProperties) {
  const [written, write] = useState(value);
  useEffect(() => write(value), [value]);
  return (
    <input
      {...{ id, type, placeholder: usual }}
      value={written}
      min={type === 'number' ? 0 : undefined}
      step={type === 'number' ? 'any' : undefined}
      inputMode={type === 'number' ? 'decimal' : undefined}
      aria-describedby={hintId}
      onInput={({ currentTarget }) => write(currentTarget.value)}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && change(currentTarget.value)}
    />
  );
}

interface WithdrawalsProperties {
  title: string;
  list: string;
  options: readonly { value: string; label: string }[];
  change(list: string): void;
}

/** Of which the evidence is left out. Open where any is. */
function Withdrawals({ title, list, options, change }: WithdrawalsProperties) {
  const chosen = partsOf(list);
  return (
    <details open={chosen.length > 0}>
      <summary>
        {title} {chosen.length > 0 && <span class="badge">{number(chosen.length)}</span>}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{title}</legend>
        {options.map(({ value, label }) => (
          <label key={value} class="check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => change(toggled(list, value))} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
