import { useState } from 'preact/hooks';
import type { Blocker, BlockerDecision, Progress } from '../../server/construction/schema.ts';
import { date, t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { Problem } from '../store/problem.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { commitmentService } from './service.ts';

interface Properties {
  progress: Progress;
  show(progress: Progress): void;
  /** Reads what is there now, where it is other than was shown. */
  retry(): void;
}

/** What holds up the work, or did, with what the ministry has said to it. */
export function Blockers({ progress, show, retry }: Properties) {
  const { blockers } = progress;
  return (
    <section class="panel">
      <h2>{t('blockers.title')}</h2>
      {blockers.length === 0 && <p class="muted">{t('blockers.none')}</p>}
      <ul class="commitments">
        {blockers.map((blocker) => (
          <li key={blocker.id} class="commitment">
            <p>
              <strong>{t(`reason-code.${blocker.cause}`)}</strong> ·{' '}
              {t('blockers.owed', { party: t(`party.${blocker.owedBy}`) })}
            </p>
            <p>{blocker.text}</p>
            <p class="muted">
              {t('blockers.since', { date: date(blocker.since) })} ·{' '}
              {blocker.until === null ? t('blockers.stands') : t('blockers.until', { date: date(blocker.until) })}
            </p>
            <Decision blocker={blocker} />
            {mayPlan() && blocker.owedBy !== 'operator' && blocker.decision === null && (
              <Decide {...{ progress, blocker, show, retry }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ blocker: { decision, decisionText, owedBy } }: { blocker: Blocker }) {
  if (owedBy === 'operator') return null;
  if (decision === null) return <p class="muted">{t('blockers.undecided')}</p>;
  return (
    <p>
      <strong>{t(`blocker-decision.${decision}`)}</strong>: {decisionText}
    </p>
  );
}

function Decide({ progress: { assignment }, blocker, show, retry }: Properties & { blocker: Blocker }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { regionCode, code, number, version } = assignment;

  async function decide(decision: BlockerDecision['decision']): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const seen = { regionCode, code, number, version };
      show(await commitmentService.decide({ ...seen, blocker: blocker.id, decision, text: text.trim() }));
    } catch (caught) {
      setProblem(caught);
      if (caught instanceof Problem && caught.status === 409) retry();
    }
    setBusy(false);
  }

  return (
    <div class="decide">
      <Field label={t('blockers.decision-text')} hint={t('blockers.decision-hint')}>
        {(id, hint) => (
          <textarea
            id={id}
            aria-describedby={hint}
            rows={2}
            maxLength={2000}
            value={text}
            onInput={({ currentTarget: { value } }) => setText(value)}
          />
        )}
      </Field>
      {problem !== null && <ProblemNotice problem={problem} what="blockers.decision-failed" />}
      <div class="panel__actions">
        {(['confirmed', 'refused'] as const).map((decision) => (
          <button
            key={decision}
            type="button"
            class="button"
            disabled={busy || text.trim() === ''}
            onClick={() => void decide(decision)}
          >
            {t(`blocker-decide.${decision}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
