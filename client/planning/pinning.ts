import type { PinReply, PinRequest } from '../../server/planning/pins/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import { t } from '../i18n/index.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { notify } from '../ui/notices.tsx';
import { planningService } from './service.ts';

/** Pins settlements in one action, says how many, and offers to take it back; `again` reads the pins anew. @throws {Problem} */
export async function pin(groups: PinRequest['groups'], again: () => void): Promise<void> {
  offerUndo(await planningService.pin({ groups }), 'pins.done', again);
  again();
}

/** Takes pins back, as `pin` sets them. @throws {Problem} */
export async function unpin(settlements: readonly SettlementKey[], again: () => void): Promise<void> {
  const keys = settlements.map(({ regionCode, code }) => ({ regionCode, code }));
  offerUndo(await planningService.unpin(keys), 'pins.freed', again);
  again();
}

function offerUndo({ actionId, done }: PinReply, words: 'pins.done' | 'pins.freed', again: () => void): void {
  const undo = (action: string) =>
    planningService.undoPins(action).then(
      (reply) => {
        notify({ text: t('pins.undone', { count: reply.done.length }) });
        again();
      },
      (problem: unknown) => notifyProblem(problem, 'undo.failed'),
    );
  const action = actionId === null ? undefined : { label: t('undo.undo'), run: () => void undo(actionId) };
  notify({ text: t(words, { count: done.length }), action });
}
