import { useState } from 'preact/hooks';
import type { Parameter } from '../../server/planning/parameters/schema.ts';
import type { PlanningPin } from '../../server/planning/pins/schema.ts';
import type { PlanProblem } from '../../server/planning/requests/schema.ts';
import { t } from '../i18n/index.ts';
import { operators } from '../store/state.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { view } from './address.ts';
import { CostFields } from './cost-fields.tsx';
import { faultsOf, fieldOfProblem, type Faults, type PlanDraft, requestOf } from './draft.ts';
import { GoalFields } from './goal-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { Outlook } from './outlook.tsx';
import { PinsPanel } from './pins-panel.tsx';
import { planningService } from './service.ts';
import { TimeFields } from './time-fields.tsx';
import { useOutlook } from './use-outlook.ts';

/** What every part of the form is given. */
export interface PartProperties {
  draft: PlanDraft;
  faults: Faults;
  /** What the service finds wrong with a field. */
  problemsAt(field: keyof PlanDraft): PlanProblem[];
  change(changes: Partial<PlanDraft>): void;
}

interface Properties {
  draft: PlanDraft;
  parameters: readonly Parameter[];
  pins: readonly PlanningPin[];
  change(changes: Partial<PlanDraft>): void;
  again(): void;
}

/** The form; beside it what the plan would be made from, which the service tells as it is filled in. */
export function ProposeForm({ draft, parameters, pins, change, again }: Properties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const codes = operators.value.map(({ code }) => code);
  const faults = faultsOf(draft, parameters, codes);
  const isFaulty = Object.keys(faults).length > 0;
  const asked = requestOf(draft, codes);
  const [tries, setTries] = useState(0);
  const outlook = useOutlook(isFaulty ? null : asked, `${pins.length} ${tries}`);
  const found = outlook.value?.problems ?? [];
  const isImpossible = found.some(({ severity }) => severity === 'error');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || isFaulty) return;
    setBusy(true);
    setProblem(null);
    try {
      const { id } = await planningService.propose(asked);
      view.value = { ...view.value, page: 'scenarios', scenario: id, settlements: [], region: '' };
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
      // What stood in its way has come since: it is told beside its field.
      setTries(tries + 1);
    }
  }

  const part: PartProperties = {
    draft,
    faults,
    change,
    problemsAt: (field) => found.filter(({ code }) => fieldOfProblem[code] === field),
  };
  return (
    <div class="propose">
      <form class="propose__form" aria-label={t('propose.title')} onSubmit={submit} noValidate>
        <GoalFields {...part} />
        <TimeFields {...part} />
        <LimitFields {...part} outlook={outlook.value} />
        <CostFields {...part} {...{ parameters, again }} />
        {problem !== null && <ProblemNotice problem={problem} what="propose.failed" />}
        <div class="action-bar action-bar--sticky">
          <p class="muted" role="status">
            {isFaulty && t('propose.faulty', { count: Object.keys(faults).length })}
            {!isFaulty && isImpossible && t('propose.impossible')}
          </p>
          <button type="submit" class="button button--main" disabled={busy || isFaulty || isImpossible}>
            {busy ? t('propose.sending') : t('propose.send')}
          </button>
        </div>
      </form>
      <aside class="propose__aside">
        <Outlook reading={outlook} isFaulty={isFaulty} />
        <PinsPanel pins={pins} again={again} />
      </aside>
    </div>
  );
}
