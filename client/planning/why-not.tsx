import { useState } from 'preact/hooks';
import type { PlanWhy } from '../../server/planning/answers/schema.ts';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo, view } from './address.ts';
import { Answer } from './answer.tsx';
import { askQuestion } from './asking.ts';
import { ChoiceFields, type ChoiceDraft, choiceOf, emptyChoice } from './choice-fields.tsx';
import type { WholePlan } from './finished-plan.tsx';

/** Asks for something else than the plan has, which the service answers by solving with that forced. */
export function WhyNot({ why: { row }, plan }: { why: PlanWhy; plan: WholePlan }) {
  const [draft, setDraft] = useState<ChoiceDraft>(emptyChoice);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const choice = choiceOf(draft);
  const { question } = view.value;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (choice === null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const settlement = { regionCode: row.regionCode, code: row.code };
      await askQuestion(plan.scenario.id, { question: 'why-not', settlement, choice: { ...choice, parent: null } });
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(false);
  }

  return (
    <section class="why">
      <h3>{t('why-not.title')}</h3>
      <p class="muted">{t('why-not.explained')}</p>
      <form class="why" onSubmit={submit}>
        <ChoiceFields
          draft={draft}
          summary={plan.summary}
          change={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
        {problem !== null && <ProblemNotice problem={problem} what="why-not.failed" />}
        <div class="panel__actions">
          <button type="submit" class="button button--main" disabled={choice === null || busy}>
            {t('why-not.ask')}
          </button>
        </div>
      </form>
      {question !== '' && (
        <Answer key={question} id={question} summary={plan.summary} close={() => goTo({ question: '' })} />
      )}
    </section>
  );
}
