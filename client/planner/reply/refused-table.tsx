import type { BulkReply } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { conflictDetail } from '../words.ts';

type Refused = BulkReply['refused'][number];

const shown = 200;

interface Properties {
  refused: readonly Refused[];
  /** What a settlement is called: pages know places from different replies. */
  name(one: Refused): string;
}

/** Each that was refused, with its reasons; of very many the first. */
export function RefusedTable({ refused, name }: Properties) {
  return (
    <>
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
              <th scope="row">{name(one)}</th>
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
    </>
  );
}
