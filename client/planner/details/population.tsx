import { useState } from 'preact/hooks';
import type { PopulationEdit, SettlementDetail } from '../../../server/country/schema.ts';
import { date, t } from '../../i18n/index.ts';
import { mayPlan, viewer } from '../../session/session.ts';
import { recallActions } from '../../store/acting.ts';
import { Problem } from '../../store/problem.ts';
import { service } from '../../store/service.ts';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notices.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { openDialog } from '../dialogs.ts';
import { people } from '../words.ts';
import { comparePopulation, type Population, populationOf } from './compare-population.ts';

interface Properties {
  detail: SettlementDetail;
  replace(detail: SettlementDetail): void;
}

/** How many people live there, by which source, and the form that corrects it. */
export function PopulationSection({ detail, replace }: Properties) {
  // While it is edited, the settlement as it was when editing began: its version is what the service checks.
  const [editing, setEditing] = useState<SettlementDetail['settlement'] | null>(null);
  const { population, populationSource, populationDate } = detail.settlement;
  const origin = [populationSource, populationDate && date(populationDate)].filter(Boolean).join(', ');
  return (
    <section>
      <h3>{t('population.title')}</h3>
      <p>
        <span class="figure">{people(population)}</span> {origin && <span class="muted">{origin}</span>}
      </p>
      {population === null && <p class="muted">{t('population.why-missing')}</p>}
      {mayPlan() && editing === null && (
        <button type="button" class="button button--small" onClick={() => setEditing(detail.settlement)}>
          {t('population.edit')}
        </button>
      )}
      {editing && (
        <PopulationForm
          settlement={editing}
          close={() => setEditing(null)}
          saved={(next) => {
            setEditing(null);
            replace(next);
          }}
        />
      )}
    </section>
  );
}

interface FormProperties {
  settlement: SettlementDetail['settlement'];
  close(): void;
  saved(detail: SettlementDetail): void;
}

function PopulationForm({ settlement, close, saved }: FormProperties) {
  const [mine, setMine] = useState<Population>(populationOf(settlement));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function write(values: Population, version: number): Promise<void> {
    const edit: PopulationEdit = { ...values, version };
    saved(await service.editPopulation(settlement, edit));
    notify({ text: t('population.saved') });
    void recallActions(viewer.value!.login);
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await write(mine, settlement.version);
    } catch (caught) {
      if (caught instanceof Problem && caught.status === 409 && caught.present) {
        const present = caught.present as SettlementDetail['settlement'];
        const comparison = comparePopulation(settlement, present, mine, write);
        // Where both say the same, theirs is mine.
        if (comparison.fields.length === 0) saved(await service.settlement(settlement));
        else openDialog.value = { type: 'compare', comparisons: [comparison] };
      } else setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <form class="inset" onSubmit={submit}>
      <Field label={t('population.count')} hint={t('population.count-hint')}>
        {(id, hintId) => (
          <input
            id={id}
            aria-describedby={hintId}
            type="number"
            inputmode="numeric"
            min={0}
            max={100_000_000}
            step={1}
            value={mine.population ?? ''}
            onInput={({ currentTarget: { value } }) =>
              setMine({ ...mine, population: value === '' ? null : Number(value) })
            }
          />
        )}
      </Field>
      <Field label={t('population.date')}>
        {(id) => (
          <input
            id={id}
            type="date"
            value={mine.populationDate ?? ''}
            onInput={({ currentTarget: { value } }) => setMine({ ...mine, populationDate: value || null })}
          />
        )}
      </Field>
      <Field label={t('population.source')}>
        {(id) => (
          <input
            id={id}
            maxLength={200}
            value={mine.populationSource ?? ''}
            onInput={({ currentTarget: { value } }) => setMine({ ...mine, populationSource: value || null })}
          />
        )}
      </Field>
      {problem !== null && <ProblemNotice problem={problem} what="population.failed" />}
      <div class="card__actions">
        <button type="submit" class="button button--main" disabled={busy}>
          {busy ? t('common.saving') : t('population.save')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
