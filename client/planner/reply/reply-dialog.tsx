import type { BulkReply } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Comparison } from '../compare/comparison.ts';
import { closeDialog, type Deed, openDialog } from '../dialogs.ts';
import { conflictDetail, settlementName } from '../words.ts';

const shown = 200;

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
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('list.settlement')}</th>
            <th scope="col">{t('reply.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, shown).map((one) => (
            <tr key={`${one.regionCode} ${one.code} ${one.number}`}>
              <th scope="row">{settlementName(one)}</th>
              <td>
                {one.conflicts
                  .map((conflict) =>
                    [t(`conflict.${conflict.code}`), conflictDetail(conflict)].filter(Boolean).join(': '),
                  )
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > shown && <p class="muted">{t('common.and-more', { count: refused.length - shown })}</p>}
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
