import { useEffect, useState } from 'preact/hooks';
import type { Assignment } from '../../server/assignments/schema.ts';
import { sortKey } from '../i18n/alphabet.ts';
import { language, nameOf, t } from '../i18n/index.ts';
import { operatorName, quarters } from '../planner/words.ts';
import type { Country } from '../store/country.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { AskDraft } from './draft.ts';
import { inquiriesService } from './service.ts';

interface Properties {
  country: Country;
  draft: AskDraft;
  change(changes: Partial<AskDraft>): void;
}

type Choice = { value: string; label: string };

const byName = (choices: Choice[]): Choice[] =>
  choices
    .map((choice) => [sortKey(choice.label), choice] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, choice]) => choice);

function districtsIn({ regions, districts }: Country, region: string): Choice[] {
  const at = regions.findIndex(({ code }) => code === region);
  return byName(
    districts.filter((one) => one.region === at).map(({ code, names }) => ({ value: code, label: nameOf(names) })),
  );
}

/** Settlements of a district, or those of a region that belong to none, and in any case the one that is chosen. */
function settlementsIn(country: Country, { region, district, settlement }: AskDraft): Choice[] {
  const at = country.regions.findIndex(({ code }) => code === region);
  const districtAt = district === '' ? -1 : country.districts.findIndex(({ code }) => code === district);
  const choices: Choice[] = [];
  for (let row = 0; row < country.size; row++) {
    if (country.region[row] !== at) continue;
    if (country.district[row] === districtAt || country.code[row] === settlement) {
      choices.push({ value: country.code[row], label: nameOf(country.names[row]) });
    }
  }
  return byName(choices);
}

/** What is asked about: the country, or a region, down to one commitment of a settlement. */
export function SubjectFields({ country, draft, change }: Properties) {
  const { region, district, settlement } = draft;
  // Names follow the language of the page.
  void language.value;
  const row = settlement === '' ? undefined : country.indexOf({ regionCode: region, code: settlement });
  // A link may name the settlement alone.
  useEffect(() => {
    const own = row === undefined ? undefined : country.districts[country.district[row]]?.code;
    if (district === '' && own !== undefined) change({ district: own });
  }, [row]);

  const regions = byName(country.regions.map(({ code, names }) => ({ value: code, label: nameOf(names) })));
  const settlements = region === '' ? [] : settlementsIn(country, draft);
  return (
    <div class="fields fields--two">
      <Field label={t('filter.region')}>
        {(id) => (
          <Select
            {...{ id, options: regions, value: region, empty: t('inquiry-subject.country') }}
            change={(code) => change({ region: code, district: '', settlement: '', number: '' })}
          />
        )}
      </Field>
      {region !== '' && (
        <Field label={t('filter.district')}>
          {(id) => (
            <Select
              {...{ id, options: districtsIn(country, region), value: district, empty: t('inquiries.whole-region') }}
              change={(code) => change({ district: code, settlement: '', number: '' })}
            />
          )}
        </Field>
      )}
      {settlements.length > 0 && (
        <Field label={t('list.settlement')}>
          {(id) => (
            <Select
              {...{ id, options: settlements, value: settlement, empty: t('inquiries.no-settlement') }}
              change={(code) => change({ settlement: code, number: '' })}
            />
          )}
        </Field>
      )}
      {settlement !== '' && <CommitmentField key={settlement} {...{ draft, change }} />}
    </div>
  );
}

/** One commitment of the settlement; without any there is nothing to choose. */
function CommitmentField({ draft: { region, settlement, number }, change }: Omit<Properties, 'country'>) {
  const [assignments, setAssignments] = useState<readonly Assignment[]>([]);
  function choose(chosen: Assignment | undefined): void {
    if (chosen === undefined) change({ number: '' });
    else change({ number: String(chosen.number), addressee: 'operator', operator: chosen.operatorCode });
  }
  useEffect(() => {
    inquiriesService.assignments(region, settlement).then(
      (all) => {
        setAssignments(all);
        if (number !== '') choose(all.find((one) => String(one.number) === number));
      },
      // Then the question is about the settlement.
      () => choose(undefined),
    );
  }, []);
  if (assignments.length === 0) return null;
  const options = assignments.map(({ number: value, operatorCode, startQuarter, finishQuarter }) => ({
    value: String(value),
    label: `${operatorName(operatorCode)}, ${quarters(startQuarter, finishQuarter)}`,
  }));
  return (
    <Field label={t('inquiry-subject.assignment')}>
      {(id) => (
        <Select
          {...{ id, options, value: number, empty: t('inquiries.no-commitment') }}
          change={(value) => choose(assignments.find((one) => String(one.number) === value))}
        />
      )}
    </Field>
  );
}
