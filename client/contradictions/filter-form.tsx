import type { ContradictionReport } from '../../server/contradictions/schema.ts';
import { sortKey } from '../i18n/alphabet.ts';
import { nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import type { Operator } from '../../server/operators/schema.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { confidences, kinds, sizes, type Way } from './address.ts';
import { confidenceText } from './words.ts';

interface Properties {
  way: Way;
  regions: ContradictionReport['regions'];
  operators: readonly Operator[];
}

/** Which contradictions are listed; an operator's are all its own. */
export function FilterForm({ way: { at, go }, regions, operators }: Properties) {
  const any = t('filter.any');
  const named = (rows: readonly { code: string; names: Operator['names'] }[]) =>
    rows
      .map(({ code, names }) => ({ value: code, label: nameOf(names) }))
      .toSorted((a, b) => (sortKey(a.label) < sortKey(b.label) ? -1 : 1));
  const isOfClaims = at.side === 'contradicted';
  return (
    <form class="place-choice" aria-label={t('filter.title')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('filter.region')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: at.region, options: named(regions) }}
            change={(region) => go({ region })}
          />
        )}
      </Field>
      {isOfClaims && viewer.value!.role !== 'operator' && (
        <Field label={t('filter.operator')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: at.operator, options: named(operators) }}
              change={(operator) => go({ operator })}
            />
          )}
        </Field>
      )}
      <Field label={t('contradictions.size')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: at.size }}
            options={sizes.map((value) => ({ value, label: t(`settlement-size.${value}`) }))}
            change={(size) => go({ size })}
          />
        )}
      </Field>
      {isOfClaims && (
        <Field label={t('contradictions.by')}>
          {(id) => (
            <Select
              {...{ id, empty: any, value: at.by }}
              options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              change={(by) => go({ by })}
            />
          )}
        </Field>
      )}
      <Field label={t('contradictions.confidence')}>
        {(id) => (
          <Select
            {...{ id, empty: any, value: at.confidence }}
            options={confidences.map((value) => ({
              value,
              label: t('contradictions.at-least', { confidence: confidenceText(Number(value)) }),
            }))}
            change={(confidence) => go({ confidence })}
          />
        )}
      </Field>
    </form>
  );
}
