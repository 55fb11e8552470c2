import { quarterAt, quarterNumber } from '../../../server/calendar/quarters.ts';
import type { Commitment } from '../../../server/assignments/schema.ts';
import type { Quarter } from '../../../server/calendar/schema.ts';
import { nameOf, quarter, t } from '../../i18n/index.ts';
import { operators, programme } from '../../store/state.ts';
import { technologies } from '../../store/vocabulary.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** A commitment while it is being written: what is not chosen yet is empty. */
export type Draft = { [Name in keyof Commitment]: Commitment[Name] | '' };

export const emptyDraft: Draft = {
  operatorCode: '',
  technology: '',
  startQuarter: '',
  finishQuarter: '',
  costTenge: '',
  subsidyTenge: '',
  responsibleOfficer: '',
};

/** The fields of a draft that were filled in: those that shall change. */
export function changesOf(draft: Draft): Partial<Commitment> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')) as Partial<Commitment>;
}

/** Quarters that can be chosen: ten years from this one. */
const quartersAhead = 40;

export function quarterChoices(current: Quarter): Quarter[] {
  const first = quarterNumber(current);
  return Array.from({ length: quartersAhead }, (_, i) => quarterAt(first + i));
}

type Choice = { value: string; label: string };

/** What can be chosen from, of the fields that are chosen. */
const choices: Partial<Record<keyof Commitment, () => Choice[]>> = {
  operatorCode: () => operators.value.map(({ code, names }) => ({ value: code, label: nameOf(names) })),
  technology() {
    const counting = programme.value!.profile.technologies;
    return technologies
      .filter((value) => counting.includes(value))
      .map((value) => ({ value, label: t(`technology.${value}`) }));
  },
  startQuarter: quarterOptions,
  finishQuarter: quarterOptions,
};

function quarterOptions(): Choice[] {
  return quarterChoices(programme.value!.currentQuarter).map((value) => ({ value, label: quarter(value) }));
}

interface Properties {
  /** Which fields, in their order. */
  names: readonly (keyof Commitment)[];
  draft: Draft;
  /** What an empty field is called: what then holds, or how it is chosen. */
  empty(name: keyof Commitment): string | undefined;
  required?: boolean;
  change(changes: Partial<Draft>): void;
}

/** Fields of a commitment: chosen from lists, amounts in tenge as numbers, the officer as text. */
export function TermFields({ names, draft, empty, required = false, change }: Properties) {
  const field = (name: keyof Commitment, id: string) => {
    const options = choices[name];
    if (options !== undefined) {
      return (
        <Select
          {...{ id, required, options: options(), value: String(draft[name] ?? ''), empty: empty(name) }}
          change={(value) => change({ [name]: value })}
        />
      );
    }
    if (name === 'responsibleOfficer') {
      return (
        <input
          id={id}
          maxLength={200}
          value={draft.responsibleOfficer}
          placeholder={empty(name)}
          onInput={({ currentTarget }) => change({ responsibleOfficer: currentTarget.value })}
        />
      );
    }
    return (
      <input
        id={id}
        type="number"
        inputmode="numeric"
        min={0}
        max={Number.MAX_SAFE_INTEGER}
        step={1}
        value={draft[name] ?? ''}
        placeholder={empty(name)}
        onInput={({ currentTarget: { value } }) => change({ [name]: value === '' ? '' : Number(value) })}
      />
    );
  };
  return (
    <div class="fields fields--two">
      {names.map((name) => (
        <Field key={name} label={t(`field.${name}`)}>
          {(id) => field(name, id)}
        </Field>
      ))}
    </div>
  );
}
