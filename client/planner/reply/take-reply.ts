import type { BulkReply } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { chosen } from '../../store/selection.ts';
import { country, selection } from '../../store/state.ts';
import { notify } from '../../ui/notices.tsx';
import type { Comparison } from '../compare/comparison.ts';
import { closeDialog, type Deed, openDialog } from '../dialogs.ts';
import { undo } from '../undoing.ts';

/**
 * Shows what became of an action. What was refused stays selected, as do the rows that were
 * skipped beforehand; the refused are listed with their reasons.
 */
export function takeReply(
  deed: Deed,
  reply: BulkReply,
  skipped: readonly number[] = [],
  comparisons: readonly Comparison[] = [],
): void {
  const refusedRows = reply.refused.flatMap((key) => country.value!.indexOf(key) ?? []);
  if (deed === 'assign') selection.value = chosen([...skipped, ...refusedRows]);
  if (reply.refused.length > 0) openDialog.value = { type: 'reply', deed, reply, comparisons };
  else closeDialog();
  // What was undone may be no assignment, such as a population that was corrected.
  if (reply.actionId !== null) {
    const canUndo = deed !== 'undo' && deed !== 'redo';
    const count = reply.done.length;
    notify({
      text: count > 0 ? t(`done.${deed}`, { count }) : t('done.other'),
      action: canUndo ? { label: t('undo.undo'), run: () => void undo() } : undefined,
    });
  }
}
