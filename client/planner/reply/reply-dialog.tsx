import type { BulkReply } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Comparison } from '../compare/comparison.ts';
import { closeDialog, type Deed, openDialog } from '../dialogs.ts';
import { settlementName } from '../words.ts';
import { RefusedTable } from './refused-table.tsx';

interface Properties {
  deed: Deed;
  reply: BulkReply;
  comparisons: readonly Comparison[];
}

/** What was done, and each that was refused with its reasons. */
export function ReplyDialog({ deed, reply: { done, refused }, comparisons }: Properties) {
  return (
    <Dialog title={t('reply.title')} close={closeDialog}>
      {done.length > 0 && <p class="notice notice--good">{t(`done.${deed}`, { count: done.length })}</p>}
      <p>{t(deed === 'undo' || deed === 'redo' ? 'reply.left-alone' : 'reply.refused', { count: refused.length })}</p>
      <RefusedTable refused={refused} name={settlementName} />
      <footer class="dialog__foot">
        {comparisons.length > 0 && (
          <button
            type="button"
            class="button button--main"
            onClick={() => (openDialog.value = { type: 'compare', comparisons })}
          >
            {t('reply.compare', { count: comparisons.length })}
          </button>
        )}
        <button type="button" class="button" onClick={closeDialog}>
          {t('common.close')}
        </button>
      </footer>
    </Dialog>
  );
}
