import type { PlanOutlook } from '../../server/planning/requests/schema.ts';
import { nameOf, number, t } from '../i18n/index.ts';
import { operators, programme } from '../store/state.ts';
import { CheckedField, Wrong } from './checked-field.tsx';
import { horizonOf, planTechnologies, yearsOf } from './draft.ts';
import type { PartProperties } from './propose-form.tsx';
import { technologyName } from './words.ts';

/** Within what: technologies, operators with their crews, subsidy by year, open access. */
export function LimitFields(part: PartProperties & { outlook: PlanOutlook | null }) {
  const { draft, faults, problemsAt, change } = part;
  return (
    <section class="panel">
      <h3>{t('propose.limits')}</h3>
      <fieldset class="choices choices--beside">
        <legend>{t('propose.technologies')}</legend>
        {planTechnologies.map((technology) => (
          <label key={technology} class="choice">
            <input
              type="checkbox"
              checked={draft.technologies.includes(technology)}
              onChange={({ currentTarget }) =>
                change({
                  technologies: planTechnologies.filter((one) =>
                    one === technology ? currentTarget.checked : draft.technologies.includes(one),
                  ),
                })
              }
            />
            {technologyName(technology)}
          </label>
        ))}
        <Wrong fault={faults.technologies} problems={problemsAt('technologies')} />
      </fieldset>
      <Crews {...part} />
      <Subsidy {...part} />
      <fieldset class="choices">
        <legend>{t('propose.hanging')}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.openAccess}
            onChange={({ currentTarget }) => change({ openAccess: currentTarget.checked })}
          />
          {t('propose.open-access')}
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.servedAsParents}
            onChange={({ currentTarget }) => change({ servedAsParents: currentTarget.checked })}
          />
          {t('propose.served-parents')}
        </label>
      </fieldset>
    </section>
  );
}

/** Who builds, and how much in a quarter. */
function Crews({ draft, faults, problemsAt, change, outlook }: PartProperties & { outlook: PlanOutlook | null }) {
  const capacityOf = (code: string) => {
    const told = outlook?.operators.find(({ operatorCode }) => operatorCode === code)?.perQuarter;
    const known = told === undefined ? operators.value.find((one) => one.code === code)?.quarterlyCapacity : told;
    return known ?? null;
  };
  return (
    <fieldset class="choices">
      <legend>{t('propose.crews')}</legend>
      <p class="muted">{t('propose.crews-hint')}</p>
      <ul class="plain crews">
        {operators.value.map(({ code, names }) => {
          const isIn = !draft.without.includes(code);
          const capacity = capacityOf(code);
          return (
            <li key={code} class="crews__one">
              <label class="choice">
                <input
                  type="checkbox"
                  checked={isIn}
                  onChange={() =>
                    change({ without: isIn ? [...draft.without, code] : draft.without.filter((one) => one !== code) })
                  }
                />
                {nameOf(names)}
              </label>
              {isIn && (
                <CheckedField
                  label={t('propose.per-quarter', { operator: nameOf(names) })}
                  hint={capacity === null ? t('propose.no-limit') : t('propose.capacity', { count: number(capacity) })}
                  fault={faults[`crews.${code}`]}
                >
                  {(id, described) => (
                    <input
                      {...{ id, ...described }}
                      inputMode="decimal"
                      value={draft.crews[code] ?? ''}
                      onInput={({ currentTarget }) =>
                        change({ crews: { ...draft.crews, [code]: currentTarget.value } })
                      }
                    />
                  )}
                </CheckedField>
              )}
            </li>
          );
        })}
      </ul>
      <Wrong fault={faults.without} problems={[...problemsAt('without'), ...problemsAt('crews')]} />
    </fieldset>
  );
}

/** What the state may pay, every year alike or year by year. */
function Subsidy({ draft, faults, problemsAt, change }: PartProperties) {
  const years = yearsOf(horizonOf(draft, programme.value?.currentQuarter ?? '2026-Q1'));
  return (
    <fieldset class="choices">
      <legend>{t('propose.subsidy')}</legend>
      <CheckedField
        label={t('propose.subsidy-year')}
        hint={t('propose.subsidy-hint')}
        fault={faults.subsidyPerYear}
        problems={problemsAt('subsidyPerYear')}
      >
        {(id, described) => (
          <input
            {...{ id, ...described }}
            inputMode="decimal"
            value={draft.subsidyPerYear}
            onInput={({ currentTarget }) => change({ subsidyPerYear: currentTarget.value })}
          />
        )}
      </CheckedField>
      {years.length > 0 && (
        <details class="more" open={Object.values(draft.subsidy).some((text) => text !== '')}>
          <summary>{t('propose.by-year')}</summary>
          <div class="fields fields--two">
            {years.map((year) => (
              <CheckedField key={year} label={year} fault={faults[`subsidy.${year}`]}>
                {(id, described) => (
                  <input
                    {...{ id, ...described }}
                    inputMode="decimal"
                    placeholder={draft.subsidyPerYear}
                    value={draft.subsidy[year] ?? ''}
                    onInput={({ currentTarget }) =>
                      change({ subsidy: { ...draft.subsidy, [year]: currentTarget.value } })
                    }
                  />
                )}
              </CheckedField>
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}
