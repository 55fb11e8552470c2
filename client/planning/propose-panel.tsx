import { useState } from 'preact/hooks';
import type { Parameter } from '../../server/planning/parameters/schema.ts';
import type { PlanningPin } from '../../server/planning/pins/schema.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { t } from '../i18n/index.ts';
import { operators, programme } from '../store/state.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { view } from './address.ts';
import { draftOf, emptyDraft, type PlanDraft } from './draft.ts';
import { meet } from './known.ts';
import { ProposeForm } from './propose-form.tsx';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';

interface Beginning {
  parameters: Parameter[];
  pins: PlanningPin[];
  /** Whose conditions are begun with. */
  from: Scenario | null;
}

async function begin(): Promise<Beginning> {
  const { scenario, settlements } = view.peek();
  const [parameters, pins, from] = await Promise.all([
    planningService.parameters(),
    planningService.pins(),
    scenario === '' ? null : planningService.scenario(scenario),
  ]);
  await meet([...pins, ...settlements]).catch(() => {});
  return { parameters, pins, from };
}

/** The form as the address asks for it: the conditions of another plan, the settlements chosen on the map, a region. */
function firstDraft(from: Scenario | null): PlanDraft {
  const { settlements, region } = view.peek();
  const codes = operators.peek().map(({ code }) => code);
  const draft = from === null ? emptyDraft : { ...draftOf(from.request, codes), name: '' };
  if (settlements.length > 0) return { ...draft, scope: 'selection', settlements };
  return region === '' ? draft : { ...draft, scope: 'region', region };
}

/** Asks for a plan: for whom, what is least in it, within which limits, at which costs. */
export function ProposePanel() {
  const { value, problem, again } = useReading('new', begin);
  if (programme.value === null) {
    return (
      <p class="empty">
        {t('plan-problem.no-programme')} <a href="/imports">{t('imports.title')}</a>
      </p>
    );
  }
  if (problem !== null) return <ProblemNotice problem={problem} what="planning.failed" retry={again} />;
  return value === null ? <Skeleton /> : <Filled {...value} again={again} />;
}

function Filled({ parameters, pins, from, again }: Beginning & { again(): void }) {
  const [draft, setDraft] = useState(() => firstDraft(from));
  return (
    <>
      <h2 class="coverage__place">{t('propose.title')}</h2>
      <ProposeForm
        {...{ draft, parameters, pins, again }}
        change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </>
  );
}
