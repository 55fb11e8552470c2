import { useEffect, useState } from 'preact/hooks';
import type { HistoryEntry } from '../../server/changes/schema.ts';
import { moment, t } from '../i18n/index.ts';
import { mayPlan } from '../session/session.ts';
import { undoEntry } from '../store/acting.ts';
import { changeCount } from '../store/changes.ts';
import { service } from '../store/service.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { closeDialog } from './dialogs.ts';
import { takeReply } from './reply/take-reply.ts';

/** All that was done to the plan, newest first; what can be undone has its button. */
export function HistoryPanel() {
  const [rows, setRows] = useState<HistoryEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function fetchFrom(cursor: string | null): Promise<void> {
    try {
      const page = await service.history(cursor);
      setRows((known) => (cursor === null ? page.rows : [...(known ?? []), ...page.rows]));
      setNext(page.next);
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
    }
  }
  useEffect(() => void fetchFrom(null), [changeCount.value]);

  async function undo(actionId: string): Promise<void> {
    try {
      takeReply('undo', await undoEntry(actionId));
    } catch (caught) {
      setProblem(caught);
    }
  }

  return (
    <Dialog title={t('history.title')} close={closeDialog} side>
      {problem !== null && <ProblemNotice problem={problem} what="history.failed" retry={() => void fetchFrom(null)} />}
      {rows === null && problem === null && <div class="skeleton skeleton--tall" />}
      {rows?.length === 0 && <p class="muted">{t('history.empty')}</p>}
      <ol class="history">
        {rows?.map((entry) => (
          <li key={entry.actionId}>
            <div>
              <p>
                <strong>{t(`verb.${entry.verb}`)}</strong>
                {entry.verb !== 'import' &&
                  entry.settlements > 0 &&
                  ` · ${t('count.settlements', { count: entry.settlements })}`}
              </p>
              <p class="muted">
                {entry.actor} · {moment(entry.madeAt)}
              </p>
            </div>
            {mayPlan() && entry.undoable && (
              <button type="button" class="button button--small" onClick={() => void undo(entry.actionId)}>
                {t('undo.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {next !== null && (
        <button type="button" class="button button--wide" onClick={() => void fetchFrom(next)}>
          {t('history.more')}
        </button>
      )}
    </Dialog>
  );
}
